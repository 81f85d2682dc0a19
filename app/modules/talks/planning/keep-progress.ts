import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import type { Progress } from './rules.ts'

/** Keeps how far the planner is, so that whoever waits sees the best plan so far grow. */
export async function keepProgress(
  ctx: Context,
  input: { planId: string; progress: Progress },
): Promise<void> {
  authorise(isProgram(ctx.actor))
  await ctx.tx
    .updateTable('plan')
    .set({ progress: JSON.stringify(input.progress) })
    .where('streetId', '=', ctx.street)
    .where('id', '=', input.planId)
    .where('status', '=', 'solving')
    .execute()
}
