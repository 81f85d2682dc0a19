import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makePlan, solveNow } from '#test/make-plans.ts'
import { makeSpeaker } from '#test/make-talks.ts'
import { discardPlan } from './discard-plan.ts'
import { movePlanned } from './move-planned.ts'
import { findPlan, planOrdersOf, tryMove } from './queries.ts'
import { startPlan } from './start-plan.ts'
import { takeOutOfPlan } from './take-out-of-plan.ts'
import { unlockPlanned } from './unlock-planned.ts'

test('the hand wins, and hears what it breaks and costs', () =>
  rolledBack(async (ctx) => {
    const { byOffice, plan, ann, bo } = await makePlan(ctx)
    const orders = await planOrdersOf(ctx, plan.id)
    const ofAnn = orders.find(({ speakerId }) => speakerId === ann.id)!
    const ofBo = orders.find(({ speakerId }) => speakerId === bo.id)!
    const move = {
      planId: plan.id,
      orderId: ofAnn.orderId,
      speakerId: bo.id,
      venueId: ofAnn.venueId!,
      day: '2022-01-20',
      from: '14:00',
    }
    const tried = (await tryMove(ctx, move))!
    expect(tried.costs.served).toBe(0)
    expect(tried.breaks.map(({ rule }) => rule)).toContain('speaker_taken')
    expect(new Set(tried.breaks.flatMap(({ orderIds }) => orderIds))).toEqual(
      new Set([ofAnn.orderId, ofBo.orderId]),
    )
    expect(await movePlanned(byOffice, move)).toEqual(tried)
    const moved = (await planOrdersOf(ctx, plan.id)).find(
      ({ orderId }) => orderId === ofAnn.orderId,
    )
    expect(moved).toMatchObject({
      speakerId: bo.id,
      locked: true,
      reasons: { kind: 'byHand', ...tried },
    })
    expect(await findPlan(ctx, plan.id)).toMatchObject({ proof: null, objective: null })
    const next = await startPlan(byOffice, { fromId: plan.id })
    await solveNow(ctx, next.id)
    const kept = (await planOrdersOf(ctx, next.id)).find(({ orderId }) => orderId === ofAnn.orderId)
    expect(kept).toMatchObject({ speakerId: bo.id, locked: true })
  }))

test('what was taken out stays out of plans made from it, until it is let go', () =>
  rolledBack(async (ctx) => {
    const { byOffice, plan, ann } = await makePlan(ctx)
    const { orderId } = (await planOrdersOf(ctx, plan.id)).find(
      ({ speakerId }) => speakerId === ann.id,
    )!
    await takeOutOfPlan(byOffice, { planId: plan.id, orderId })
    expect((await findPlan(ctx, plan.id))!).toMatchObject({ served: 1, worth: { served: 1 } })
    const again = () => takeOutOfPlan(byOffice, { planId: plan.id, orderId })
    expect(await failureOf(ctx, again)).toBe('plan.notServed')
    const next = await startPlan(byOffice, { fromId: plan.id })
    await solveNow(ctx, next.id)
    const others = await planOrdersOf(ctx, next.id)
    expect(others.map((order) => order.orderId)).not.toContain(orderId)
    expect(others).toHaveLength(2)
    await unlockPlanned(byOffice, { planId: plan.id, orderId })
    const unlock = () => unlockPlanned(byOffice, { planId: plan.id, orderId })
    expect(await failureOf(ctx, unlock)).toBe('plan.notLocked')
  }))

test('a plan is changed while it is ready, and with speakers it knows', () =>
  rolledBack(async (ctx) => {
    const { byOffice, plan, ann } = await makePlan(ctx)
    const order = (await planOrdersOf(ctx, plan.id)).find(({ speakerId }) => speakerId === ann.id)!
    const move = {
      planId: plan.id,
      orderId: order.orderId,
      speakerId: ann.id,
      venueId: order.venueId!,
      day: '2022-01-20',
      from: '14:00',
    }
    const newcomer = await makeSpeaker(ctx)
    expect(await tryMove(ctx, { ...move, speakerId: newcomer.id })).toBeNull()
    const unknown = () => movePlanned(byOffice, { ...move, speakerId: newcomer.id })
    expect(await failureOf(ctx, unknown)).toBe('plan.unknownToPlan')
    const waiting = await startPlan(byOffice, {})
    const early = () => discardPlan(byOffice, { planId: waiting.id })
    expect(await failureOf(ctx, early)).toBeUndefined()
    await discardPlan(byOffice, { planId: plan.id })
    expect(await failureOf(ctx, () => movePlanned(byOffice, move))).toBe('plan.alreadyDiscarded')
    const stranger = await as(ctx, await makeAppointed(ctx, 'organiser'))
    expect(await failureOf(ctx, () => movePlanned(stranger, move))).toBe('forbidden')
  }))
