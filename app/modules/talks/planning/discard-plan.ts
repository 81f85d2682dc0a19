import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayDispatch } from '../orders/access.ts'
import { markPlanned } from './mark-planned.ts'
import { lockPlan } from './queries.ts'
import { whyNotDiscarded } from './rules.ts'

export const DiscardPlan = z.strictObject({ planId: z.uuid() })

/** The office throws a plan away; one that is still being made ends by itself. */
export async function discardPlan(ctx: Context, input: z.infer<typeof DiscardPlan>) {
  const plan = found(await lockPlan(ctx, input.planId))
  authorise(mayDispatch(ctx.actor))
  refuseIf(whyNotDiscarded(plan))
  await ctx.tx
    .updateTable('plan')
    .set({ status: 'discarded' })
    .where('streetId', '=', ctx.street)
    .where('id', '=', plan.id)
    .execute()
  await markPlanned(ctx)
  await record(ctx, 'plan.discarded', plan.id, { details: { number: plan.number } })
}
