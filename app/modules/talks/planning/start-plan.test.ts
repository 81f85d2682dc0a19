import { expect, test } from 'vitest'
import { dayOf } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makePlan, makeSmallStreet, solveNow } from '#test/make-plans.ts'
import { makeSeason } from '#test/make-talks.ts'
import { findPlan, planOrdersOf, unservedOrders } from './queries.ts'
import { startPlan } from './start-plan.ts'

test('a plan serves as many orders as can be, and says why not the others', () =>
  rolledBack(async (ctx) => {
    const { byOffice, plan, ann, bo } = await makePlan(ctx)
    expect(await findPlan(ctx, plan.id)).toMatchObject({
      number: 1,
      kind: 'whole',
      status: 'ready',
      orders: 3,
      served: 2,
      proof: 'optimal',
      firstDay: '2022-01-13',
      worth: { served: 2 },
    })
    const orders = await planOrdersOf(ctx, plan.id)
    const served = orders.filter(({ speakerId }) => speakerId !== null)
    expect(new Set(served.map(({ speakerId }) => speakerId))).toEqual(new Set([ann.id, bo.id]))
    expect(served.map(({ reasons }) => reasons.kind)).toEqual(['served', 'served'])
    const unserved = orders.find(({ speakerId }) => speakerId === null)!
    expect(unserved.reasons).toMatchObject({
      kind: 'unserved',
      funnel: { left: 2 },
      ways: [[{ kind: 'speaker', language: 'nantong' }]],
    })
    expect((await unservedOrders(byOffice)).map(({ orderId }) => orderId)).toEqual([
      unserved.orderId,
    ])
  }))

test('what if somebody could not come, there were another day, and a pair belonged together', () =>
  rolledBack(async (ctx) => {
    const { byOffice, ann, bo, orders, plan } = await makePlan(ctx)
    const [first, second, third] = orders.map(({ id }) => id)
    const without = await startPlan(byOffice, { fromId: plan.id, withoutSpeakerIds: [ann.id] })
    await solveNow(ctx, without.id)
    const left = await planOrdersOf(ctx, without.id)
    expect(left.flatMap(({ speakerId }) => speakerId ?? [])).toEqual([bo.id])
    const more = await startPlan(byOffice, {
      fromId: plan.id,
      name: '再加一天',
      days: [{ day: '2022-01-22', orderId: third! }, { day: undefined }],
      pairs: [{ orderId: first!, speakerId: bo.id }],
    })
    await solveNow(ctx, more.id)
    const planned = await planOrdersOf(ctx, more.id)
    const of = (id: string) => planned.find(({ orderId }) => orderId === id)
    expect(of(first!)?.speakerId).toBe(bo.id)
    expect(of(second!)?.speakerId).toBe(ann.id)
    expect(dayOf(of(third!)!.during!.start)).toBe('2022-01-22')
  }))

test('without a season or an open order there is nothing to plan', () =>
  rolledBack(async (ctx) => {
    const byOffice = await as(ctx, await makeAppointed(ctx, 'office'))
    expect(await failureOf(ctx, () => startPlan(byOffice, {}))).toBe('plan.noSeason')
    await makeSeason(ctx)
    expect(await failureOf(ctx, () => startPlan(byOffice, {}))).toBe('plan.nothingOpen')
  }))

test('a branch does not plan', () =>
  rolledBack(async (ctx) => {
    await makeSmallStreet(ctx)
    const stranger = await as(ctx, await makeAppointed(ctx, 'organiser'))
    expect(await failureOf(ctx, () => startPlan(stranger, {}))).toBe('forbidden')
  }))
