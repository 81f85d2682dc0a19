import { expect, test } from 'vitest'
import { actorOf } from '#app/modules/people/queries.ts'
import { type Context, nobody } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import { day, later, minute } from '#app/platform/time.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { factsOf, makeRound, makeSession } from '#test/make-sessions.ts'
import { cancelSession } from '../cancel-session.ts'
import { closeSession } from '../close-session.ts'
import { findSession } from '../queries.ts'
import { applyHeld } from './apply-held.ts'
import { openRollPhone } from './open-roll-phone.ts'
import { marksOf, rollState } from './queries.ts'
import type { EntryResult } from './rules.ts'
import { SyncRoll, syncRoll } from './sync-roll.ts'

/** A session that has begun, its host with a phone, a second host with another, and two people. */
async function begun(ctx: Context) {
  const made = await makeSession(ctx)
  const { id: sessionId, hostId, unitId, during } = made
  const started = { ...ctx, now: during.start }
  const host = await as(started, { id: hostId })
  const other = await as(started, await makeAppointed(ctx, 'secretary', unitId))
  const [a, b] = [(await makePerson(ctx)).id, (await makePerson(ctx)).id]
  const phoneOf = async (self: Context) => (await openRollPhone(self, { sessionId })).phoneToken
  const [first, second] = [await phoneOf(host), await phoneOf(other)]
  return { ...made, sessionId, started, host, other, a, b, first, second }
}

/** Sends words by a phone that is signed out, and says how each came out. */
async function send(
  ctx: Context,
  sessionId: string,
  phoneToken: string,
  words: readonly object[],
): Promise<EntryResult[]> {
  const saidAt = ctx.now.toISOString()
  const entries = words.map((word) => ({ id: newId(), kind: 'mark', saidAt, ...word }))
  const input = SyncRoll.parse({ sessionId, phoneToken, now: saidAt, entries })
  const { results } = await syncRoll({ ...ctx, actor: nobody }, input)
  return entries.map(({ id }) => results.find((each) => each.id === id)!.result)
}

const came = (personId: string, more = {}) => ({ personId, presence: 'came', ...more })
const absent = (personId: string, more = {}) => ({ personId, presence: 'absent', ...more })
const stateOf = async (ctx: Context, sessionId: string) =>
  rollState(ctx, found(await findSession(ctx, sessionId)))

test('a phone sends without a sign-in, twice, and each word counts once', () =>
  rolledBack(async (ctx) => {
    const { sessionId, hostId, started, a, b, first } = await begun(ctx)
    const words = [
      { ...came(a), id: newId() },
      { kind: 'walk_in', words: '王大爷', id: newId() },
      { kind: 'guests', guests: 3, id: newId() },
      { kind: 'guests', guests: -1, id: newId() },
      { kind: 'note', words: '麦克风坏了', id: newId() },
    ]
    const once = await send(started, sessionId, first, words)
    expect(once).toEqual(Array(5).fill('applied'))
    const state = await stateOf(started, sessionId)
    expect(await send(started, sessionId, first, [...words, absent(b)])).toEqual(
      Array(6).fill('applied'),
    )
    expect({ ...(await stateOf(started, sessionId)), marks: [], revision: 0 }).toEqual({
      ...state,
      marks: [],
      revision: 0,
    })
    expect(state.guests).toBe(2)
    expect(state.walkIns.map((each) => each.words)).toEqual(['王大爷'])
    expect(await marksOf(started, sessionId)).toEqual(
      new Map([
        [a, 'came'],
        [b, 'absent'],
      ]),
    )
    const called = (await factsOf(ctx, sessionId)).filter(({ name }) => name === 'roll.called')
    expect(called.map(({ actorId }) => actorId)).toEqual([hostId])
  }))

test('another host’s mark is corrected by who knew it and disputed by who did not', () =>
  rolledBack(async (ctx) => {
    const { sessionId, started, other, a, b, first, second } = await begun(ctx)
    await send(started, sessionId, first, [came(a), came(b)])
    expect(
      await send(started, sessionId, second, [absent(a), absent(b, { seen: 'came' })]),
    ).toEqual(['disputed', 'applied'])
    const { marks, disputed } = await stateOf(started, sessionId)
    const short = (each: { personId: string; presence: string }) => [each.personId, each.presence]
    expect(new Map(marks.map((each) => short(each) as [string, string]))).toEqual(
      new Map([
        [a, 'came'],
        [b, 'absent'],
      ]),
    )
    expect(disputed.map((each) => [...short(each), each.by])).toEqual([
      [a, 'absent', other.actor.name],
    ])
    // The first host agrees: nothing is disputed any more.
    await send(started, sessionId, first, [absent(a, { seen: 'came' })])
    expect((await stateOf(started, sessionId)).disputed).toEqual([])
  }))

test('a phone corrects itself, also where it could not know who was meant', () =>
  rolledBack(async (ctx) => {
    const { sessionId, started, a, first } = await begun(ctx)
    expect(await send(started, sessionId, first, [came(a), absent(a)])).toEqual([
      'applied',
      'applied',
    ])
    const rows = await ctx.tx
      .selectFrom('attendance')
      .select(['presence', 'replacedAt'])
      .where('personId', '=', a)
      .orderBy('id')
      .execute()
    expect(rows.map((row) => [row.presence, row.replacedAt !== null])).toEqual([
      ['came', true],
      ['absent', false],
    ])
  }))

