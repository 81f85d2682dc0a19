import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { lockPlan } from './queries.ts'

/** A plan that could not be made says so, instead of being made for ever; nothing else changes. */
export async function failPlan(ctx: Context, input: { planId: string }): Promise<void> {
  const plan = found(await lockPlan(ctx, input.planId))
  authorise(isProgram(ctx.actor))
  if (plan.status !== 'waiting' && plan.status !== 'solving') return
  await ctx.tx
    .updateTable('plan')
    .set({ status: 'failed', progress: null })
    .where('streetId', '=', ctx.street)
    .where('id', '=', plan.id)
    .execute()
  await record(ctx, 'plan.failed', plan.id, { details: { number: plan.number } })
}
