import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { later } from '#app/platform/time.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { factsOf, makeGuardian, makeSession } from '#test/make-sessions.ts'
import { cancelSession } from '../cancel-session.ts'
import { closeSession } from '../close-session.ts'
import { findSession } from '../queries.ts'
import { cancelSignUp } from './cancel-sign-up.ts'
import { signUpsOf } from './queries.ts'
import { signUp } from './sign-up.ts'

const seated = async (ctx: Context, sessionId: string) =>
  (await signUpsOf(ctx, sessionId)).map((person) => person.id)

test('a person takes a seat, gives it back and takes it again', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId } = await makeSession(ctx)
    const person = await makePerson(ctx)
    const self = await as(ctx, person)
    await signUp(self, { sessionId })
    expect(await seated(ctx, sessionId)).toEqual([person.id])
    expect((await findSession(ctx, sessionId))?.taken).toBe(1)
    await cancelSignUp(self, { sessionId })
    expect(await seated(ctx, sessionId)).toEqual([])
    await signUp(self, { sessionId })
    expect(await seated(ctx, sessionId)).toEqual([person.id])
    const facts = (await factsOf(ctx, sessionId)).slice(1)
    const told = {
      actorId: person.id,
      onBehalfOf: null,
      reason: null,
      details: { personId: person.id },
    }
    expect(facts).toEqual([
      { name: 'person.signedUp', ...told },
      { name: 'person.signedOff', ...told },
      { name: 'person.signedUp', ...told },
    ])
  }))

test('every refusal of a seat', () =>
  rolledBack(async (ctx) => {
    const {
      id: sessionId,
      during,
      hostId,
    } = await makeSession(ctx, { venueSeats: 1, headCount: 1 })
    const one = await as(ctx, await makePerson(ctx))
    const two = await as(ctx, await makePerson(ctx))
    const child = await as(ctx, await makePerson(ctx, undefined, { bornOn: '2012-01-01' }))
    const host = await as(ctx, { id: hostId })
    const ask = (self: Context) => () => signUp(self, { sessionId })
    expect(await failureOf(ctx, ask({ ...one, now: during.start }))).toBe('session.started')
    expect(await failureOf(ctx, ask(child))).toBe('session.needsGuardian')
    expect(await failureOf(ctx, ask(one))).toBeUndefined()
    expect(await failureOf(ctx, ask(one))).toBe('session.alreadySignedUp')
    expect(await ask(two)()).toEqual({ seated: false, position: 1 })
    expect(await failureOf(ctx, ask(two))).toBe('session.alreadyInLine')
    await cancelSession(host, { sessionId, reason: '宣讲人身体不适' })
    expect(await failureOf(ctx, ask(two))).toBe('session.cancelled')

    const held = await makeSession(ctx)
    const after = later(during.end, 0)
    const closing = { sessionId: held.id, guests: 3, given: [], note: '' }
    await closeSession({ ...(await as(ctx, { id: held.hostId })), now: after }, closing)
    expect(await failureOf(ctx, () => signUp(two, { sessionId: held.id }))).toBe('session.closed')
  }))

test('every refusal to give a seat back', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, during, hostId } = await makeSession(ctx)
    const self = await as(ctx, await makePerson(ctx))
    const giveBack = (now: Date) => () => cancelSignUp({ ...self, now }, { sessionId })
    expect(await failureOf(ctx, giveBack(ctx.now))).toBe('session.notSignedUp')
    await signUp(self, { sessionId })
    expect(await failureOf(ctx, giveBack(during.start))).toBe('session.started')
    await cancelSession(await as(ctx, { id: hostId }), { sessionId, reason: '场地漏水' })
    expect(await failureOf(ctx, giveBack(ctx.now))).toBe('session.cancelled')
  }))

test('a seat for someone else is taken by who answers for them, and says so', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, hostId } = await makeSession(ctx)
    const branch = await makeBranch(ctx)
    const person = await makePerson(ctx, branch.id)
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const otherOrganiser = await makeAppointed(ctx, 'organiser', (await makeBranch(ctx)).id)
    const office = await makeAppointed(ctx, 'office')
    const neighbour = await makePerson(ctx, branch.id)
    const input = { sessionId, personId: person.id }
    for (const stranger of [neighbour, otherOrganiser]) {
      const self = await as(ctx, stranger)
      expect(await failureOf(ctx, () => signUp(self, input))).toBe('forbidden')
    }
    for (const helper of [organiser, office, { id: hostId }]) {
      const self = await as(ctx, helper)
      await signUp(self, input)
      expect(await seated(ctx, sessionId)).toEqual([person.id])
      await cancelSignUp(self, input)
      const told = { actorId: helper.id, onBehalfOf: person.id }
      expect((await factsOf(ctx, sessionId)).slice(-2)).toMatchObject([
        { name: 'person.signedUp', ...told },
        { name: 'person.signedOff', ...told },
      ])
    }
    await signUp(await as(ctx, person), { sessionId })
    const meddling = await as(ctx, neighbour)
    expect(await failureOf(ctx, () => cancelSignUp(meddling, input))).toBe('forbidden')
  }))

test('a guardian takes a seat for the own child only', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId } = await makeSession(ctx)
    const guardian = await makePerson(ctx)
    const child = await makePerson(ctx, undefined, { bornOn: '2012-01-01' })
    const otherChild = await makePerson(ctx, undefined, { bornOn: '2012-01-01' })
    await makeGuardian(ctx, child.id, guardian.id)
    const self = await as(ctx, guardian)
    await signUp(self, { sessionId, personId: child.id })
    expect(await seated(ctx, sessionId)).toEqual([child.id])
    const other = { sessionId, personId: otherChild.id }
    expect(await failureOf(ctx, () => signUp(self, other))).toBe('forbidden')
  }))

test('a session or a person of another street is not there', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId } = await makeSession(ctx)
    const self = await as(ctx, await makePerson(ctx))
    const elsewhere = { ...self, street: otherStreet }
    expect(await failureOf(ctx, () => signUp(elsewhere, { sessionId }))).toBe('notFound')
    expect(await failureOf(ctx, () => cancelSignUp(elsewhere, { sessionId }))).toBe('notFound')
    const unknown = { sessionId, personId: '01890000-0000-7000-8000-000000000000' }
    expect(await failureOf(ctx, () => signUp(self, unknown))).toBe('notFound')
  }))
