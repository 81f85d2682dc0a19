import { sql } from 'kysely'
import { actorOf } from '#app/modules/people/queries.ts'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import type { Context } from '#app/platform/context.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { Refused } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import { seeded } from '#demo/content/random.ts'
import { makeStreet } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { onBoth, quantile, run } from './databases.ts'
import { measured, ofPeer, type Row } from './report.ts'

const attempts = 5000
/** Some tap twice, at once. */
const peopleCount = 4600
const seats = 40

/**
 * 4,600 people tap 5,000 times at the same moment for 40 seats. Through the command 40 sit, everyone
 * else waits in the order in which they came, and nobody is lost or there twice; beside it the same
 * tables written as one would write it first: count, then insert.
 */
export const signup = () => onBoth(measure)

async function measure(database: Database, where: string): Promise<Row[]> {
  const { people, ours, plain } = await run(database, fill)
  const { pick } = seeded(seats)
  const twice = Array.from({ length: attempts - peopleCount }, () => pick(people))
  const asking = [...people, ...twice]
  const asksOurs = async (ctx: Context, personId: string) => {
    const self = { ...ctx, actor: await actorOf(ctx, personId) }
    await signUp(self, { sessionId: ours })
  }
  const byCommand = await all(database, asking, asksOurs)
  const byPlain = await all(database, asking, (ctx, personId) =>
    countThenInsert(ctx, plain, personId),
  )
  const name = `5,000 for 40 seats, ${where}`
  const right = { seated: seats, waiting: peopleCount - seats }
  const peer = 'count, then insert'
  return [
    ...rowsOf(name, byCommand, await run(database, (ctx) => outcome(ctx, ours)), right),
    ...rowsOf(name, byPlain, await run(database, (ctx) => outcome(ctx, plain))).map((row) =>
      ofPeer(peer, row),
    ),
  ]
}

async function fill(ctx: Context) {
  const { id: unitId } = await makeStreet(ctx)
  const ours = await makeSession(ctx, { venueSeats: seats, headCount: seats })
  const plain = await makeSession(ctx, { venueSeats: seats, headCount: seats, date: '2022-01-14' })
  const people = Array.from({ length: peopleCount }, () => newId())
  await sql`insert into person (street_id, id, name, name_pinyin, home_unit_id, reach, made_at)
    select ${ctx.street}, id, '李' || n, 'li' || n, ${unitId}, 'call', ${ctx.now}
    from unnest(${people}::uuid[]) with ordinality as given (id, n)`.execute(ctx.tx)
  return { people, ours: ours.id, plain: plain.id }
}

/** When an attempt's transaction began and ended, whose it was, and whether it failed. */
type Attempt = { personId: string; began: number; ended: number; took: number; failed: boolean }

/** Everyone at once; as many are served at a time as there are connections. */
async function all(
  database: Database,
  people: readonly string[],
  ask: (ctx: Context, personId: string) => Promise<void>,
): Promise<Attempt[]> {
  const tapped = performance.now()
  const one = async (personId: string): Promise<Attempt> => {
    let began = 0
    let failed = false
    try {
      await run(database, async (ctx) => {
        began = performance.now()
        await ask(ctx, personId)
      })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      failed = error.reason.includes('_')
    }
    const ended = performance.now()
    return { personId, began, ended, took: ended - tapped, failed }
  }
  return Promise.all(people.map(one))
}

/** What one would write first. Between the count and the insert someone else may have sat down. */
async function countThenInsert(ctx: Context, sessionId: string, personId: string): Promise<void> {
  const { rows } = await sql<{ taken: number; waiting: number; there: boolean }>`
    select (select count(*) from sign_up where street_id = ${ctx.street} and session_id = ${sessionId}) as taken,
      (select count(*) from waiting where street_id = ${ctx.street} and session_id = ${sessionId}) as waiting,
      exists (select from sign_up where street_id = ${ctx.street} and session_id = ${sessionId} and person_id = ${personId})
        or exists (select from waiting_person where street_id = ${ctx.street} and session_id = ${sessionId} and person_id = ${personId}) as there`.execute(
    ctx.tx,
  )
  const { taken, waiting, there } = rows[0]!
  if (there) return
  const of = { streetId: ctx.street, sessionId }
  if (taken < seats) {
    await ctx.tx
      .insertInto('signUp')
      .values({ ...of, personId, madeBy: personId, madeAt: ctx.now })
      .execute()
    return
  }
  const id = newId()
  await ctx.tx
    .insertInto('waiting')
    .values({
      ...of,
      id,
      number: waiting + 1,
      status: 'waiting',
      askedBy: personId,
      askedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .insertInto('waitingPerson')
    .values({ ...of, waitingId: id, personId })
    .execute()
}

/** Everyone's place: 0 for a seat, else the place in the line. */
async function outcome(ctx: Context, sessionId: string) {
  const { rows } = await sql<{ personId: string; place: number }>`
    select person_id, 0 as place from sign_up
    where street_id = ${ctx.street} and session_id = ${sessionId} and cancelled_at is null
    union all
    select who.person_id, waiting.number from waiting
    join waiting_person who on who.street_id = waiting.street_id and who.waiting_id = waiting.id
    where waiting.street_id = ${ctx.street} and waiting.session_id = ${sessionId}
    order by 2`.execute(ctx.tx)
  return rows
}

function rowsOf(
  name: string,
  tried: readonly Attempt[],
  places: Awaited<ReturnType<typeof outcome>>,
  right?: { seated: number; waiting: number },
): Row[] {
  const exactly = (value: number | undefined) =>
    value === undefined ? undefined : { least: value }
  const none = right && { most: 0 }
  const seated = places.filter(({ place }) => place === 0).length
  const once = new Set(places.map(({ personId }) => personId)).size
  const took = tried.map((attempt) => attempt.took)
  const seconds = Math.max(...took) / 1000
  return [
    measured(name, 'seated', seated, '', exactly(right?.seated)),
    measured(name, 'seated beyond the seats', Math.max(0, seated - seats), '', none),
    measured(name, 'in the line', places.length - seated, '', exactly(right?.waiting)),
    measured(name, 'people there twice', places.length - once, '', none),
    measured(name, 'people lost', peopleCount - once, '', none),
    measured(name, 'passed by someone who came after', passedBy(tried, places), '', none),
    measured(name, 'answered with an error', tried.filter(({ failed }) => failed).length, '', none),
    measured(name, 'p50 from the tap', quantile(took, 0.5), 'ms'),
    measured(name, 'p99 from the tap', quantile(took, 0.99), 'ms'),
    measured(name, 'attempts a second', tried.length / seconds, '/s'),
  ]
}

/** How many stand behind someone whose attempt began only after theirs had ended. */
function passedBy(tried: readonly Attempt[], places: Awaited<ReturnType<typeof outcome>>): number {
  const first = new Map<string, Attempt>()
  for (const attempt of tried.toSorted((a, b) => a.began - b.began))
    if (!first.has(attempt.personId)) first.set(attempt.personId, attempt)
  let latest = 0
  let passed = 0
  for (const [, sharing] of Map.groupBy(places, ({ place }) => place)) {
    const here = sharing.flatMap(({ personId }) => first.get(personId) ?? [])
    passed += here.filter(({ ended }) => ended < latest).length
    latest = Math.max(latest, ...here.map(({ began }) => began))
  }
  return passed
}
