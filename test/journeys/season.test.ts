import { expect, test } from 'vitest'
import { addTopic } from '#app/modules/talks/menu/add-topic.ts'
import { expectAccessible, openBrowser } from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed, makeBranch, makeCommunity, makeStreet, makeVenue } from '#test/make.ts'
import { makeSpeaker } from '#test/make-talks.ts'
import { serveTo, type TestServer } from '#test/server.ts'
import { choose, open, pageOf, press, says, type Walk } from '#test/walk.ts'

// The season from its opening to its bulletin, walked by everyone whose part it is.

const browser = await openBrowser()

async function makeSeasonsPeople() {
  const database = await ownDatabase()
  const people = await committed(database, async (ctx) => {
    await makeStreet(ctx)
    const community = await makeCommunity(ctx, '费桥村')
    const branch = await makeBranch(ctx, community.id)
    await makeVenue(ctx, branch.id, 20)
    await addTopic(ctx, { code: 'fraud', name: '防诈骗', nameEn: 'Fraud' })
    const speaker = await makeSpeaker(ctx)
    return {
      branch,
      office: await makeAppointed(ctx, 'office'),
      organiser: await makeAppointed(ctx, 'organiser', branch.id),
      member: await makeAppointed(ctx, 'member', branch.id),
      speaker: { id: speaker.personId, name: '' },
    }
  })
  return { database, people, server: await serveTo(database) }
}

type SeasonWalk = Walk & Awaited<ReturnType<typeof makeSeasonsPeople>>

async function openTheSeason(walk: SeasonWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.office)
  await open(page, '/seasons/new')
  await page.getByLabel('名称').first().fill('2021—2022 年冬训')
  await page.locator('[name=startsOn]').fill('2021-12-01')
  await page.locator('[name=endsOn]').fill('2022-03-15')
  await press(page, '开季')
  await says(page, '先锋领训')
  await page.context().close()
}

async function putTheTalkOnTheMenu(walk: SeasonWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.office)
  await open(page, '/menu/new')
  await page.locator('[name=title]').fill('守住养老钱')
  await page.locator('[name=about]').fill('电话里的“孙子”要钱，怎么办？')
  await page.locator('[name=strandCode]').selectOption('pioneer')
  for (const [name, value] of [
    ['topics', 'fraud'],
    ['audiences', 'elders'],
    ['formats', 'talk'],
    ['languages', 'nantong'],
  ]) {
    await choose(page, `[name=${name}][value=${value}]`)
  }
  await choose(page, '[name=speakerIds]')
  await page.locator('[name=minutes]').fill('60')
  await press(page, '放上菜单')
  await says(page, '已上菜单')
  await page.context().close()
}

async function orderIt(walk: SeasonWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.organiser)
  await open(page, '/menu?q=zhapian')
  await page.getByRole('link', { name: '守住养老钱' }).click()
  await says(page, '电话里的“孙子”要钱')
  await page.getByRole('link', { name: '点这一讲' }).click()
  await expectAccessible(page)
  await page.locator('[name="times.0.date"]').fill('2022-01-20')
  await page.locator('[name="times.0.from"]').fill('14:00')
  await page.locator('[name="times.1.date"]').fill('2022-01-21')
  await page.locator('[name="times.1.from"]').fill('09:00')
  await page.locator('[name=venueId]').selectOption({ index: 1 })
  await page.locator('[name=headCount]').fill('12')
  await press(page, '点单')
  await says(page, '已点单')
  await page.context().close()
}

async function dispatchIt(walk: SeasonWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.office)
  await open(page, '/')
  await page.getByRole('link', { name: '去审核' }).click()
  await expectAccessible(page)
  await page.getByRole('link', { name: '守住养老钱' }).click()
  await expectAccessible(page)
  await press(page, '审核通过')
  await says(page, '已审核')
  await expectAccessible(page)
  await choose(page, '[name=speakerId]')
  await press(page, '派单')
  await says(page, '已派单')
  await page.context().close()
}

async function acceptIt(walk: SeasonWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.speaker)
  await open(page, '/')
  await page.getByRole('link', { name: '去答复' }).click()
  await expectAccessible(page)
  await press(page, '接单')
  await says(page, '已接单，谢谢您')
  await page.context().close()
  await walk.server.settle()
}

async function signUpForIt(walk: SeasonWalk): Promise<string> {
  const page = await pageOf(walk, walk.people.member)
  await open(page, '/')
  await page.locator('main').getByRole('link', { name: '守住养老钱' }).first().click()
  await expectAccessible(page)
  await press(page, '我要报名')
  await says(page, '您已报名')
  const session = new URL(page.url()).pathname
  const file = await page.request.get(`${session}/calendar.ics`)
  expect(await file.text()).toContain('DTSTART;TZID=Asia/Shanghai:20220120T140000')
  await open(page, '/calendar?view=list')
  await says(page, '守住养老钱')
  await page.context().close()
  return session
}

async function holdIt(walk: SeasonWalk, session: string): Promise<void> {
  const during = new Date('2022-01-20T14:50:00+08:00')
  walk.server.at(during)
  const page = await pageOf(walk, walk.people.organiser, during)
  await open(page, '/')
  await page.getByRole('link', { name: '点名' }).first().click()
  await expectAccessible(page)
  await choose(page, '[value=came]')
  // With script each tap is sent by itself.
  if (walk.options.javaScript === false) {
    await press(page, '保存点名')
    await says(page, '已保存')
  } else await says(page, '都送到了')
  walk.server.at(new Date('2022-01-20T15:05:00+08:00'))
  await open(page, `${session}/close`)
  await page.locator('[name=guests]').fill('3')
  await page.locator('[name="given.0.thing"]').fill('春联')
  await page.locator('[name="given.0.pieces"]').fill('46')
  await page.locator('[name=note]').fill('大家都记住了“先挂断”。')
  await press(page, '收尾，记下结果')
  await says(page, '46')
  await page.context().close()
  await walk.server.settle()
}

async function seeWhatItGave(walk: SeasonWalk): Promise<void> {
  const now = new Date('2022-01-20T15:10:00+08:00')
  const member = await pageOf(walk, walk.people.member, now)
  await open(member, '/hours')
  await says(member, '守住养老钱')
  await member.context().close()
  const office = await pageOf(walk, walk.people.office, now)
  await open(office, '/coverage')
  await says(office, walk.people.branch.name)
  await open(office, '/bulletins')
  await office.locator('[name=title]').fill('冬训开讲')
  await press(office, '写初稿')
  await expectAccessible(office)
  await office.locator('main a[href*="/figures/"]').first().click()
  await says(office, '守住养老钱')
  await office.context().close()
}

async function walkTheSeason(options: Walk['options']): Promise<TestServer> {
  const walk: SeasonWalk = { ...(await makeSeasonsPeople()), browser, options }
  await openTheSeason(walk)
  await putTheTalkOnTheMenu(walk)
  await orderIt(walk)
  await dispatchIt(walk)
  await acceptIt(walk)
  const session = await signUpForIt(walk)
  await holdIt(walk, session)
  await seeWhatItGave(walk)
  return walk.server
}

// Those that read in large text are often those whose phones run no script.
const ways = [
  ['on a phone in large text without script', { width: 360, largeText: true, javaScript: false }],
  ['at a desk', { width: 1440 }],
] as const satisfies readonly (readonly [string, Walk['options']])[]

test.each(ways)('a season runs from its opening to its bulletin %s', async (_, options) => {
  const server = await walkTheSeason(options)
  expect((await fetch(`${server.origin}/health`)).status).toBe(200)
})
