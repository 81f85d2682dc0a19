import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { homeOf } from '#app/modules/home/queries.ts'
import { mattersOn } from '#app/modules/matters/board/queries.ts'
import { callsToMake } from '#app/modules/matters/claims/queries.ts'
import { needsIn, openReferrals } from '#app/modules/matters/needs/queries.ts'
import { demoPersonas } from '#app/modules/people/accounts/queries.ts'
import { actorOf } from '#app/modules/people/queries.ts'
import { comingSessions } from '#app/modules/sessions/queries.ts'
import { signUpsOf } from '#app/modules/sessions/seats/queries.ts'
import { menuOf } from '#app/modules/talks/menu/queries.ts'
import { callBacks, talkRecord } from '#app/modules/talks/reviews/queries.ts'
import { everyTable } from '#app/operator/tables.ts'
import { type Context, holds } from '#app/platform/context.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { dayOf } from '#app/platform/time.ts'
import { committed, ownDatabase, street } from '#test/database.ts'
import { as } from '#test/make.ts'
import { busyBranches, loadDemo } from './load.ts'

/** A Tuesday morning. */
const now = new Date('2026-11-24T10:00:00+08:00')
const neighbour = 320613016
const district = 320613
const database = await ownDatabase()

beforeAll(() => loadDemo(database, now, busyBranches), 120_000)

const inStreet = <T>(work: (ctx: Context) => Promise<T>, where = street) =>
  committed(database, work, { street: where, now })

/** What a demo has in each table, and every person of it, but for the ids. */
async function gist(of: Database) {
  const client = new pg.Client(of.address)
  await client.connect()
  const rows = new Map<string, number>()
  for (const { name, ofStreet } of await everyTable(client)) {
    await client.query(ofStreet ? 'set role hearth_backup' : 'reset role')
    rows.set(name, (await client.query(`select from "${name}"`)).rowCount!)
  }
  await client.query('set role hearth_backup')
  const people = await client.query(
    'select street_id, name, born_on, phone, dialect, homebound from person order by 1, 2, 3, 4',
  )
  await client.end()
  return { rows, people: people.rows }
}

test('told twice, the demo is the same', { timeout: 120_000 }, async () => {
  const again = await ownDatabase()
  await loadDemo(again, now, busyBranches)
  expect(await gist(again)).toEqual(await gist(database))
})

test('the demo’s buttons sign in nine people, each with a part of their own', async () => {
  const personas = await inStreet((ctx) => demoPersonas(ctx))
  expect(personas.map(({ name, street: where }) => [name, where])).toEqual([
    ['office', street],
    ['organiser', street],
    ['speaker', street],
    ['member', street],
    ['youth', street],
    ['guardian', street],
    ['proofreader', street],
    ['volunteer', street],
    ['district', district],
  ])
  const roles = [
    'office',
    'organiser',
    'member',
    'youth',
    'guardian',
    'proofreader',
    'volunteer',
  ] as const
  for (const role of roles) {
    const { personId } = personas.find(({ name }) => name === role)!
    const actor = await inStreet((ctx) => actorOf(ctx, personId))
    expect([role, holds(actor, [role])]).toEqual([role, true])
  }
})

test('something waits for everyone', async () => {
  const personas = await inStreet((ctx) => demoPersonas(ctx))
  const waits = new Map<string, (string | null)[]>()
  for (const { name, personId, street: where } of personas) {
    const kinds = await inStreet(async (ctx) => {
      const { waiting, places, streets } = await homeOf(await as(ctx, { id: personId }), personId)
      const shown = [...waiting.map(({ kind }) => kind), ...places.map(() => 'shift')]
      return [...new Set([...shown, ...streets.map(({ summary }) => summary && 'summary')])]
    }, where)
    waits.set(name, kinds)
  }
  expect(Object.fromEntries(waits)).toEqual({
    office: [
      'atRisk',
      'entries',
      'overlaps',
      'plan',
      'vet',
      'settle',
      'dispatch',
      'callBacks',
      'reviewCalls',
      'vettings',
      'needs',
      'askResidents',
      'applications',
      'wishes',
      'unanswered',
      'requests',
      'bulletin',
    ],
    organiser: ['close', 'entries', 'overlaps', 'contact', 'order', 'review'],
    speaker: ['invited', 'openOrders'],
    member: ['taps', 'cards'],
    youth: ['shift'],
    guardian: ['consent', 'taps', 'shift'],
    proofreader: ['bulletin'],
    volunteer: ['round', 'taps', 'swaps', 'shift'],
    district: ['summary'],
  })
})

