import { expect, test } from 'vitest'
import { creditHours } from '#app/modules/coverage/hours/credit-hours.ts'
import { summariseDay } from '#app/modules/coverage/summaries/summarise-day.ts'
import { openStreet } from '#app/modules/organisation/open-street.ts'
import type { Context } from '#app/platform/context.ts'
import { openBrowser } from '#test/browser.ts'
import { committed, ownDatabase, street } from '#test/database.ts'
import { makeAppointed, makeBranch, makeCommunity, makePerson } from '#test/make.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { makeSession } from '#test/make-sessions.ts'
import { makeSeason } from '#test/make-talks.ts'
import { serveTo } from '#test/server.ts'
import { signInCookie } from '#test/visitor.ts'
import { open, pageOf, press, says, visitorsPage, type Walk, waysToWalk } from '#test/walk.ts'

// Hours and coverage: what counts for a person, who looks twice, and who was not reached.

const browser = await openBrowser()
const district = 320613

/** A branch with someone on two rolls at one time, someone homebound, and a talk to come. */
async function makeWinter() {
  const database = await ownDatabase()
  const make = async (ctx: Context) => {
    const season = await makeSeason(ctx)
    const community = await makeCommunity(ctx, '费桥村')
    const branch = await makeBranch(ctx, community.id)
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const member = await makeAppointed(ctx, 'member', branch.id)
    const homebound = await makeAppointed(ctx, 'member', branch.id)
    await makeAppointed(ctx, 'member', branch.id)
    await ctx.tx
      .updateTable('person')
      .set({ homebound: true })
      .where('id', '=', homebound.id)
      .execute()
    const marks = { [member.id]: 'came' } as const
    const first = await makeHeld(ctx, { unitId: branch.id, date: '2022-01-11', marks })
    const at = { date: '2022-01-11', from: '15:00', minutes: 60 }
    const second = await makeHeld(ctx, { unitId: branch.id, ...at, marks })
    for (const { id } of [first, second]) await creditHours(ctx, { sessionId: id })
    await makeSession(ctx, { unitId: branch.id, placedBy: organiser.id, date: '2022-01-20' })
    const secretary = await makeAppointed(ctx, 'secretary', branch.id)
    await summariseDay(ctx)
    return { season, member, homebound, secretary, office: await makeAppointed(ctx, 'office') }
  }
  const now = new Date('2022-01-10T10:00:00+08:00')
  const people = await committed(database, make, { now })
  return { database, people: { ...people, reader: await makeReader(database) } }
}

/** Someone who reads for the district, in the district's own tenancy. */
async function makeReader(database: Walk['database']) {
  const code = String(district)
  const inDistrict = { street: district }
  return committed(
    database,
    async (ctx) => {
      const division = { code, name: '崇川区', level: 'district' } as const
      await ctx.tx.insertInto('division').values(division).execute()
      await ctx.tx
        .updateTable('division')
        .set({ parentCode: code })
        .where('code', '=', String(street))
        .execute()
      const { unitId } = await openStreet(ctx, { code, nameEn: 'Chongchuan' })
      const person = await makePerson(ctx, unitId)
      await ctx.tx
        .insertInto('appointment')
        .values({
          streetId: district,
          id: person.id,
          personId: person.id,
          unitId,
          role: 'district',
          fromOn: '2020-01-01',
          madeAt: ctx.now,
        })
        .execute()
      return person
    },
    inDistrict,
  )
}

type HoursWalk = Walk & Awaited<ReturnType<typeof makeWinter>>

async function enterHoursByHand(walk: HoursWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.secretary)
  await open(page, `/hours/${walk.people.member.id}`)
  await says(page, '同一时间的另一场活动已经记了学时')
  await page.locator('main summary', { hasText: '补记学时' }).click()
  await page.locator('#enter-new [name=what]').fill('区里的培训')
  await page.locator('#enter-new [name=onDay]').fill('2022-01-10')
  await page.locator('#enter-new [name=hours]').fill('4')
  await page.locator('#enter-new [name=strandCode]').selectOption('pioneer')
  await page.locator('#enter-new [name=form]').selectOption('centralised')
  await page.locator('#enter-new [name=reason]').fill('有会议通知')
  await press(page, '记下，等人确认')
  await says(page, '等另一位同事确认后才算数')
  await says(page, '补记的人不能自己确认')
  await page.context().close()
}

async function lookTwice(walk: HoursWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.office)
  await open(page, '/hours/to-settle')
  await press(page, '确认')
  await says(page, '确认了，学时已经算上')
  await page.locator('main [name=reason]').last().fill('问过本人')
  await page.locator('main').getByRole('button', { name: '就算这一场' }).last().click()
  await says(page, '现在没有要确认的补记')
  await walk.server.settle()
  await page.context().close()
}

async function seeOnesOwn(walk: HoursWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.member)
  await open(page, '/hours')
  await says(page, '到现在有 5 学时，这一季要 32 学时')
  await page.locator('main summary', { hasText: '怎么算出来的' }).click()
  await says(page, '党员 32 学时 = 32 学时')
  await page.context().close()
}

async function helpTheUnreached(walk: HoursWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.secretary)
  await open(page, '/coverage')
  await page.getByRole('link', { name: '一个一个帮' }).click()
  await says(page, walk.people.homebound.name)
  await press(page, '放进上门名单')
  await says(page, '放进上门名单了')
  await press(page, '约来听听')
  await says(page, '约好了')
  await press(page, '代为报名')
  await says(page, '已经报名《守住养老钱')
  await open(page, '/coverage/not-reached')
  await page.context().close()
}

async function changeTheRules(walk: HoursWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.office)
  await open(page, `/seasons/${walk.people.season.id}`)
  await page.getByRole('link', { name: '换学时办法' }).click()
  await page.locator('label', { hasText: '办法 C' }).click()
  await press(page, '先看看会变什么')
  await says(page, '会有 1 人的学时改变')
  await open(page, page.url())
  await page.locator('main [name=reason]').fill('试点')
  await press(page, '换，并更正学时')
  await says(page, '办法换好了')
  await walk.server.settle()
  await page.context().close()
  const member = await pageOf(walk, walk.people.member)
  await open(member, '/hours')
  await says(member, '更正，原来记的是 1 学时')
  await member.context().close()
}

async function readFromAbove(walk: HoursWalk): Promise<void> {
  const page = await visitorsPage(walk)
  const value = await signInCookie(walk.database, walk.people.reader, { street: district })
  await page.context().addCookies([{ name: 'hearth', value, url: walk.server.origin }])
  await open(page, '/district')
  await says(page, '1 / 3')
  const refused = await page.request.get(`/hours/${walk.people.member.id}`)
  expect(refused.status()).toBe(404)
  await page.context().close()
}

test.each(waysToWalk)('hours, second looks and the unreached %s', async (_, options) => {
  const made = await makeWinter()
  const walk: HoursWalk = { ...made, browser, options, server: await serveTo(made.database) }
  await enterHoursByHand(walk)
  await lookTwice(walk)
  await seeOnesOwn(walk)
  await helpTheUnreached(walk)
  await changeTheRules(walk)
  await readFromAbove(walk)
  expect((await fetch(`${walk.server.origin}/health`)).status).toBe(200)
})
