import { expect, test } from 'vitest'
import { type Context, system } from '#app/platform/context.ts'
import { hour, later } from '#app/platform/time.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { allAtOnce } from '#test/race.ts'
import { findSession } from '../queries.ts'
import { cancelSignUp } from '../seats/cancel-sign-up.ts'
import { signUpsOf } from '../seats/queries.ts'
import { signUp } from '../seats/sign-up.ts'
import { acceptOffer } from './accept-offer.ts'
import { fillByHand } from './fill-by-hand.ts'
import { offerSeats } from './offer-seats.ts'
import { lineOf } from './queries.ts'
import { tendOffers } from './tend-offers.ts'

const database = await ownDatabase()

/** A session with some seats that are taken, and people who wait for them one by one. */
async function makeLine(seats: number, waits: number) {
  return committed(database, async (ctx) => {
    const { id: sessionId, hostId } = await makeSession(ctx, {
      venueSeats: seats,
      headCount: seats,
    })
    const ids: string[] = []
    for (let each = 0; each < seats + waits; each += 1) ids.push((await makePerson(ctx)).id)
    const host = await as(ctx, { id: hostId })
    for (const personId of ids) await signUp(host, { sessionId, personId })
    const waitingIds = (await lineOf(ctx, sessionId)).map(({ id }) => id)
    return {
      sessionId,
      host: host.actor,
      seated: ids.slice(0, seats),
      waiting: ids.slice(seats),
      waitingIds,
    }
  })
}

type Line = Awaited<ReturnType<typeof makeLine>>

/** What makes everyone wait, whatever the commands themselves lock. */
const hold = (sessionId: string) => (ctx: Context) =>
  ctx.tx
    .selectFrom('session')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('id', '=', sessionId)
    .forUpdate()
    .execute()

const byHost =
  ({ host }: Line, work: (ctx: Context) => Promise<unknown>, now?: Date) =>
  () =>
    committed(database, work, { actor: host, ...(now ? { now } : {}) })

const now = new Date('2022-01-12T10:00:00+08:00')

/** Gives the first seat back and offers it to the first in line. */
async function offerFirst({ sessionId, host, seated }: Line) {
  await committed(database, (ctx) => cancelSignUp(ctx, { sessionId, personId: seated[0]! }), {
    actor: host,
  })
  await committed(database, (ctx) => offerSeats(ctx, { sessionId }), { actor: system })
}

async function seenAfter(sessionId: string) {
  return committed(database, async (ctx) => ({
    seated: (await signUpsOf(ctx, sessionId)).map(({ id }) => id),
    line: (await lineOf(ctx, sessionId)).map(({ people, status }) => `${people[0]!.id} ${status}`),
    taken: (await findSession(ctx, sessionId))!.taken,
  }))
}

// Run with .forUpdate() taken out of lockSession, each of these failed: all eight yeses counted, and the
// others never came to wait for one another.

test('eight cancel and sign up at once, and no seat is lost, given twice, or given past the line', async () => {
  const line = await makeLine(4, 4)
  const { sessionId, seated, waiting } = line
  const newcomers = await committed(database, async (ctx) => {
    const made = []
    for (let each = 0; each < 4; each += 1) made.push((await makePerson(ctx)).id)
    return made
  })
  const steps = seated.flatMap((personId, at) => [
    byHost(line, (ctx) => cancelSignUp(ctx, { sessionId, personId })),
    byHost(line, (ctx) => signUp(ctx, { sessionId, personId: newcomers[at]! })),
  ])
  expect(await allAtOnce(database, hold(sessionId), steps)).toEqual(Array(8).fill('done'))
  await committed(database, (ctx) => offerSeats(ctx, { sessionId }), { actor: system })
  const after = await seenAfter(sessionId)
  expect(after.seated).toEqual([])
  expect(after.line.slice(0, 4)).toEqual(waiting.map((id) => `${id} offered`))
  const behind = newcomers.map((id) => `${id} waiting`)
  expect(after.line.slice(4).toSorted()).toEqual(behind.toSorted())
  expect(after.taken).toBe(4)
})