test('matters stand at each stretch of their way', async () => {
  const counts = await inStreet(async (ctx) => ({
    waiting: (await needsIn(ctx, ['waiting'])).length,
    referred: (await openReferrals(ctx)).length,
    open: (await mattersOn(ctx, { statuses: ['open'] })).length,
    claimed: (await mattersOn(ctx, { statuses: ['claimed'] })).length,
    done: (await mattersOn(ctx, { statuses: ['done'] })).length,
    callBacks: (await callsToMake(ctx)).toCallBack.length,
  }))
  expect(counts).toEqual({ waiting: 4, referred: 1, open: 2, claimed: 3, done: 1, callBacks: 1 })
})

test('one talk’s record says what was thought of it, another’s only how many answered', async () => {
  const records = await inStreet(async (ctx) => {
    const { talks } = await menuOf(ctx)
    const of = (number: number) => talks.find((talk) => talk.number === number)!.id
    const drill = await talkRecord(ctx, of(48))
    const pressure = await talkRecord(ctx, of(38))
    return { drill, pressure, poor: await callBacks(ctx) }
  })
  expect(records.drill).toMatchObject({ asked: 10, answers: 8, mean: 4.4 })
  expect(records.pressure).toMatchObject({ asked: 4, answers: 3, mean: null })
  expect(records.poor.map(({ level, callDueOn }) => [level, callDueOn])).toEqual([
    [2, '2026-11-24'],
  ])
})

test('tomorrow’s session has a seat for the member, and one for the child already', async () => {
  const [personas, [tomorrow], seated] = await inStreet(async (ctx) => {
    const coming = (await comingSessions(ctx)).filter(({ visitorId }) => visitorId === null)
    const people = await signUpsOf(ctx, coming[0]!.id)
    return [await demoPersonas(ctx), coming, people.map(({ id }) => id)] as const
  })
  const idOf = (as: string) => personas.find(({ name }) => name === as)!.personId
  expect(dayOf(tomorrow!.during.start)).toBe('2026-11-25')
  expect(tomorrow!.seats).toBeGreaterThan(seated.length)
  expect(tomorrow!.speakerPersonId).toBe(idOf('speaker'))
  expect(tomorrow!.hostId).toBe(idOf('organiser'))
  expect(['member', 'youth', 'volunteer'].map((as) => seated.includes(idOf(as)))).toEqual([
    false,
    true,
    true,
  ])
})

test('nothing of the past is still to be told, and nothing was left undone', async () => {
  const { rows } = await database.rollup.query('select from fact where delivered_at is null')
  expect(rows).toEqual([])
  const late = await inStreet((ctx) =>
    ctx.tx
      .selectFrom('notice')
      .select('name')
      .where('channel', '=', 'sms')
      .where('sentAt', 'is', null)
      .where('dueAt', '<=', now)
      .execute(),
  )
  expect(late).toEqual([])
})

test('the neighbour has its own winter under the same names, and sees nothing else', async () => {
  const [ours, theirs] = [
    await inStreet((ctx) => menuOf(ctx).then((menu) => menu.talks)),
    await inStreet((ctx) => menuOf(ctx).then((menu) => menu.talks), neighbour),
  ]
  expect(ours).toHaveLength(60)
  const titles = ours.map(({ title }) => title)
  expect(theirs.map(({ title }) => titles.includes(title))).toEqual([true, true])
  const ids = new Set(ours.map(({ id }) => id))
  expect(theirs.filter(({ id }) => ids.has(id))).toEqual([])
  const seasons = await inStreet(
    (ctx) => ctx.tx.selectFrom('season').select(['streetId', 'name']).execute(),
    neighbour,
  )
  expect(seasons).toEqual([{ streetId: neighbour, name: '2026–2027 年冬训' }])
})