test('what is said before the day is held, in its order, until the roll opens', () =>
  rolledBack(async (ctx) => {
    const { sessionId, started, a, b, first, second } = await begun(ctx)
    const before = { ...ctx, now: later(started.now, -day) }
    expect(await send(before, sessionId, first, [came(a), came(b)])).toEqual(['held', 'held'])
    expect(await send(before, sessionId, second, [absent(a)])).toEqual(['held'])
    await applyHeld(before, { sessionId })
    expect(await marksOf(ctx, sessionId)).toEqual(new Map())
    await applyHeld(started, { sessionId })
    await applyHeld(started, { sessionId })
    const { marks, disputed } = await stateOf(started, sessionId)
    expect(marks.map((each) => each.presence)).toEqual(['came', 'came'])
    expect(disputed.map((each) => each.personId)).toEqual([a])
  }))

test('after the end, of a session called off, and from who runs it no more, words are kept', () =>
  rolledBack(async (ctx) => {
    const { sessionId, started, host, other, during, a, b, first, second } = await begun(ctx)
    await send(started, sessionId, first, [came(a)])
    await ctx.tx
      .updateTable('appointment')
      .set({ untilOn: '2022-01-01' })
      .where('personId', '=', found(other.actor.personId))
      .execute()
    expect(await send(started, sessionId, second, [came(b)])).toEqual(['kept'])
    const closing = { sessionId, guests: 0, given: [], note: '' }
    await closeSession({ ...host, now: during.end }, closing)
    const after = { ...ctx, now: during.end }
    expect(await send(after, sessionId, first, [came(b), came(a)])).toEqual(['late', 'same'])
    expect(await marksOf(ctx, sessionId)).toEqual(new Map([[a, 'came']]))

    const off = await begun(ctx)
    await cancelSession(off.host, { sessionId: off.sessionId, reason: '停电' })
    expect(await send(off.started, off.sessionId, off.first, [came(off.a)])).toEqual(['kept'])
    expect(await marksOf(ctx, off.sessionId)).toEqual(new Map())
  }))

test('oneself and people nobody knows are refused, and what was read is kept', () =>
  rolledBack(async (ctx) => {
    const { sessionId, hostId, started, first } = await begun(ctx)
    const stranger = '01890000-0000-7000-8000-000000000000'
    const words = [
      came(hostId),
      came(stranger, { words: '张三' }),
      { presence: 'came', code: 'nonsense' },
      { presence: 'came', spoken: '123456' },
    ]
    expect(await send(started, sessionId, first, words)).toEqual(Array(4).fill('refused'))
    const rows = await ctx.tx
      .selectFrom('rollEntry')
      .select(['words', 'personId'])
      .where('sessionId', '=', sessionId)
      .orderBy('number')
      .execute()
    expect(rows).toEqual([
      { words: '', personId: hostId },
      { words: '张三', personId: null },
      { words: 'nonsense', personId: null },
      { words: '123456', personId: null },
    ])
  }))

test('a phone’s clock that is days off is noted, and both times are kept', () =>
  rolledBack(async (ctx) => {
    const { sessionId, started, a, first } = await begun(ctx)
    const wrong = later(started.now, -3 * day)
    const entry = { id: newId(), kind: 'mark', ...came(a), saidAt: wrong.toISOString() }
    const now = later(wrong, minute).toISOString()
    const input = SyncRoll.parse({ sessionId, phoneToken: first, now, entries: [entry] })
    expect((await syncRoll({ ...started, actor: nobody }, input)).now).toBe(
      started.now.toISOString(),
    )
    const row = await ctx.tx
      .selectFrom('rollEntry')
      .select(['saidAt', 'receivedAt', 'secondsOff'])
      .where('id', '=', entry.id)
      .executeTakeFirst()
    expect(row).toEqual({ saidAt: wrong, receivedAt: started.now, secondsOff: 60 - 3 * 86_400 })
  }))

test('a word’s id counts once on all rolls', () =>
  rolledBack(async (ctx) => {
    const { sessionId, started, a, first } = await begun(ctx)
    const other = await begun(ctx)
    const word = { ...came(a), id: newId() }
    expect(await send(started, sessionId, first, [word, word])).toEqual(['applied', 'applied'])
    expect(await send(started, other.sessionId, other.first, [word])).toEqual(['refused'])
    expect(await marksOf(ctx, other.sessionId)).toEqual(new Map())
  }))

test('who may not send, and until when a phone may', () =>
  rolledBack(async (ctx) => {
    const { sessionId, during, started, host, a, first } = await begun(ctx)
    const self = { ...started, actor: nobody }
    expect(await failureOf(ctx, () => send(self, sessionId, 'nonsense', [came(a)]))).toBe(
      'forbidden',
    )
    const elsewhere = await begun(ctx)
    expect(await failureOf(ctx, () => send(self, sessionId, elsewhere.first, [came(a)]))).toBe(
      'forbidden',
    )
    const until = later(during.end, 3 * day)
    const over = { ...self, now: until }
    expect(await failureOf(ctx, () => send(over, sessionId, first, [came(a)]))).toBe('forbidden')
    const justBefore = { ...self, now: later(until, -minute) }
    expect(await send(justBefore, sessionId, first, [came(a)])).toEqual(['applied'])
    const member = await as(started, await makePerson(ctx))
    const opening = () => openRollPhone(member, { sessionId })
    expect(await failureOf(ctx, opening)).toBe('forbidden')
    const stranger = { ...host, street: otherStreet }
    expect(await failureOf(ctx, () => openRollPhone(stranger, { sessionId }))).toBe('notFound')
    const round = await makeRound(ctx)
    const office = { ...round.office, actor: await actorOf(ctx, round.office.actor.personId!) }
    const walking = () => openRollPhone(office, { sessionId: round.id })
    expect(await failureOf(ctx, walking)).toBe('session.walked')
  }))
