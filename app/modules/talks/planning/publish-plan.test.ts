import { expect, test } from 'vitest'
import { dayOf, timeOf } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makePlan, solveNow } from '#test/make-plans.ts'
import { dispatchOrder } from '../dispatches/dispatch-order.ts'
import { endDispatch } from '../dispatches/end-dispatch.ts'
import { en } from '../dispatches/messages.en.ts'
import { zh } from '../dispatches/messages.zh.ts'
import { dispatchesOf } from '../dispatches/queries.ts'
import { findOrder } from '../orders/queries.ts'
import { discardPlan } from './discard-plan.ts'
import { healPlan } from './heal-plan.ts'
import { movePlanned } from './move-planned.ts'
import { publishPlan } from './publish-plan.ts'
import { findPlan, handAgainstRules, placedIn, planOrdersOf } from './queries.ts'

test('a published plan is invitations, once', () =>
  rolledBack(async (ctx) => {
    const { byOffice, plan } = await makePlan(ctx)
    const published = await publishPlan(byOffice, { planId: plan.id })
    expect(published).toMatchObject({ proposed: 2, unasked: 0, moved: [], dropped: [] })
    const orders = await planOrdersOf(ctx, plan.id)
    const asked = orders.filter(({ speakerId }) => speakerId !== null)
    expect(asked.map(({ dispatchStatus }) => dispatchStatus)).toEqual(['proposed', 'proposed'])
    expect(await findPlan(ctx, plan.id)).toMatchObject({ status: 'published' })
    const again = () => publishPlan(byOffice, { planId: plan.id })
    expect(await failureOf(ctx, again)).toBe('plan.alreadyPublished')
    const discard = () => discardPlan(byOffice, { planId: plan.id })
    expect(await failureOf(ctx, discard)).toBe('plan.alreadyPublished')
  }))

test('what was promised meanwhile just as planned is nobody asked for again', () =>
  rolledBack(async (ctx) => {
    const { byOffice, plan } = await makePlan(ctx)
    const placed = (await placedIn(ctx, plan.id)).filter(({ speakerId }) => speakerId !== null)
    await dispatchOrder(byOffice, {
      orderId: placed[0]!.orderId,
      speakerId: placed[0]!.speakerId!,
      start: `${dayOf(placed[0]!.during!.start)}T${timeOf(placed[0]!.during!.start)}`,
    })
    // That is just what the plan wants: only the other one is asked still.
    expect(await publishPlan(byOffice, { planId: plan.id })).toMatchObject({ proposed: 1 })
  }))

test('after a decline the plan heals with the fewest changes', () =>
  rolledBack(async (ctx) => {
    const { byOffice, plan, ann, bo } = await makePlan(ctx)
    await publishPlan(byOffice, { planId: plan.id })
    const before = await planOrdersOf(ctx, plan.id)
    const ofAnn = before.find(({ speakerId }) => speakerId === ann.id)!
    const byAnn = await as(ctx, { id: ann.personId })
    await endDispatch(byAnn, { dispatchId: ofAnn.dispatchId!, how: 'declined', answer: '' })
    const healed = (await healPlan(ctx, {}))!
    expect(await healPlan(ctx, {})).toEqual(healed)
    await solveNow(ctx, healed.id)
    const after = await planOrdersOf(ctx, healed.id)
    const of = (orderId: string) => after.find((order) => order.orderId === orderId)
    const ofBo = before.find(({ speakerId }) => speakerId === bo.id)!
    // Bo keeps what he was asked for; Ann, who declined one order, is asked for the one that waited.
    expect(of(ofBo.orderId)).toMatchObject({ speakerId: bo.id, dispatchStatus: null })
    expect(of(ofAnn.orderId)?.speakerId).toBeNull()
    const waited = before.find(({ speakerId }) => speakerId === null)!
    expect(of(waited.orderId)?.speakerId).toBe(ann.id)
    expect(await publishPlan(byOffice, { planId: healed.id })).toMatchObject({
      proposed: 1,
      added: [waited.orderId],
      moved: [],
      dropped: [ofAnn.orderId],
    })
  }))

test('what a hand broke is published only as far as the rules allow', () =>
  rolledBack(async (ctx) => {
    const { byOffice, plan, bo } = await makePlan(ctx)
    const placed = await placedIn(ctx, plan.id)
    const other = placed.find(({ speakerId }) => speakerId !== bo.id && speakerId !== null)!
    await movePlanned(byOffice, {
      planId: plan.id,
      orderId: other.orderId,
      speakerId: bo.id,
      venueId: other.venueId!,
      day: '2022-01-20',
      from: '14:00',
    })
    const publish = () => publishPlan(byOffice, { planId: plan.id })
    expect(await failureOf(ctx, publish)).toBe('plan.changedMeanwhile')
    expect(await publishPlan(byOffice, { planId: plan.id, rest: true })).toMatchObject({
      proposed: 1,
      unasked: 1,
    })
    const kinds = (await planOrdersOf(ctx, plan.id)).map(({ reasons }) => reasons.kind)
    expect(kinds).toContain('unasked')
  }))

test('what a hand set against a rule is asked all the same, and the branch reads the time', () =>
  rolledBack(async (ctx) => {
    const { byOffice, plan, bo, orders } = await makePlan(ctx)
    const waiting = (await placedIn(ctx, plan.id)).find(({ speakerId }) => speakerId === null)!
    const order = (await findOrder(ctx, waiting.orderId))!
    // The branch named Thursday only.
    const place = { speakerId: bo.id, venueId: order.venueId, day: '2022-01-21', from: '09:00' }
    await movePlanned(byOffice, { planId: plan.id, orderId: order.id, ...place })
    const broken = await handAgainstRules(ctx, plan.id)
    expect(broken).toEqual([{ rule: 'time_not_wished', orderIds: [order.id] }])
    expect(await publishPlan(byOffice, { planId: plan.id })).toMatchObject({
      proposed: orders.length,
      unasked: 0,
    })
    const [asked] = await dispatchesOf(ctx, order.id)
    expect(asked).toMatchObject({ speakerId: bo.id, isNamedTime: false })
    const told = { ...tellable, isNamedTime: asked!.isNamedTime }
    expect(zh.notices['dispatch.accepted'](told)).toContain('时间是街道定的')
    expect(en.notices['dispatch.accepted'](told)).toContain('The street set this time')
    expect(zh.notices['dispatch.accepted'](tellable)).not.toContain('时间是街道定的')
  }))

const tellable = {
  title: '讲讲反诈',
  titleEn: '',
  start: '2022-01-21T01:00:00Z',
  end: '2022-01-21T02:00:00Z',
  venue: '活动室',
  unit: '第一支部',
  speaker: '葛怀远',
}

test('a branch does not publish', () =>
  rolledBack(async (ctx) => {
    const { plan } = await makePlan(ctx)
    const stranger = await as(ctx, await makeAppointed(ctx, 'organiser'))
    expect(await failureOf(ctx, () => publishPlan(stranger, { planId: plan.id }))).toBe('forbidden')
  }))
