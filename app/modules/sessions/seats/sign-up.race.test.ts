import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { allAtOnce } from '#test/race.ts'
import { cancelSession } from '../cancel-session.ts'
import { lineOf } from '../waitlist/queries.ts'
import { dealSeats } from './deal-seats.ts'
import { signUpsOf } from './queries.ts'
import { signUp } from './sign-up.ts'
import type { Place } from './take-places.ts'

const database = await ownDatabase()
const contenders = 8

/** What makes everyone wait, whatever the commands themselves lock. */
async function lockRow(ctx: Context, sessionId: string) {
  await ctx.tx
    .selectFrom('session')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('id', '=', sessionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function makeRace(seats: number) {
  return committed(database, async (ctx) => {
    const { id: sessionId, hostId } = await makeSession(ctx, {
      venueSeats: seats,
      headCount: seats,
    })
    const actors = []
    for (let made = 0; made < contenders; made += 1)
      actors.push((await as(ctx, await makePerson(ctx))).actor)
    return { sessionId, actors, host: (await as(ctx, { id: hostId })).actor }
  })
}

/** Everyone's places at a session: how many sit, and who stands in line where. */
async function placesAt(sessionId: string) {
  return committed(database, async (ctx) => {
    const seated = (await signUpsOf(ctx, sessionId)).map((person) => person.id)
    const line = await lineOf(ctx, sessionId)
    const waiting = line.flatMap(({ people }) => people.map((person) => person.id))
    return { seated, waiting, positions: line.map(({ position, number }) => [position, number]) }
  })
}

// Both tests were run five times with .forUpdate() taken out of lockSession and failed each time:
// all eight had counted before anyone's seat was committed, so that all eight were seated.
test.each([1, 3])(
  'of eight who ask at once for %i seats the others stand in line',
  async (seats) => {
    const { sessionId, actors } = await makeRace(seats)
    const places: Place[] = []
    const outcomes = await allAtOnce(
      database,
      (ctx) => lockRow(ctx, sessionId),
      actors.map(
        (actor) => () =>
          committed(database, async (ctx) => places.push(await signUp(ctx, { sessionId })), {
            actor,
          }),
      ),
    )
    expect(outcomes).toEqual(Array<string>(contenders).fill('done'))
    const { seated, waiting, positions } = await placesAt(sessionId)
    expect(seated.length).toBe(seats)
    const inOrder = Array.from({ length: contenders - seats }, (_, at) => at + 1)
    expect(positions).toEqual(inOrder.map((number) => [number, number]))
    expect([...seated, ...waiting].toSorted()).toEqual(
      actors.map(({ personId }) => String(personId)).toSorted(),
    )
    const told = places.flatMap((place) => (place.seated ? [] : [place.position]))
    expect(told.toSorted((a, b) => a - b)).toEqual(inOrder)
  },
)

test('a session that is called off at that moment seats nobody', async () => {
  const { sessionId, actors, host } = await makeRace(contenders)
  const outcomes = await allAtOnce(
    database,
    (ctx) => cancelSession({ ...ctx, actor: host }, { sessionId, reason: '场地漏水' }),
    actors.map(
      (actor) => () => committed(database, (ctx) => signUp(ctx, { sessionId }), { actor }),
    ),
  )
  expect(outcomes).toEqual(Array<string>(contenders).fill('session.cancelled'))
})

test('three seats kept for children go to children, and the rest to whoever comes first', async () => {
  const made = await committed(database, async (ctx) => {
    const { id: sessionId, hostId } = await makeSession(ctx, { venueSeats: 5, headCount: 5 })
    const host = await as(ctx, { id: hostId })
    await dealSeats(host, { sessionId, seats: 5, childSeats: 3 })
    const people = []
    for (let each = 0; each < contenders; each += 1)
      people.push(await makePerson(ctx, undefined, each < 4 ? { bornOn: '2012-01-01' } : {}))
    return { sessionId, host: host.actor, personIds: people.map((person) => person.id) }
  })
  const { sessionId, host, personIds } = made
  const outcomes = await allAtOnce(
    database,
    (ctx) => lockRow(ctx, sessionId),
    personIds.map(
      (personId) => () =>
        committed(database, (ctx) => signUp(ctx, { sessionId, personId }), { actor: host }),
    ),
  )
  // Whoever is first, five sit, three of them at the children's seats, and no grown-up at one.
  expect(outcomes).toEqual(Array<string>(contenders).fill('done'))
  const rows = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('signUp')
      .innerJoin('person', 'person.id', 'signUp.personId')
      .select(['seat', 'bornOn'])
      .where('sessionId', '=', sessionId)
      .execute(),
  )
  expect(rows.filter((row) => row.seat === 'child').map((row) => row.bornOn)).toEqual(
    Array(3).fill('2012-01-01'),
  )
  expect(rows.length).toBe(5)
})
