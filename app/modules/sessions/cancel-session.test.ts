import { expect, test } from 'vitest'
import { endDispatch } from '#app/modules/talks/dispatches/end-dispatch.ts'
import type { Context } from '#app/platform/context.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { factsOf, makeAccepted, makeSession } from '#test/make-sessions.ts'
import { cancelSession } from './cancel-session.ts'
import { closeSession } from './close-session.ts'
import { findSession } from './queries.ts'
import { scheduleSession } from './schedule-session.ts'

const reason = '宣讲人身体不适'

test('the host calls a session off: its reason stands, its calendar entry is replaced', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, hostId, dispatchId } = await makeSession(ctx)
    await cancelSession(await as(ctx, { id: hostId }), { sessionId, reason })
    expect(await findSession(ctx, sessionId)).toMatchObject({
      status: 'cancelled',
      revision: 1,
      cancelReason: reason,
    })
    expect((await factsOf(ctx, sessionId)).slice(1)).toEqual([
      {
        name: 'session.cancelled',
        actorId: hostId,
        onBehalfOf: null,
        reason,
        details: { dispatchId },
      },
    ])
  }))

test('its venue is free again', () =>
  rolledBack(async (ctx) => {
    const first = await makeSession(ctx)
    await cancelSession(await as(ctx, { id: first.hostId }), { sessionId: first.id, reason })
    await endDispatch(first.office, { dispatchId: first.dispatchId, how: 'takenBack', answer: '' })
    const second = await makeAccepted(ctx, { venueId: first.venueId })
    expect(await scheduleSession(ctx, { dispatchId: second.dispatchId })).not.toBeNull()
  }))

test('the office may, a member may not, and another street does not see it', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId } = await makeSession(ctx)
    const cancel = (self: Context) => () => cancelSession(self, { sessionId, reason })
    const member = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, cancel(member))).toBe('forbidden')
    expect(await failureOf(ctx, cancel({ ...ctx, street: otherStreet }))).toBe('notFound')
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    expect(await failureOf(ctx, cancel(office))).toBeUndefined()
    expect(await failureOf(ctx, cancel(office))).toBe('session.cancelled')
  }))

test('what was held can’t be called off', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, hostId, during } = await makeSession(ctx)
    const host = { ...(await as(ctx, { id: hostId })), now: during.end }
    await closeSession(host, { sessionId, guests: 3, given: [], note: '' })
    expect(await failureOf(ctx, () => cancelSession(host, { sessionId, reason }))).toBe(
      'session.closed',
    )
  }))
