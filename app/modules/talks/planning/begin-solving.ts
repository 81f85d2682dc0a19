import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { seasonOf, type VenueTaken } from '../outlook/queries.ts'
import type { GivenSeason } from '../outlook/rules.ts'
import { lockPlan, placedIn } from './queries.ts'
import { handOf } from './rules.ts'

/**
 * Reads what a plan is to be made from and keeps it with the plan; null where there is nothing to make
 * any more. One that was begun and broke off is begun anew.
 */
export async function beginSolving(
  ctx: Context,
  input: { planId: string; venuesTaken: readonly VenueTaken[] },
): Promise<{ season: GivenSeason; isRepair: boolean } | null> {
  const plan = found(await lockPlan(ctx, input.planId))
  const before = plan.fromId ? await placedIn(ctx, plan.fromId) : []
  const isToMake = plan.status === 'waiting' || plan.status === 'solving'
  const question = {
    asked: plan.asked,
    withPromised: plan.kind === 'repair' || plan.kind === 'whatIf',
    hand: handOf(before),
    venuesTaken: input.venuesTaken,
  }
  const season = isToMake ? await seasonOf(ctx, question) : null
  authorise(isProgram(ctx.actor))
  if (!season) return null
  await ctx.tx
    .updateTable('plan')
    .set({ status: 'solving', season: JSON.stringify(season), progress: null })
    .where('streetId', '=', ctx.street)
    .where('id', '=', plan.id)
    .execute()
  return { season, isRepair: plan.kind === 'repair' }
}
