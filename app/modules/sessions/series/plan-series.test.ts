import { expect, test } from 'vitest'
import { fillHolidays } from '#app/modules/organisation/holidays/fill-holidays.ts'
import { system } from '#app/platform/context.ts'
import { dayOf, timeOf } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { factsOf, makeDraft, makeResource, makeSeries, makeSession } from '#test/make-sessions.ts'
import { cancelSession } from '../cancel-session.ts'
import { findSession } from '../queries.ts'
import { bookResource } from '../resources/book-resource.ts'
import { signUp } from '../seats/sign-up.ts'
import { offerThing } from '../things/offer-thing.ts'
import { thingsOf } from '../things/queries.ts'
import { cancelFollowing } from './cancel-following.ts'
import { changeFollowing } from './change-following.ts'
import { planSeries } from './plan-series.ts'
import { publishSeries } from './publish-series.ts'
import { neighboursOf, sessionsOfSeries } from './queries.ts'

const everyWeek = { weekdays: [], untilOn: '2022-02-17', onHolidays: 'skip' as const }

test('a session comes again every Thursday but Spring Festival, each a draft with what the first needs', () =>
  rolledBack(async (ctx) => {
    await fillHolidays({ ...ctx, actor: system })
    const { id: sessionId, office } = await makeDraft(ctx, {
      needs: ['calligrapher'],
      childSeats: 2,
    })
    await offerThing(office, { sessionId, name: '春联', offered: 30 })
    const { id } = await planSeries(office, { sessionId, ...everyWeek })
    const sessions = await sessionsOfSeries(ctx, id)
    expect(sessions.map(({ during }) => `${dayOf(during.start)} ${timeOf(during.end)}`)).toEqual([
      '2022-01-20 16:00',
      '2022-01-27 16:00',
      '2022-02-10 16:00',
      '2022-02-17 16:00',
    ])
    const [first, ...others] = sessions
    expect(others.map(({ number }) => number)).toEqual([1, 2, 3].map((by) => first!.number + by))
    for (const other of others)
      expect(other).toMatchObject({ status: 'draft', title: '写春联', seats: 10, childSeats: 2 })
    expect(await thingsOf(ctx, others[2]!.id)).toMatchObject([
      { name: '春联', offered: 30, given: 0 },
    ])
    expect((await factsOf(ctx, id)).map(({ name, details }) => [name, details])).toEqual([
      ['series.planned', { sessions: 4 }],
    ])
    const again = { sessionId, ...everyWeek }
    expect(await failureOf(ctx, () => planSeries(office, again))).toBe('series.already')
  }))

test('only wanted days are made; the others are exceptions', () =>
  rolledBack(async (ctx) => {
    await fillHolidays({ ...ctx, actor: system })
    const { id: sessionId, office } = await makeDraft(ctx)
    const bad = { sessionId, ...everyWeek, days: ['2022-02-03'] }
    expect(await failureOf(ctx, () => planSeries(office, bad))).toBe('series.notThatDay')
    const { id } = await planSeries(office, { ...bad, days: ['2022-02-10'] })
    expect((await sessionsOfSeries(ctx, id)).length).toBe(2)
    const { exceptOn } = await ctx.tx
      .selectFrom('sessionSeries')
      .select('exceptOn')
      .executeTakeFirstOrThrow()
    expect(exceptOn).toEqual(['2022-01-27', '2022-02-17'])
  }))

test('one taken day keeps the whole series out, and strangers and orders make none', () =>
  rolledBack(async (ctx) => {
    await fillHolidays({ ...ctx, actor: system })
    const { id: sessionId, office, unitId, venueId } = await makeDraft(ctx)
    const when = { date: '2022-02-10', from: '15:30', to: '17:00' }
    await makeDraft(ctx, { unitId, venueId, when })
    const plan = { sessionId, ...everyWeek }
    expect(await failureOf(ctx, () => planSeries(office, plan))).toBe('venue_taken')
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', unitId))
    expect(await failureOf(ctx, () => planSeries(organiser, plan))).toBe('forbidden')
    const ordered = { ...plan, sessionId: (await makeSession(ctx)).id }
    expect(await failureOf(ctx, () => planSeries(office, ordered))).toBe('series.ofOrder')
  }))

