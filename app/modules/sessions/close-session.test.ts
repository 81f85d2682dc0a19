import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { parse } from '#app/platform/http/forms.ts'
import { later } from '#app/platform/time.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { factsOf, makeSession } from '#test/make-sessions.ts'
import { cancelSession } from './cancel-session.ts'
import { CloseSession, closeSession } from './close-session.ts'
import { tapsOf } from './outcomes/queries.ts'
import { findSession, outcomeOf } from './queries.ts'
import { callRoll } from './roll/call-roll.ts'
import { offerThing } from './things/offer-thing.ts'

const empty = { guests: 0, given: [], note: '' }

test('a session is closed with who was there, what was given out, and a note', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, hostId, during, dispatchId } = await makeSession(ctx)
    const host = { ...(await as(ctx, { id: hostId })), now: during.end }
    const [a, b, c] = [await makePerson(ctx), await makePerson(ctx), await makePerson(ctx)]
    await callRoll(host, {
      sessionId,
      marks: {
        [a.id]: { presence: 'came' },
        [b.id]: { presence: 'left_early' },
        [c.id]: { presence: 'absent' },
      },
    })
    const given = [
      { thing: '春联', pieces: 46 },
      { thing: '福字', pieces: 30 },
    ]
    const note = '徐老师现场写，孩子们帮着晾。'
    await closeSession(host, { sessionId, guests: 5, given: [null, ...given], note })
    // Nobody counted beforehand how many there were.
    const kept = given.map((line) => ({ ...line, offered: null }))
    expect((await findSession(ctx, sessionId))?.status).toBe('held')
    expect(await outcomeOf(ctx, sessionId)).toEqual({
      guests: 5,
      note,
      closedAt: during.end,
      given: kept,
    })
    expect((await factsOf(ctx, sessionId)).at(-1)).toEqual({
      name: 'session.closed',
      actorId: hostId,
      onBehalfOf: null,
      reason: null,
      details: { dispatchId, named: 2, guests: 5, headCount: 7, given: kept, asked: 'link' },
    })
  }))

test('every refusal to close', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, hostId, during } = await makeSession(ctx)
    const host = { ...(await as(ctx, { id: hostId })), now: during.start }
    const close = (self: Context, input = empty) =>
      failureOf(ctx, () => closeSession(self, { sessionId, ...input }))
    const tooEarly = { ...host, now: later(during.start, -1) }
    expect(await close(tooEarly, { ...empty, guests: 3 })).toBe('session.notStarted')
    expect(await close(host)).toBe('session.noRoll')
    expect(await close(await as(ctx, await makePerson(ctx)))).toBe('forbidden')
    expect(await close({ ...host, street: otherStreet })).toBe('notFound')
    const person = await makePerson(ctx)
    await callRoll(host, { sessionId, marks: { [person.id]: { presence: 'absent' } } })
    expect(await close(host)).toBeUndefined()
    expect(await close(host)).toBe('session.closed')
  }))

test('what was called off can’t be closed', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, hostId, during } = await makeSession(ctx)
    const host = { ...(await as(ctx, { id: hostId })), now: during.end }
    await cancelSession(host, { sessionId, reason: '停电' })
    const closing = { sessionId, ...empty, guests: 3 }
    expect(await failureOf(ctx, () => closeSession(host, closing))).toBe('session.cancelled')
  }))

test('hands that were raised are counted with the closing, and nobody is asked by message', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, hostId, during } = await makeSession(ctx)
    const host = { ...(await as(ctx, { id: hostId })), now: during.end }
    const hands = (yes: number) => ({ understood: { yes, no: 1 } })
    const closing = { sessionId, ...empty, guests: 8 }
    const tooMany = () => closeSession(host, { ...closing, hands: hands(8) })
    expect(await failureOf(ctx, tooMany)).toBe('taps.moreHands')
    expect((await findSession(ctx, sessionId))?.status).toBe('scheduled')
    await closeSession(host, { ...closing, hands: hands(7) })
    expect((await tapsOf(ctx, sessionId)).results[0]!.counts).toEqual({ yes: 7, no: 1 })
    const closed = (await factsOf(ctx, sessionId)).find(({ name }) => name === 'session.closed')
    expect(closed?.details).toMatchObject({ asked: 'hands' })
  }))

test('strips that were handed out spare everyone a message', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, hostId, during } = await makeSession(ctx)
    const host = { ...(await as(ctx, { id: hostId })), now: during.end }
    await closeSession(host, { sessionId, ...empty, guests: 8, strips: true })
    expect((await factsOf(ctx, sessionId)).at(-1)?.details).toMatchObject({ asked: 'strips' })
  }))

test('what nobody took is kept with how many there were', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, hostId, during } = await makeSession(ctx)
    const host = { ...(await as(ctx, { id: hostId })), now: during.end }
    await offerThing(host, { sessionId, name: '福字', offered: 30 })
    await closeSession(host, { sessionId, ...empty, guests: 3 })
    expect((await outcomeOf(ctx, sessionId))?.given).toEqual([
      { thing: '福字', pieces: 0, offered: 30 },
    ])
  }))

const sessionId = '01890000-0000-7000-8000-000000000000'
const nothing = { thing: '', pieces: '' }

function read(given: unknown) {
  try {
    return parse(CloseSession, { sessionId, guests: '0', note: '', given }, 'zh').given
  } catch (error) {
    if (error instanceof Invalid) return error.issues
    throw error
  }
}

test.each([
  ['unused lines', [nothing, nothing], [null, null]],
  [
    'a line between',
    [nothing, { thing: '春联', pieces: '46' }],
    [null, { thing: '春联', pieces: 46 }],
  ],
  ['no number', [{ thing: '春联', pieces: '' }], { 'given.0.pieces': '请填写这一项' }],
  ['no name', [nothing, { thing: '', pieces: '3' }], { 'given.1.thing': '请填写这一项' }],
  ['none of it', [{ thing: '春联', pieces: '0' }], { 'given.0.pieces': '请填不小于1的数' }],
  ['seven lines', Array.from({ length: 7 }, () => nothing), { given: '最多6项' }],
])('the form’s lines of things: %s', (_, given, expected) => {
  expect(read(given)).toEqual(expected)
})
