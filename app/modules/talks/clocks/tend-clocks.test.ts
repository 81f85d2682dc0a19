import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { instantAt } from '#app/platform/time.ts'
import { calendarOf } from '#app/platform/working-days.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeDispatch, makeOrderInput, makeTalk } from '#test/make-talks.ts'
import { acceptDispatch } from '../dispatches/accept-dispatch.ts'
import { expireDispatches } from '../dispatches/expire-dispatches.ts'
import { findDispatch } from '../dispatches/queries.ts'
import { orderTalk } from '../orders/order-talk.ts'
import { findOrder } from '../orders/queries.ts'
import { vetOrder } from '../orders/vet-order.ts'
import { followOrder } from './follow-order.ts'
import { clockOf } from './queries.ts'
import { deadlineOf } from './rules.ts'
import { setClocks } from './set-clocks.ts'
import { tendClocks } from './tend-clocks.ts'

/** The winter's working days, as they were announced. */
async function announce(ctx: Context) {
  await ctx.tx
    .insertInto('holiday')
    .values([
      { day: '2022-01-31', kind: 'off', name: '春节', nameEn: 'Spring Festival', source: 'hand' },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function factsOf(ctx: Context, orderId: string) {
  const rows = await ctx.tx
    .selectFrom('fact')
    .select(['name', 'details'])
    .where('subjectId', '=', orderId)
    .where('name', 'like', 'clock.%')
    .orderBy('id')
    .execute()
  return rows.map(({ name, details }) => [name, (details as { stage: string }).stage])
}

test('an order’s clock is that of its stage, and stops when nobody is waited for', () =>
  rolledBack(async (ctx) => {
    await announce(ctx)
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const { id: orderId } = await orderTalk(byOrganiser, input)
    await followOrder(ctx, { orderId })
    const first = (await clockOf(ctx, orderId))!
    expect([first.stage, first.startedAt]).toEqual(['vet', ctx.now])
    expect(first.dueAt).toEqual(instantAt('2022-01-14', '00:00'))
    await followOrder(ctx, { orderId })
    expect(await clockOf(ctx, orderId)).toEqual(first)
    const later = { ...ctx, now: instantAt('2022-01-12', '12:00') }
    await vetOrder(later, { orderId, priority: 1 })
    await followOrder(later, { orderId })
    const second = (await clockOf(ctx, orderId))!
    expect([second.stage, second.startedAt]).toEqual(['dispatch', later.now])
    const made = await makeDispatch(ctx, 'accepted')
    await followOrder(ctx, { orderId: made.order.id })
    expect(await clockOf(ctx, made.order.id)).toBeUndefined()
  }))

test('who must act is reminded once, then it goes up once', () =>
  rolledBack(async (ctx) => {
    await announce(ctx)
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const { id: orderId } = await orderTalk(byOrganiser, input)
    await followOrder(ctx, { orderId })
    const { remindAt, dueAt } = (await clockOf(ctx, orderId))!
    await tendClocks(ctx)
    expect(await factsOf(ctx, orderId)).toEqual([])
    await tendClocks({ ...ctx, now: remindAt! })
    await tendClocks({ ...ctx, now: remindAt! })
    expect(await factsOf(ctx, orderId)).toEqual([['clock.reminded', 'vet']])
    await tendClocks({ ...ctx, now: dueAt! })
    await tendClocks({ ...ctx, now: dueAt! })
    expect(await factsOf(ctx, orderId)).toEqual([
      ['clock.reminded', 'vet'],
      ['clock.escalated', 'vet'],
    ])
  }))

test('an invitation nobody answers in time ends, and the order waits for another speaker', () =>
  rolledBack(async (ctx) => {
    await announce(ctx)
    const { dispatch, order, bySpeaker } = await makeDispatch(ctx, 'proposed')
    await followOrder(ctx, { orderId: order.id })
    const { dueAt } = (await clockOf(ctx, order.id))!
    expect(dueAt).toEqual(instantAt('2022-01-15', '00:00'))
    const before = { ...ctx, now: instantAt('2022-01-14', '23:59') }
    await expireDispatches(before)
    expect((await findDispatch(ctx, dispatch.id))!.status).toBe('proposed')
    await expireDispatches({ ...ctx, now: dueAt! })
    expect([
      (await findDispatch(ctx, dispatch.id))!.status,
      (await findOrder(ctx, order.id))!.status,
    ]).toEqual(['expired', 'vetted'])
    const accept = () => acceptDispatch(bySpeaker, { dispatchId: dispatch.id })
    expect(await failureOf(ctx, accept)).toBe('dispatch.expired')
  }))

test('a street sets its own days, and only its office does', () =>
  rolledBack(async (ctx) => {
    await announce(ctx)
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const days = { vet: 3, dispatch: 2, accept: 5 }
    expect(await failureOf(ctx, () => setClocks(byOrganiser, days))).toBe('forbidden')
    await setClocks(office, days)
    await setClocks(office, { ...days, vet: 4 })
    const { id: orderId } = await orderTalk(byOrganiser, input)
    await followOrder(ctx, { orderId })
    const calendar = calendarOf([{ day: '2022-01-31', kind: 'off' }])
    expect(await clockOf(ctx, orderId)).toMatchObject(deadlineOf(ctx.now, 4, calendar))
  }))