test('of eight yeses to one offer at once one counts, and one seat is taken', async () => {
  const line = await makeLine(1, 2)
  const { sessionId, waiting, waitingIds } = line
  await offerFirst(line)
  const accept = byHost(line, (ctx) => acceptOffer(ctx, { waitingId: waitingIds[0]! }))
  const outcomes = await allAtOnce(database, hold(sessionId), Array(8).fill(accept))
  expect(outcomes.toSorted()).toEqual(['done', ...Array(7).fill('offer.taken')])
  expect(await seenAfter(sessionId)).toEqual({
    seated: [waiting[0]],
    line: [`${waiting[1]} waiting`],
    taken: 1,
  })
})

test('a yes in the last moment and the round that ends the offer: one of them holds', async () => {
  const line = await makeLine(1, 2)
  const { sessionId, waiting, waitingIds } = line
  await offerFirst(line)
  const until = later(now, 4 * hour)
  const accept = byHost(
    line,
    (ctx) => acceptOffer(ctx, { waitingId: waitingIds[0]! }),
    later(until, -1),
  )
  const round = () => committed(database, tendOffers, { actor: system, now: until })
  const steps = [accept, round, round, accept]
  const outcomes = await allAtOnce(database, hold(sessionId), steps)
  const after = await seenAfter(sessionId)
  const isTaken = after.seated.length === 1
  expect(after).toEqual({
    seated: isTaken ? [waiting[0]] : [],
    line: [`${waiting[1]} ${isTaken ? 'waiting' : 'offered'}`],
    taken: 1,
  })
  expect(outcomes.toSorted()).toEqual(
    isTaken
      ? ['done', 'done', 'done', 'offer.taken']
      : ['done', 'done', 'offer.over', 'offer.over'],
  )
})

test('one free seat, offered to one and given to another by hand at once, is taken once', async () => {
  const line = await makeLine(1, 4)
  const { sessionId, waitingIds, waiting } = line
  await offerFirst(line)
  const fill = (at: number) =>
    byHost(line, (ctx) => fillByHand(ctx, { waitingId: waitingIds[at]!, reason: '路远' }))
  const accept = byHost(line, (ctx) => acceptOffer(ctx, { waitingId: waitingIds[0]! }))
  const outcomes = await allAtOnce(database, hold(sessionId), [fill(1), accept, fill(2), fill(0)])
  const first = ['done', 'line.ended', 'line.noRoom', 'line.noRoom'].toSorted()
  const other = ['done', 'line.noRoom', 'line.noRoom', 'offer.taken'].toSorted()
  expect([first, other]).toContainEqual(outcomes.toSorted())
  const after = await seenAfter(sessionId)
  expect(after.seated).toEqual([waiting[0]])
  expect(after.line).toEqual(waiting.slice(1).map((id) => `${id} waiting`))
})

test('a seat that is given back eight times at once is given back once', async () => {
  const line = await makeLine(2, 2)
  const { sessionId, seated, waiting } = line
  const cancel = byHost(line, (ctx) => cancelSignUp(ctx, { sessionId, personId: seated[0]! }))
  const outcomes = await allAtOnce(database, hold(sessionId), Array(8).fill(cancel))
  expect(outcomes.toSorted()).toEqual(['done', ...Array(7).fill('session.notSignedUp')])
  await committed(database, (ctx) => offerSeats(ctx, { sessionId }), { actor: system })
  const after = await seenAfter(sessionId)
  expect(after.line).toEqual([`${waiting[0]} offered`, `${waiting[1]} waiting`])
})

test('eight rounds at once make each offer once', async () => {
  const line = await makeLine(2, 3)
  const { sessionId, seated, waiting, waitingIds } = line
  for (const personId of seated)
    await byHost(line, (ctx) => cancelSignUp(ctx, { sessionId, personId }))()
  const round = () => committed(database, tendOffers, { actor: system, now })
  const outcomes = await allAtOnce(database, hold(sessionId), Array(8).fill(round))
  expect(outcomes).toEqual(Array(8).fill('done'))
  expect((await seenAfter(sessionId)).line).toEqual([
    `${waiting[0]} offered`,
    `${waiting[1]} offered`,
    `${waiting[2]} waiting`,
  ])
  const told = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('fact')
      .select('subjectId')
      .where('name', '=', 'offer.made')
      .where('subjectId', 'in', waitingIds)
      .execute(),
  )
  expect(told.map(({ subjectId }) => subjectId).toSorted()).toEqual(
    waitingIds.slice(0, 2).toSorted(),
  )
})
