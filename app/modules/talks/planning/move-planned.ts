import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, timeInput } from '#app/platform/http/forms.ts'
import { mayDispatch } from '../orders/access.ts'
import { markPlanned } from './mark-planned.ts'
import { givenSeasonOf, lockPlan, placedIn } from './queries.ts'
import { changeTo, spanOfBooking, trialOf, whyNotChanged } from './rules.ts'

export const MovePlanned = z.strictObject({
  planId: z.uuid(),
  orderId: z.uuid(),
  speakerId: z.uuid(),
  venueId: z.uuid(),
  day: dayInput,
  from: timeInput,
})

/**
 * The office's hand places an order: it is always kept, and held against the planner. What it breaks
 * and what it costs stands with it.
 */
export async function movePlanned(ctx: Context, input: z.infer<typeof MovePlanned>) {
  const plan = found(await lockPlan(ctx, input.planId))
  const season = await givenSeasonOf(ctx, plan.id)
  const placed = await placedIn(ctx, plan.id)
  found(placed.find(({ orderId }) => orderId === input.orderId))
  authorise(mayDispatch(ctx.actor))
  refuseIf(whyNotChanged(plan))
  const trial = trialOf(found(season), placed, changeTo(input))
  refuseIf(trial?.booking ? null : 'plan.unknownToPlan')
  const { booking, tried, worth } = found(trial)
  await ctx.tx
    .updateTable('planOrder')
    .set({
      speakerId: input.speakerId,
      venueId: input.venueId,
      during: rangeOf(spanOfBooking(found(season), found(booking))),
      locked: true,
      reasons: JSON.stringify({ kind: 'byHand', ...tried }),
    })
    .where('streetId', '=', ctx.street)
    .where('planId', '=', plan.id)
    .where('orderId', '=', input.orderId)
    .execute()
  await ctx.tx
    .updateTable('plan')
    // Nothing is proven of what a hand has changed.
    .set({ worth: JSON.stringify(worth), proof: null, objective: null })
    .where('streetId', '=', ctx.street)
    .where('id', '=', plan.id)
    .execute()
  await markPlanned(ctx)
  await record(ctx, 'plan.moved', plan.id, { details: { orderId: input.orderId } })
  return tried
}
