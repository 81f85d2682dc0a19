import { expect, test } from 'vitest'
import { creditHours } from '#app/modules/coverage/hours/credit-hours.ts'
import { scopeOf } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { factsOf, makeSession } from '#test/make-sessions.ts'
import { cancelSession } from '../cancel-session.ts'
import { closeSession } from '../close-session.ts'
import { outcomeOf } from '../queries.ts'
import { openRollPhone } from '../roll/open-roll-phone.ts'
import { guestsOf, marksOf } from '../roll/queries.ts'
import { SyncRoll, syncRoll } from '../roll/sync-roll.ts'
import { addForgotten } from './add-forgotten.ts'
import { linkWalkIn } from './link-walk-in.ts'
import { openEntries, rollsToSettle } from './queries.ts'
import { settleEntry } from './settle-entry.ts'
import { takeLate } from './take-late.ts'

/** A session under way, two hosts with a phone each, and two people of the branch. */
async function begun(ctx: Context) {
  const { id: sessionId, hostId, unitId, during } = await makeSession(ctx)
  const now = during.start
  const host = { ...(await as(ctx, { id: hostId })), now }
  const other = { ...(await as(ctx, await makeAppointed(ctx, 'secretary', unitId))), now }
  const phones = new Map<Context, string>()
  for (const self of [host, other])
    phones.set(self, (await openRollPhone(self, { sessionId })).phoneToken)
  /** Sends one word from a host's phone and gives its id. */
  const say = async (self: Context, word: object, at = now): Promise<string> => {
    const entry = { id: newId(), kind: 'mark', saidAt: at.toISOString(), ...word }
    const phoneToken = phones.get(self)
    const sent = { sessionId, phoneToken, now: at.toISOString(), entries: [entry] }
    await syncRoll({ ...self, now: at }, SyncRoll.parse(sent))
    return entry.id
  }
  const close = (guests = 0) =>
    closeSession({ ...host, now: during.end }, { sessionId, guests, given: [], note: '' })
  const [a, b] = [await makePerson(ctx, unitId), await makePerson(ctx, unitId)]
  const after = (self: Context) => ({ ...self, now: during.end })
  return { sessionId, hostId, unitId, during, host, other, a: a.id, b: b.id, say, close, after }
}

const came = (personId: string) => ({ personId, presence: 'came' })
const absent = (personId: string) => ({ personId, presence: 'absent' })

test('a dispute is settled either way, and what stood stays visible', () =>
  rolledBack(async (ctx) => {
    const { sessionId, host, other, a, b, say } = await begun(ctx)
    await say(host, came(a))
    await say(host, came(b))
    const [ofA, ofB] = [await say(other, absent(a)), await say(other, absent(b))]
    const open = await openEntries(ctx, sessionId)
    expect(open.map(({ id, recorded, presence, by }) => [id, recorded, presence, by])).toEqual([
      [ofA, 'came', 'absent', other.actor.name],
      [ofB, 'came', 'absent', other.actor.name],
    ])
    await settleEntry(host, { entryId: ofA, keep: 'recorded' })
    await settleEntry(host, { entryId: ofB, keep: 'entry' })
    expect(await marksOf(ctx, sessionId)).toEqual(
      new Map([
        [a, 'came'],
        [b, 'absent'],
      ]),
    )
    expect(await openEntries(ctx, sessionId)).toEqual([])
    expect((await factsOf(ctx, sessionId)).at(-1)).toMatchObject({
      name: 'roll.settled',
      details: { entryId: ofB, personId: b, keep: 'entry' },
    })
    const again = () => settleEntry(host, { entryId: ofA, keep: 'entry' })
    expect(await failureOf(ctx, again)).toBe('roll.settled')
  }))

test('late words are taken in by another than who said them, and hours follow', () =>
  rolledBack(async (ctx) => {
    const { sessionId, host, other, during, a, b, say, close, after } = await begun(ctx)
    await say(host, came(a))
    await close(2)
    const late = await say(other, came(b), during.end)
    const guests = await say(other, { kind: 'guests', guests: 3 }, during.end)
    const take = (self: Context, entryId: string) => takeLate(after(self), { entryId })
    expect(await failureOf(ctx, () => take(other, late))).toBe('roll.secondPerson')
    const credited = await creditHours(after(ctx), { sessionId })
    await take(host, late)
    await take(host, guests)
    expect((await marksOf(ctx, sessionId)).get(b)).toBe('came')
    expect((await outcomeOf(ctx, sessionId))?.guests).toBe(5)
    expect([credited, await creditHours(after(ctx), { sessionId })]).toEqual([
      { people: 1 },
      { people: 1 },
    ])
    expect(await failureOf(ctx, () => take(host, late))).toBe('roll.settled')
    const put = await say(other, absent(a), during.end)
    await settleEntry(after(host), { entryId: put, keep: 'recorded' })
    expect((await marksOf(ctx, sessionId)).get(a)).toBe('came')
    expect(await openEntries(ctx, sessionId)).toEqual([])
  }))

