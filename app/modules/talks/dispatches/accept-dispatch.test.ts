import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeDispatch } from '#test/make-talks.ts'
import { followSession } from '../orders/follow-session.ts'
import { findOrder } from '../orders/queries.ts'
import { withdrawOrder } from '../orders/withdraw-order.ts'
import { acceptDispatch } from './accept-dispatch.ts'
import { endDispatch } from './end-dispatch.ts'
import { findDispatch } from './queries.ts'

test('the speaker accepts', () =>
  rolledBack(async (ctx) => {
    const { dispatch, order } = await makeDispatch(ctx, 'accepted')
    expect((await findDispatch(ctx, dispatch.id))!.status).toBe('accepted')
    expect((await findOrder(ctx, order.id))!.status).toBe('accepted')
  }))

test('an answer is given once', () =>
  rolledBack(async (ctx) => {
    const { dispatch, bySpeaker } = await makeDispatch(ctx, 'accepted')
    const input = { dispatchId: dispatch.id }
    expect(await failureOf(ctx, () => acceptDispatch(bySpeaker, input))).toBe(
      'dispatch.alreadyAnswered',
    )
    const decline = () => endDispatch(bySpeaker, { ...input, how: 'declined', answer: '' })
    expect(await failureOf(ctx, decline)).toBe('dispatch.alreadyAnswered')
  }))

test('an invitation taken back can’t be accepted', () =>
  rolledBack(async (ctx) => {
    const { dispatch, bySpeaker, byOffice } = await makeDispatch(ctx, 'proposed')
    await endDispatch(byOffice, { dispatchId: dispatch.id, how: 'takenBack', answer: '' })
    const accept = () => acceptDispatch(bySpeaker, { dispatchId: dispatch.id })
    expect(await failureOf(ctx, accept)).toBe('dispatch.takenBack')
  }))

test('an invitation can’t be accepted once its time has come', () =>
  rolledBack(async (ctx) => {
    const { dispatch, bySpeaker } = await makeDispatch(ctx, 'proposed')
    const then = { ...bySpeaker, now: new Date('2022-01-20T14:00:00+08:00') }
    expect(await failureOf(ctx, () => acceptDispatch(then, { dispatchId: dispatch.id }))).toBe(
      'dispatch.timePast',
    )
  }))

test('nobody else answers for the speaker, but the office enters an answer given by phone', () =>
  rolledBack(async (ctx) => {
    const { dispatch, byOffice, byOrganiser, speaker } = await makeDispatch(ctx, 'proposed')
    const stranger = await as(ctx, await makePerson(ctx))
    const input = { dispatchId: dispatch.id }
    expect(await failureOf(ctx, () => acceptDispatch(stranger, input))).toBe('forbidden')
    expect(await failureOf(ctx, () => acceptDispatch(byOrganiser, input))).toBe('forbidden')
    await acceptDispatch(byOffice, input)
    const fact = await ctx.tx
      .selectFrom('fact')
      .select(['actorId', 'onBehalfOf'])
      .where('name', '=', 'dispatch.accepted')
      .executeTakeFirst()
    expect(fact).toEqual({ actorId: byOffice.actor.personId, onBehalfOf: speaker.personId })
  }))

test('a withdrawn order frees its speaker', () =>
  rolledBack(async (ctx) => {
    const { dispatch, order, byOrganiser } = await makeDispatch(ctx, 'accepted')
    await withdrawOrder(byOrganiser, { orderId: order.id, reason: '社区停电' })
    expect((await findDispatch(ctx, dispatch.id))!.status).toBe('withdrawn')
    expect((await findOrder(ctx, order.id))!.status).toBe('withdrawn')
    const again = () => withdrawOrder(byOrganiser, { orderId: order.id, reason: '' })
    expect(await failureOf(ctx, again)).toBe('order.alreadyWithdrawn')
  }))

test('an order whose session was held is held and can’t be withdrawn', () =>
  rolledBack(async (ctx) => {
    const { dispatch, order, byOrganiser } = await makeDispatch(ctx, 'accepted')
    await followSession(ctx, { dispatchId: dispatch.id })
    const withdraw = () => withdrawOrder(byOrganiser, { orderId: order.id, reason: '' })
    expect(await failureOf(ctx, withdraw)).toBe('order.alreadyHeld')
    expect(
      await failureOf(ctx, () => followSession(byOrganiser, { dispatchId: dispatch.id })),
    ).toBe('forbidden')
  }))
