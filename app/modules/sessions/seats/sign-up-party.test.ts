import { expect, test } from 'vitest'
import { type Context, system } from '#app/platform/context.ts'
import { later, minute, momentOf } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { factsOf, makeGuardian, makeSession } from '#test/make-sessions.ts'
import { offerSeats } from '../waitlist/offer-seats.ts'
import { lineOf, placesOf } from '../waitlist/queries.ts'
import { cancelSignUp } from './cancel-sign-up.ts'
import { dealSeats } from './deal-seats.ts'
import { saidCantCome, signUpsOf } from './queries.ts'
import { setSignUpTimes } from './set-sign-up-times.ts'
import { signUp } from './sign-up.ts'
import { signUpList } from './sign-up-list.ts'
import { signUpParty } from './sign-up-party.ts'

const seated = async (ctx: Context, sessionId: string) =>
  (await signUpsOf(ctx, sessionId)).map((person) => person.id).toSorted()

const makeChild = (ctx: Context) => makePerson(ctx, undefined, { bornOn: '2012-01-01' })

/** A mother with her two children. */
async function makeFamily(ctx: Context) {
  const mother = await makePerson(ctx)
  const children = [await makeChild(ctx), await makeChild(ctx)]
  for (const child of children) await makeGuardian(ctx, child.id, mother.id)
  const personIds = [mother, ...children].map(({ id }) => id)
  return { mother, children, personIds, self: await as(ctx, mother) }
}

/** A session with so many seats, and its host. */
async function makeSmall(ctx: Context, seats: number, childSeats = 0) {
  const session = await makeSession(ctx, { venueSeats: seats, headCount: seats })
  const host = await as(ctx, { id: session.hostId })
  if (childSeats > 0) await dealSeats(host, { sessionId: session.id, seats, childSeats })
  return { ...session, host }
}

test('a family is seated together, its children on the children’s seats first', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId } = await makeSmall(ctx, 3, 1)
    const { personIds, self } = await makeFamily(ctx)
    expect(await signUpParty(self, { sessionId, personIds })).toEqual({ seated: true })
    expect(await seated(ctx, sessionId)).toEqual(personIds.toSorted())
    const rows = await ctx.tx
      .selectFrom('signUp')
      .select(['seat', 'partyId'])
      .where('sessionId', '=', sessionId)
      .execute()
    expect(rows.map(({ seat }) => seat).toSorted()).toEqual(['child', 'open', 'open'])
    expect(new Set(rows.map(({ partyId }) => partyId)).size).toBe(1)
    expect((await factsOf(ctx, sessionId)).filter((f) => f.name === 'person.signedUp').length).toBe(
      3,
    )
  }))

test('a family that doesn’t fit waits together, and a smaller one after it has what is left', () =>
  rolledBack(async (ctx) => {
    const session = await makeSmall(ctx, 3)
    const { id: sessionId } = session
    await signUp(await as(ctx, await makePerson(ctx)), { sessionId })
    const { mother, children, personIds, self } = await makeFamily(ctx)
    expect(await signUpParty(self, { sessionId, personIds })).toEqual({
      seated: false,
      position: 1,
    })
    const next = await as(ctx, await makePerson(ctx))
    expect(await signUp(next, { sessionId })).toEqual({ seated: true })
    const places = await placesOf(ctx, { id: sessionId, seats: 3, childSeats: 0 }, [mother.id])
    expect(places).toMatchObject([
      { position: 1, partiesAhead: 0, seatsAhead: 0, partySize: 3, whyWaiting: 'line.tooFewLeft' },
    ])
    const [first] = await lineOf(ctx, sessionId)
    expect(first?.people.map(({ id }) => id).toSorted()).toEqual(personIds.toSorted())
    const again = { sessionId, personId: children[0]!.id }
    expect(await failureOf(ctx, () => signUp(self, again))).toBe('session.alreadyInLine')
  }))

test('nobody is signed up with a family who has no one of it to answer for them', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, host } = await makeSmall(ctx, 3)
    const { personIds, self } = await makeFamily(ctx)
    const friend = await makePerson(ctx)
    const withFriend = { sessionId, personIds: [personIds[0]!, friend.id] }
    expect(await failureOf(ctx, () => signUpParty(self, withFriend))).toBe('forbidden')
    const four = { sessionId, personIds: [...personIds, friend.id] }
    expect(await failureOf(ctx, () => signUpParty(host, four))).toBe('session.partyTooBig')
    expect(await seated(ctx, sessionId)).toEqual([])
  }))

test('a branch’s list is seated in its order, and goes on in line', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId } = await makeSmall(ctx, 2)
    const branch = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const members: string[] = []
    for (let each = 0; each < 4; each += 1) members.push((await makePerson(ctx, branch.id)).id)
    await signUp(organiser, { sessionId, personId: members[2]! })
    const personIds = members.toReversed()
    expect(await signUpList(organiser, { sessionId, personIds })).toEqual({
      seated: 1,
      waiting: 2,
      already: 1,
    })
    expect(await seated(ctx, sessionId)).toEqual([members[2]!, members[3]!].toSorted())
    const line = await lineOf(ctx, sessionId)
    expect(line.map(({ people }) => people[0]?.id)).toEqual([members[1], members[0]])
    const other = await makePerson(ctx)
    await signUp(await as(ctx, other), { sessionId })
    const foreign = { sessionId, personIds: [other.id] }
    expect(await failureOf(ctx, () => signUpList(organiser, foreign))).toBe('forbidden')
  }))