test('a walk-in is a guest until someone finds the person', () =>
  rolledBack(async (ctx) => {
    const { sessionId, host, other, a, b, say, close, after } = await begun(ctx)
    const [first, second, third] = [
      await say(host, { kind: 'walk_in', words: '王大爷' }),
      await say(host, { kind: 'walk_in', words: '李大妈' }),
      await say(host, { kind: 'walk_in', words: '张师傅' }),
    ]
    expect(await guestsOf(ctx, sessionId)).toBe(3)
    await linkWalkIn(host, { entryId: first, personId: a })
    await settleEntry(host, { entryId: second, keep: 'recorded' })
    expect(await guestsOf(ctx, sessionId)).toBe(2)
    expect(await marksOf(ctx, sessionId)).toEqual(new Map([[a, 'came']]))
    await close(2)
    const link = (self: Context) => linkWalkIn(after(self), { entryId: third, personId: b })
    expect(await failureOf(ctx, () => link(host))).toBe('roll.secondPerson')
    await link(other)
    expect((await outcomeOf(ctx, sessionId))?.guests).toBe(1)
    expect((await marksOf(ctx, sessionId)).size).toBe(2)
  }))

test('a forgotten person is added by another member of staff, with a reason', () =>
  rolledBack(async (ctx) => {
    const { sessionId, hostId, host, other, a, b, say, close, after } = await begun(ctx)
    await say(host, came(a))
    const input = { sessionId, personId: b, reason: '坐在后排', wasGuest: true }
    const add = (self: Context, more = {}) =>
      addForgotten(after(self), { ...input, presence: 'came', ...more })
    expect(await failureOf(ctx, () => add(other))).toBe('roll.stillOpen')
    await close(4)
    expect(await failureOf(ctx, () => add(host))).toBe('roll.closedByYou')
    const oneself = { personId: found(other.actor.personId) }
    expect(await failureOf(ctx, () => add(other, oneself))).toBe('roll.ofYourself')
    expect(await failureOf(ctx, () => add(other, { personId: a }))).toBe('roll.alreadySo')
    await add(other)
    await add(other, { personId: hostId, wasGuest: false })
    expect(await marksOf(ctx, sessionId)).toEqual(
      new Map([
        [a, 'came'],
        [b, 'came'],
        [hostId, 'came'],
      ]),
    )
    expect((await outcomeOf(ctx, sessionId))?.guests).toBe(3)
    expect((await factsOf(ctx, sessionId)).at(-1)).toMatchObject({
      name: 'roll.forgottenAdded',
      reason: '坐在后排',
    })
  }))

test('every other refusal, and who may not decide', () =>
  rolledBack(async (ctx) => {
    const { sessionId, host, other, a, b, say, after } = await begun(ctx)
    const fresh = await say(host, came(a))
    const unknown = await say(host, { presence: 'came', code: 'x' })
    const own = await say(other, came(found(other.actor.personId)))
    const settle = (self: Context, entryId: string, keep: 'recorded' | 'entry' = 'entry') =>
      failureOf(ctx, () => settleEntry(self, { entryId, keep }))
    expect(await settle(host, fresh)).toBe('roll.notDisputed')
    expect(await settle(host, fresh, 'recorded')).toBe('roll.notDisputed')
    expect(await settle(other, own, 'recorded')).toBe('roll.ofYourself')
    const take = (self: Context, entryId: string) =>
      failureOf(ctx, () => takeLate(self, { entryId }))
    expect(await take(other, unknown)).toBe('roll.findFirst')
    expect(await take(host, fresh)).toBe('roll.notLate')
    expect(await take(host, own)).toBeUndefined()
    const link = (entryId: string, personId: string) =>
      failureOf(ctx, () => linkWalkIn(host, { entryId, personId }))
    expect(await link(fresh, b)).toBe('roll.notUnknown')
    expect(await link(unknown, found(host.actor.personId))).toBe('roll.ofYourself')
    const member = { ...(await as(ctx, await makePerson(ctx))), now: host.now }
    expect(await settle(member, unknown, 'recorded')).toBe('forbidden')
    expect(await settle({ ...host, street: otherStreet }, unknown)).toBe('notFound')
    const asked = {
      personId: found(host.actor.personId),
      scope: scopeOf(other.actor, ['secretary']),
    }
    expect(await rollsToSettle(ctx, asked)).toMatchObject([{ sessionId, open: 1 }])
    const elsewhere = scopeOf(member.actor, ['secretary'])
    expect(await rollsToSettle(ctx, { personId: newId(), scope: elsewhere })).toEqual([])

    const off = await begun(ctx)
    await cancelSession(off.host, { sessionId: off.sessionId, reason: '停电' })
    const kept = await off.say(off.other, came(off.a))
    expect(await take(after(off.host), kept)).toBe('session.cancelled')
    expect(await settle(off.host, kept, 'recorded')).toBeUndefined()
  }))
