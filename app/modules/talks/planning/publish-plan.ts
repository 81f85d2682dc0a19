import { sql } from 'kysely'
import { z } from 'zod'
import { checkPlan } from '#app/planner/check-plan.ts'
import { withoutLocks } from '#app/planner/try-move.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, Refused, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { tick } from '#app/platform/http/forms.ts'
import { endDispatch } from '../dispatches/end-dispatch.ts'
import { proposeOrders, type Unasked } from '../dispatches/propose-orders.ts'
import { lockAsked } from '../dispatches/queries.ts'
import { mayDispatch } from '../orders/access.ts'
import { markPlanned } from './mark-planned.ts'
import { givenSeasonOf, lastPublished, lockPlan, placedIn, standingOf } from './queries.ts'
import {
  asPromisedIn,
  bookingsOf,
  differenceBetween,
  handPlaced,
  knownToHand,
  toPublish,
  whyNotChanged,
  whyNotPublished,
} from './rules.ts'

export const PublishPlan = z.strictObject({
  planId: z.uuid(),
  /** Whatever changed meanwhile stays as it is, and the rest is published. */
  rest: tick.optional(),
})

/**
 * A plan becomes invitations. Of two that are published at once the second one hears which orders
 * changed meanwhile, and may publish the rest.
 */
export async function publishPlan(ctx: Context, input: z.infer<typeof PublishPlan>) {
  const plan = found(await lockPlan(ctx, input.planId))
  const placed = await placedIn(ctx, plan.id)
  const orderIds = placed.map(({ orderId }) => orderId)
  await lockAsked(ctx, orderIds, [...new Set(placed.flatMap(({ speakerId }) => speakerId ?? []))])
  const standing = await standingOf(ctx, orderIds)
  const last = await lastPublished(ctx)
  const difference = differenceBetween(last ? await placedIn(ctx, last.id) : [], placed)
  const season = found(await givenSeasonOf(ctx, plan.id))
  authorise(mayDispatch(ctx.actor))
  refuseIf(whyNotChanged(plan))
  const bookings = bookingsOf(season, placed)
  const faults = checkPlan(withoutLocks(season), bookings)
  const byHand = handPlaced(season, placed)
  refuseIf(whyNotPublished(faults, byHand, asPromisedIn(season, bookings)))
  const knowing = knownToHand(faults, byHand)
  const { ask, takeBack, changed } = toPublish(season, placed, standing, knowing)
  if (changed.length > 0 && !input.rest) throw changedMeanwhile(changed, standing)
  refuseIf(ask.length + takeBack.length > 0 ? null : 'plan.nothingPlanned')
  // one query an order: only what a repair moves is taken back, and that is few
  for (const dispatchId of takeBack)
    await endDispatch(ctx, { dispatchId, how: 'takenBack', answer: '' })
  const { proposed, unasked } = await proposeOrders(ctx, ask, 'plan')
  if (unasked.length > 0 && !input.rest)
    throw changedMeanwhile(
      unasked.map(({ orderId }) => orderId),
      standing,
    )
  await keepDispatches(ctx, plan.id, proposed, unasked)
  await ctx.tx
    .updateTable('plan')
    .set({ status: 'published', publishedBy: found(ctx.actor.personId), publishedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', plan.id)
    .execute()
  await markPlanned(ctx)
  const { number } = plan
  await record(ctx, 'plan.published', plan.id, {
    details: { number, lastId: last?.id ?? null, ...difference },
  })
  return { proposed: proposed.length, unasked: unasked.length + changed.length, ...difference }
}

/** Says which orders are not as they were when the plan was made. */
function changedMeanwhile(
  orderIds: readonly string[],
  standing: ReadonlyMap<string, { number: number }>,
): Refused {
  const numbers = orderIds.map((id) => standing.get(id)?.number ?? 0).toSorted((a, b) => a - b)
  return new Refused('plan.changedMeanwhile', { numbers })
}

/** Each order of the plan with the invitation that came of it, or why none did. */
async function keepDispatches(
  ctx: Context,
  planId: string,
  proposed: readonly { id: string; orderId: string }[],
  unasked: readonly Unasked[],
): Promise<void> {
  await sql`
    update plan_order set dispatch_id = asked.id
    from unnest(${proposed.map(({ orderId }) => orderId)}::uuid[],
      ${proposed.map(({ id }) => id)}::uuid[]) as asked (order_id, id)
    where plan_order.street_id = ${ctx.street} and plan_id = ${planId}
      and plan_order.order_id = asked.order_id`.execute(ctx.tx)
  const why = unasked.map(({ reason }) => JSON.stringify({ kind: 'unasked', reason }))
  await sql`
    update plan_order set reasons = unasked.why
    from unnest(${unasked.map(({ orderId }) => orderId)}::uuid[], ${why}::jsonb[]) as unasked (order_id, why)
    where plan_order.street_id = ${ctx.street} and plan_id = ${planId}
      and plan_order.order_id = unasked.order_id`.execute(ctx.tx)
}
