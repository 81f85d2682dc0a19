import { expect, test } from 'vitest'
import { addTopic } from '#app/modules/talks/menu/add-topic.ts'
import { openBrowser } from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import {
  makeAppointed,
  makeBranch,
  makeCommunity,
  makePerson,
  makeStreet,
  makeVenue,
} from '#test/make.ts'
import { makeResource, makeRound } from '#test/make-sessions.ts'
import { makeSeason, makeTalk } from '#test/make-talks.ts'
import { serveTo } from '#test/server.ts'
import { choose, open, pageOf, press, says, type Walk, waysToWalk } from '#test/walk.ts'

// An exhibition from its plan to its boards, a round from door to door, and a citizen on the way
// into the speakers' team.

const browser = await openBrowser()

async function makeFormatsPeople() {
  const database = await ownDatabase()
  const people = await committed(database, async (ctx) => {
    await makeStreet(ctx)
    const community = await makeCommunity(ctx, '费桥村')
    const branch = await makeBranch(ctx, community.id)
    await makeVenue(ctx, branch.id, 20)
    await makeSeason(ctx)
    await addTopic(ctx, { code: 'fraud', name: '防诈骗', nameEn: 'Fraud' })
    await makeTalk(ctx, [], { topics: ['fraud'] })
    await makeResource(ctx)
    const walked = await makeRound(ctx)
    return {
      round: walked.id,
      visitor: walked.visitor,
      office: await makeAppointed(ctx, 'office'),
      organiser: await makeAppointed(ctx, 'organiser', branch.id),
      applicant: await makePerson(ctx, branch.id),
    }
  })
  return { database, people, server: await serveTo(database) }
}

type FormatsWalk = Walk & Awaited<ReturnType<typeof makeFormatsPeople>>

async function planTheExhibition(walk: FormatsWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.office)
  await open(page, '/sessions/new')
  await page.locator('[name=title]').fill('家风家训展')
  await page.locator('[name=format]').selectOption('exhibition')
  await page.locator('[name=strandCode]').selectOption('arts')
  await page.locator('[name=unitId]').selectOption({ index: 1 })
  await page.locator('[name=venueId]').selectOption({ index: 1 })
  await page.locator('[name="when.date"]').fill('2022-01-20')
  await page.locator('[name="when.from"]').fill('09:00')
  await page.locator('[name="when.to"]').fill('16:00')
  await page.locator('[name=seats]').fill('20')
  await page.locator('[name=audience]').selectOption('families')
  await choose(page, '[name=needs][value=boards]')
  await press(page, '记下来')
  await says(page, '还没有公布')
  await says(page, '需要借的还没有借好')
  await page.getByRole('button', { name: /^借家风展板/ }).click()
  await says(page, '借好了')
  await page.locator('#board-title, [name=title]').first().fill('一本老账')
  await press(page, '加一块展板')
  await says(page, '展板已加上')
  await press(page, '公布，开始报名')
  await says(page, '一本老账')
  await page.context().close()
}

async function walkTheRound(walk: FormatsWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.visitor)
  await open(page, `/sessions/${walk.people.round}/visits`)
  await press(page, '见到了')
  await says(page, '走了 1 家，共 2 家')
  await press(page, '不在家')
  await says(page, '都走到了')
  await page.context().close()
}

async function applyAndTalk(walk: FormatsWalk): Promise<void> {
  const applicant = await pageOf(walk, walk.people.applicant)
  await open(applicant, '/speak')
  await applicant.locator('[name=about]').fill('讲怎样认出假电话。')
  await choose(applicant, '[name=languages][value=nantong]')
  await press(applicant, '报名')
  await says(applicant, '等着聊一聊')
  await applicant.context().close()
  const office = await pageOf(walk, walk.people.office)
  await open(office, '/applications')
  await office.getByRole('link', { name: /^李/ }).first().click()
  await office.locator('[name=talkNote]').fill('从自己的事讲起。')
  await press(office, '记下聊的结果')
  await says(office, '约试讲')
  await open(office, '/speakers?topic=fraud')
  await open(office, '/resources')
  await office.context().close()
}

async function wishForMore(walk: FormatsWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.organiser)
  await open(page, '/menu')
  await page.getByRole('link', { name: '菜单上没有想听的' }).click()
  await page.locator('[name=words]').fill('怎样给老人装扶手')
  await press(page, '写下来')
  await says(page, '还没有答复')
  await page.context().close()
}

test.each(waysToWalk)(
  'an exhibition, a round, a new speaker and a wish, %s',
  async (_, options) => {
    const walk = { browser, options, ...(await makeFormatsPeople()) }
    await planTheExhibition(walk)
    await walkTheRound(walk)
    await applyAndTalk(walk)
    await wishForMore(walk)
    expect((await fetch(`${walk.server.origin}/health`)).status).toBe(200)
  },
)