test('sign-up opens and closes, and the host still takes a caller until the start', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, host, during } = await makeSmall(ctx, 3)
    const self = await as(ctx, await makePerson(ctx))
    const caller = await makePerson(ctx)
    const opensAt = later(ctx.now, minute)
    const closesAt = later(ctx.now, 2 * minute)
    const times = { opensAt: momentOf(opensAt), closesAt: momentOf(closesAt) }
    expect(await failureOf(ctx, () => setSignUpTimes(self, { sessionId, ...times }))).toBe(
      'forbidden',
    )
    await setSignUpTimes(host, { sessionId, ...times })
    const ask = (own: Context, at: Date, personId?: string) =>
      failureOf(ctx, () =>
        signUp({ ...own, now: at }, { sessionId, ...(personId ? { personId } : {}) }),
      )
    expect(await ask(self, ctx.now)).toBe('session.notOpenYet')
    expect(await ask(self, closesAt)).toBe('session.signUpClosed')
    expect(await ask(self, opensAt)).toBeUndefined()
    expect(await ask(host, closesAt, caller.id)).toBeUndefined()
    expect(await ask(host, during.start, caller.id)).toBe('session.started')
    const after = { sessionId, closesAt: momentOf(later(during.start, minute)) }
    expect(await failureOf(ctx, () => setSignUpTimes(host, after))).toBe('session.closesAfterStart')
  }))

test('until the day before a seat is given back; on the day one says that one can’t come', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, during } = await makeSmall(ctx, 3)
    const [early, late] = [await makePerson(ctx), await makePerson(ctx)]
    for (const person of [early, late]) await signUp(await as(ctx, person), { sessionId })
    await cancelSignUp(await as(ctx, early), { sessionId })
    const onTheDay = { ...(await as(ctx, late)), now: later(during.start, -60 * minute) }
    await cancelSignUp(onTheDay, { sessionId })
    expect((await factsOf(ctx, sessionId)).slice(-2).map(({ name }) => name)).toEqual([
      'person.signedOff',
      'person.cantCome',
    ])
    expect((await saidCantCome(ctx, sessionId)).map(({ id }) => id)).toEqual([late.id])
    expect(await seated(ctx, sessionId)).toEqual([])
  }))

test('a family gives all its seats back at once, or one of them alone', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId } = await makeSmall(ctx, 5)
    const { children, personIds, self } = await makeFamily(ctx)
    const other = await makePerson(ctx)
    await signUp(await as(ctx, other), { sessionId })
    await signUpParty(self, { sessionId, personIds })
    await cancelSignUp(self, { sessionId, personId: children[0]!.id })
    expect((await seated(ctx, sessionId)).length).toBe(3)
    const stranger = await as(ctx, other)
    const whole = { sessionId, personId: personIds[0]!, whole: true }
    expect(await failureOf(ctx, () => cancelSignUp(stranger, whole))).toBe('forbidden')
    await cancelSignUp(self, whole)
    expect(await seated(ctx, sessionId)).toEqual([other.id])
  }))

test('in the last half hour whoever comes first is seated, be it from the line', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, during, host } = await makeSmall(ctx, 2)
    const people = []
    for (let each = 0; each < 5; each += 1) people.push(await makePerson(ctx))
    const [one, two, three, four, five] = people.map(({ id }) => id)
    for (const personId of [one, two, three, four])
      await signUp(host, { sessionId, personId: personId! })
    const before = { ...host, now: later(during.start, -45 * minute) }
    const late = { ...host, now: later(during.start, -30 * minute) }
    await cancelSignUp(before, { sessionId, personId: one! })
    await offerSeats({ ...before, actor: system }, { sessionId })
    const ask = (own: Context, personId?: string) => () =>
      signUp(own, { sessionId, personId: personId! })
    expect(await failureOf(ctx, ask(before, four))).toBe('session.alreadyInLine')
    // What was offered to the third is not kept any longer.
    expect(await ask(late, five)()).toEqual({ seated: true })
    expect(await failureOf(ctx, ask(late, four))).toBe('session.alreadyInLine')
    await cancelSignUp(late, { sessionId, personId: two! })
    expect(await ask(late, four)()).toEqual({ seated: true })
    expect(await seated(ctx, sessionId)).toEqual([four!, five!].toSorted())
    expect(await lineOf(ctx, sessionId)).toEqual([])
    expect(await ask(late, three)()).toEqual({ seated: false, position: 1 })
  }))

test('whoever would lose a seat is named to who takes it away: the last who came', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, host } = await makeSmall(ctx, 3)
    const people = []
    for (let each = 0; each < 3; each += 1) people.push(await makePerson(ctx))
    for (const [at, person] of people.entries())
      await signUp({ ...(await as(ctx, person)), now: later(ctx.now, at) }, { sessionId })
    const asked = dealSeats(host, { sessionId, seats: 1, childSeats: 0 })
    await expect(asked).rejects.toMatchObject({
      reason: 'session.seatsInUse',
      details: { losing: [{ name: people[2]!.name }, { name: people[1]!.name }] },
    })
  }))