test('what is ready is announced at once, the others wait', () =>
  rolledBack(async (ctx) => {
    const { id: seriesId, office, sessions } = await makeSeries(ctx, { needs: ['calligrapher'] })
    const publish = () => publishSeries(office, { seriesId })
    expect(await failureOf(ctx, publish)).toBe('session.needsResource')
    const { id: resourceId } = await makeResource(ctx, 'calligrapher')
    await bookResource(office, { resourceId, sessionId: sessions[1]!.id })
    expect(await publish()).toEqual({ announced: 1, left: 3 })
    expect((await sessionsOfSeries(ctx, seriesId)).map(({ status }) => status)).toEqual([
      'draft',
      'scheduled',
      'draft',
      'draft',
    ])
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => publishSeries(stranger, { seriesId }))).toBe('forbidden')
  }))

test('this one and all that follow are moved, nobody loses a seat, and neighbours are known', () =>
  rolledBack(async (ctx) => {
    const { id: seriesId, office, sessions, unitId } = await makeSeries(ctx)
    await publishSeries(office, { seriesId })
    const [, second, third, last] = sessions
    const member = await makePerson(ctx)
    await signUp(await as(ctx, member), { sessionId: third!.id })
    const later = { sessionId: second!.id, from: '09:00', to: '10:30' }
    await changeFollowing(office, later)
    const moved = await sessionsOfSeries(ctx, seriesId)
    expect(moved.map(({ during }) => timeOf(during.start))).toEqual([
      '14:00',
      '09:00',
      '09:00',
      '09:00',
    ])
    expect(moved.map(({ revision }) => revision)).toEqual([0, 1, 1, 1])
    expect((await factsOf(ctx, third!.id)).at(-1)).toMatchObject({
      name: 'session.changed',
      details: { seriesId, was: { start: third!.during.start.toISOString() } },
    })
    const { before, after } = await neighboursOf(ctx, { id: third!.id, seriesId })
    expect([before?.id, after?.id]).toEqual([second!.id, last!.id])
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => changeFollowing(stranger, later))).toBe('forbidden')
    expect(await failureOf(ctx, () => changeFollowing(office, later))).toBe(
      'session.nothingChanged',
    )
    const blocking = { date: '2022-02-10', from: '16:30', to: '17:30' }
    await makeDraft(ctx, { unitId, venueId: second!.venueId!, when: blocking })
    const onto = { ...later, from: '17:00', to: '18:00' }
    expect(await failureOf(ctx, () => changeFollowing(office, onto))).toBe('venue_taken')
  }))

test('this one and all that follow are called off; what was called off or held before stays so', () =>
  rolledBack(async (ctx) => {
    const { id: seriesId, office, sessions } = await makeSeries(ctx)
    await publishSeries(office, { seriesId })
    const [first, second, third] = sessions
    await cancelSession(office, { sessionId: third!.id, reason: '停电' })
    const off = { sessionId: second!.id, reason: '老师病了' }
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => cancelFollowing(stranger, off))).toBe('forbidden')
    await cancelFollowing(office, off)
    const all = await sessionsOfSeries(ctx, seriesId)
    expect(all.map(({ status, cancelReason }) => [status, cancelReason])).toEqual([
      ['scheduled', null],
      ['cancelled', '老师病了'],
      ['cancelled', '停电'],
      ['cancelled', '老师病了'],
    ])
    expect((await findSession(ctx, first!.id))!.revision).toBe(0)
    expect(await failureOf(ctx, () => cancelFollowing(office, off))).toBe('series.nothingLeft')
  }))
