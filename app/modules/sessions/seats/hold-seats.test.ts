import { expect, test } from 'vitest'
import { type Context, system } from '#app/platform/context.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { findSession } from '../queries.ts'
import { acceptOffer } from '../waitlist/accept-offer.ts'
import { offerSeats } from '../waitlist/offer-seats.ts'
import { lineOf, offersTo } from '../waitlist/queries.ts'
import { cancelSignUp } from './cancel-sign-up.ts'
import { holdSeats } from './hold-seats.ts'
import { nameSeats } from './name-seats.ts'
import { signUpsOf, unnamedSeatsOf } from './queries.ts'
import { signUp } from './sign-up.ts'

/** A session with five seats, and two units that want some. */
async function makeUnits(ctx: Context) {
  const session = await makeSession(ctx, { venueSeats: 5, headCount: 5 })
  const unit = await makeBranch(ctx)
  const other = await makeBranch(ctx)
  const organiserId = (await makeAppointed(ctx, 'organiser', unit.id)).id
  const organiser = await as(ctx, { id: organiserId })
  const byOther = await as(ctx, await makeAppointed(ctx, 'organiser', other.id))
  const held = async () =>
    (await unnamedSeatsOf(ctx, session.id)).map(({ unitId, seats }) => [unitId, seats])
  return {
    sessionId: session.id,
    unitId: unit.id,
    otherId: other.id,
    organiserId,
    organiser,
    byOther,
    held,
  }
}

test('a unit holds seats, changes how many, and gives them back', () =>
  rolledBack(async (ctx) => {
    const { sessionId, unitId, organiser, held } = await makeUnits(ctx)
    const hold = (seats: number) => holdSeats(organiser, { sessionId, unitId, seats })
    expect(await hold(3)).toEqual({ held: 3, position: null })
    expect((await findSession(ctx, sessionId))?.taken).toBe(3)
    expect(await hold(5)).toEqual({ held: 5, position: null })
    expect(await hold(2)).toEqual({ held: 2, position: null })
    expect(await held()).toEqual([[unitId, 2]])
    expect(await hold(0)).toEqual({ held: 0, position: null })
    expect(await held()).toEqual([])
    expect((await findSession(ctx, sessionId))?.taken).toBe(0)
  }))

test('seats that a unit can’t have yet are waited for together, and offered to who asked', () =>
  rolledBack(async (ctx) => {
    const { sessionId, unitId, otherId, organiserId, organiser, byOther, held } =
      await makeUnits(ctx)
    await holdSeats(byOther, { sessionId, unitId: otherId, seats: 3 })
    await holdSeats(organiser, { sessionId, unitId, seats: 1 })
    expect(await holdSeats(organiser, { sessionId, unitId, seats: 4 })).toEqual({
      held: 1,
      position: 1,
    })
    const more = { sessionId, unitId, seats: 5 }
    expect(await failureOf(ctx, () => holdSeats(organiser, more))).toBe('session.alreadyInLine')
    const six = { sessionId, unitId: otherId, seats: 9 }
    expect(await failureOf(ctx, () => holdSeats(byOther, six))).toBe('session.partyTooBig')
    await holdSeats(byOther, { sessionId, unitId: otherId, seats: 1 })
    await offerSeats({ ...ctx, actor: system }, { sessionId })
    const [offer] = await offersTo(ctx, organiserId)
    expect(offer).toMatchObject({ sessionId, seats: 3 })
    expect((await findSession(ctx, sessionId))?.taken).toBe(5)
    await acceptOffer(organiser, { waitingId: offer!.waitingId })
    expect(new Map((await held()) as [string, number][])).toEqual(
      new Map([
        [unitId, 4],
        [otherId, 1],
      ]),
    )
    expect(await lineOf(ctx, sessionId)).toEqual([])
  }))

