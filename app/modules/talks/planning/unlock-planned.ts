import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayDispatch } from '../orders/access.ts'
import { lockPlan, placedIn } from './queries.ts'
import { whyNotChanged, whyNotUnlocked } from './rules.ts'

export const UnlockPlanned = z.strictObject({ planId: z.uuid(), orderId: z.uuid() })

/** What was placed by hand is the planner's again: plans made from this one may place it otherwise. */
export async function unlockPlanned(ctx: Context, input: z.infer<typeof UnlockPlanned>) {
  const plan = found(await lockPlan(ctx, input.planId))
  const placed = await placedIn(ctx, plan.id)
  const row = found(placed.find(({ orderId }) => orderId === input.orderId))
  authorise(mayDispatch(ctx.actor))
  refuseIf(whyNotChanged(plan) ?? whyNotUnlocked(row))
  await ctx.tx
    .updateTable('planOrder')
    .set({ locked: false })
    .where('streetId', '=', ctx.street)
    .where('planId', '=', plan.id)
    .where('orderId', '=', input.orderId)
    .execute()
  await record(ctx, 'plan.unlocked', plan.id, { details: { orderId: input.orderId } })
}
