import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { later, minute } from '#app/platform/time.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { factsOf, makeSession } from '#test/make-sessions.ts'
import { cancelSession } from '../cancel-session.ts'
import { closeSession } from '../close-session.ts'
import { findSession } from '../queries.ts'
import { callRoll } from './call-roll.ts'
import { marksOf, rollState } from './queries.ts'
import type { Marks } from './rules.ts'

/** A session that has begun, its host, and three people. */
async function begun(ctx: Context) {
  const { id: sessionId, hostId, unitId, during } = await makeSession(ctx)
  const started = { ...ctx, now: during.start }
  const host = await as(started, { id: hostId })
  const [a, b, c] = [await makePerson(ctx), await makePerson(ctx), await makePerson(ctx)]
  const call = (self: Context, marks: Marks) => callRoll(self, { sessionId, marks })
  return { sessionId, hostId, unitId, during, started, host, a: a.id, b: b.id, c: c.id, call }
}

const rowsOf = async (ctx: Context, sessionId: string) =>
  ctx.tx
    .selectFrom('attendance')
    .select(['personId', 'presence', 'recordedBy', 'recordedAt', 'replacedAt'])
    .where('sessionId', '=', sessionId)
    .orderBy('id')
    .execute()

test('the roll says who came, who left early and who stayed away', () =>
  rolledBack(async (ctx) => {
    const { sessionId, hostId, host, a, b, c, call } = await begun(ctx)
    const saved = await call(host, {
      [a]: { presence: 'came' },
      [b]: { presence: 'left_early' },
      [c]: {},
    })
    expect(saved).toEqual({
      written: 2,
      disputed: 0,
      came: 1,
      left_early: 1,
      visited: 0,
      absent: 0,
    })
    expect(await marksOf(ctx, sessionId)).toEqual(
      new Map([
        [a, 'came'],
        [b, 'left_early'],
      ]),
    )
    expect((await factsOf(ctx, sessionId)).at(-1)).toMatchObject({
      name: 'roll.called',
      actorId: hostId,
      details: { written: 2, came: 1, left_early: 1, visited: 0, absent: 0 },
    })
  }))

test('saving the same again writes nothing', () =>
  rolledBack(async (ctx) => {
    const { sessionId, host, a, call } = await begun(ctx)
    await call(host, { [a]: { presence: 'came' } })
    const [rows, facts] = [await rowsOf(ctx, sessionId), await factsOf(ctx, sessionId)]
    const again = await call(host, { [a]: { presence: 'came' } })
    expect(again).toEqual({
      written: 0,
      disputed: 0,
      came: 1,
      left_early: 0,
      visited: 0,
      absent: 0,
    })
    expect(await rowsOf(ctx, sessionId)).toEqual(rows)
    expect(await factsOf(ctx, sessionId)).toEqual(facts)
  }))

test('a corrected mark is a new row and the old one stays', () =>
  rolledBack(async (ctx) => {
    const { sessionId, hostId, host, a, during, call } = await begun(ctx)
    await call(host, { [a]: { presence: 'came' } })
    const now = later(during.start, 40 * minute)
    await call({ ...host, now }, { [a]: { seen: 'came', presence: 'left_early' } })
    const mark = { personId: a, recordedBy: hostId }
    expect(await rowsOf(ctx, sessionId)).toEqual([
      { ...mark, presence: 'came', recordedAt: during.start, replacedAt: now },
      { ...mark, presence: 'left_early', recordedAt: now, replacedAt: null },
    ])
  }))

test('two hosts with the same page open lose nothing of each other', () =>
  rolledBack(async (ctx) => {
    const { sessionId, unitId, started, host, a, b, c, call } = await begun(ctx)
    const second = await as(started, await makeAppointed(ctx, 'secretary', unitId))
    await call(host, { [a]: { presence: 'came' }, [b]: {}, [c]: { presence: 'came' } })
    // Its page was loaded before the first one was saved: it shows nobody as marked.
    const saved = await call(second, {
      [a]: {},
      [b]: { presence: 'came' },
      [c]: { presence: 'absent' },
    })
    expect(saved).toMatchObject({ written: 1, disputed: 1 })
    expect(await marksOf(ctx, sessionId)).toEqual(
      new Map([
        [a, 'came'],
        [b, 'came'],
        [c, 'came'],
      ]),
    )
    const { disputed } = await rollState(ctx, found(await findSession(ctx, sessionId)))
    expect(disputed.map(({ personId, presence, by }) => ({ personId, presence, by }))).toEqual([
      { personId: c, presence: 'absent', by: second.actor.name },
    ])
    // With the first one's mark before its eyes it is a correction.
    await call(second, { [c]: { seen: 'came', presence: 'absent' } })
    const ofC = (await rowsOf(ctx, sessionId)).filter((row) => row.personId === c)
    expect(ofC.map((row) => [row.presence, row.replacedAt !== null])).toEqual([
      ['came', true],
      ['absent', false],
    ])
    const settled = await rollState(ctx, found(await findSession(ctx, sessionId)))
    expect(settled.disputed).toEqual([])
  }))

test('every refusal of a roll', () =>
  rolledBack(async (ctx) => {
    const { sessionId, hostId, host, during, a, call } = await begun(ctx)
    const mark: Marks = { [a]: { presence: 'came' } }
    const dayBefore = { ...host, now: ctx.now }
    expect(await failureOf(ctx, () => call(dayBefore, mark))).toBe('session.rollTooEarly')
    const oneself: Marks = { ...mark, [hostId]: { presence: 'came' } }
    expect(await failureOf(ctx, () => call(host, oneself))).toBe('roll.oneself')
    const unknown: Marks = { '01890000-0000-7000-8000-000000000000': { presence: 'came' } }
    expect(await failureOf(ctx, () => call(host, unknown))).toBe('notFound')
    expect(await marksOf(ctx, sessionId)).toEqual(new Map())

    const closing = { sessionId, guests: 1, given: [], note: '' }
    await closeSession({ ...host, now: during.end }, closing)
    expect(await failureOf(ctx, () => call(host, mark))).toBe('session.closed')

    const other = await makeSession(ctx)
    const otherHost = await as(ctx, { id: other.hostId })
    await cancelSession(otherHost, { sessionId: other.id, reason: '停电' })
    const late = { ...otherHost, now: during.end }
    expect(await failureOf(ctx, () => callRoll(late, { sessionId: other.id, marks: mark }))).toBe(
      'session.cancelled',
    )
  }))

test('a member calls no roll, and another street sees none', () =>
  rolledBack(async (ctx) => {
    const { started, a, call } = await begun(ctx)
    const member = await as(started, await makePerson(ctx))
    const mark: Marks = { [a]: { presence: 'came' } }
    expect(await failureOf(ctx, () => call(member, mark))).toBe('forbidden')
    const elsewhere = { ...member, street: otherStreet }
    expect(await failureOf(ctx, () => call(elsewhere, mark))).toBe('notFound')
  }))