test('a unit that wants no more than it holds leaves the line', () =>
  rolledBack(async (ctx) => {
    const { sessionId, unitId, otherId, organiser, byOther, held } = await makeUnits(ctx)
    await holdSeats(byOther, { sessionId, unitId: otherId, seats: 4 })
    await holdSeats(organiser, { sessionId, unitId, seats: 1 })
    await holdSeats(organiser, { sessionId, unitId, seats: 2 })
    expect(await holdSeats(organiser, { sessionId, unitId, seats: 1 })).toEqual({
      held: 1,
      position: null,
    })
    expect(await lineOf(ctx, sessionId)).toEqual([])
    expect((await held()).length).toBe(2)
  }))

test('names take the held seats, of those who waited alone too, and nobody else gets in between', () =>
  rolledBack(async (ctx) => {
    const { sessionId, unitId, organiser, held } = await makeUnits(ctx)
    await holdSeats(organiser, { sessionId, unitId, seats: 5 })
    const people = []
    for (let each = 0; each < 3; each += 1) people.push((await makePerson(ctx, unitId)).id)
    await signUp(organiser, { sessionId, personId: people[0]! })
    expect((await lineOf(ctx, sessionId)).length).toBe(1)
    await nameSeats(organiser, { sessionId, unitId, personIds: people })
    expect((await signUpsOf(ctx, sessionId)).length).toBe(3)
    expect(await held()).toEqual([[unitId, 2]])
    expect((await findSession(ctx, sessionId))?.taken).toBe(5)
    expect(await lineOf(ctx, sessionId)).toEqual([])
    const again = { sessionId, unitId, personIds: [people[0]!] }
    expect(await failureOf(ctx, () => nameSeats(organiser, again))).toBe('session.alreadySignedUp')
    const late = []
    for (let each = 0; each < 3; each += 1) late.push((await makePerson(ctx, unitId)).id)
    const three = { sessionId, unitId, personIds: late }
    expect(await failureOf(ctx, () => nameSeats(organiser, three))).toBe('session.notSoManyHeld')
    await nameSeats(organiser, { ...three, personIds: late.slice(1) })
    expect(await held()).toEqual([])
  }))

test('a seat that was offered to someone who is named on a held one goes to the next', () =>
  rolledBack(async (ctx) => {
    const { sessionId, unitId, organiser } = await makeUnits(ctx)
    await holdSeats(organiser, { sessionId, unitId, seats: 4 })
    const people = []
    for (let each = 0; each < 3; each += 1) people.push(await makePerson(ctx, unitId))
    const [sitter, first, next] = people
    for (const { id } of people) await signUp(organiser, { sessionId, personId: id })
    await cancelSignUp(organiser, { sessionId, personId: sitter!.id })
    const offer = () => offerSeats({ ...ctx, actor: system }, { sessionId })
    await offer()
    const statuses = (await lineOf(ctx, sessionId)).map(({ status }) => status)
    expect(statuses).toEqual(['offered', 'waiting'])
    await nameSeats(organiser, { sessionId, unitId, personIds: [first!.id] })
    // The worker offers on after it.
    const left = await ctx.tx
      .selectFrom('fact')
      .select('details')
      .where('name', '=', 'line.left')
      .executeTakeFirst()
    expect(left?.details).toEqual({ sessionId, personId: first!.id })
    await offer()
    expect(await lineOf(ctx, sessionId)).toMatchObject([
      { status: 'offered', people: [{ id: next!.id }] },
    ])
  }))

test('seats are held by who runs the unit or the session, and by nobody else', () =>
  rolledBack(async (ctx) => {
    const { sessionId, unitId, organiser, byOther } = await makeUnits(ctx)
    const input = { sessionId, unitId, seats: 2 }
    expect(await failureOf(ctx, () => holdSeats(byOther, input))).toBe('forbidden')
    const elsewhere = { ...organiser, street: otherStreet }
    expect(await failureOf(ctx, () => holdSeats(elsewhere, input))).toBe('notFound')
    await holdSeats(organiser, input)
    const stranger = await makePerson(ctx)
    const names = { sessionId, unitId, personIds: [stranger.id] }
    expect(await failureOf(ctx, () => nameSeats(organiser, names))).toBe('forbidden')
  }))
