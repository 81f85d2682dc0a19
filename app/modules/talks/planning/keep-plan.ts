import { isProgram } from '#app/modules/people/access.ts'
import type { Reasons } from '#app/planner/reasons.ts'
import type { Plan } from '#app/planner/season.ts'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import type { GivenSeason } from '../outlook/rules.ts'
import { markPlanned } from './mark-planned.ts'
import { lockPlan } from './queries.ts'
import { rowsOf } from './rules.ts'

type Solved = {
  planId: string
  plan: Plan
  reasons: readonly Reasons[]
  seconds: number
}

/** Keeps what the planner found: each order with who gives it, or why nobody does. */
export async function keepPlan(ctx: Context, { planId, plan, reasons, seconds }: Solved) {
  const waiting = found(await lockPlan(ctx, planId))
  authorise(isProgram(ctx.actor))
  // Somebody threw it away meanwhile, or it was solved a second time.
  if (waiting.status !== 'solving') return
  const season = waiting.season as GivenSeason
  const rows = rowsOf(season, plan, reasons)
  if (rows.length > 0) {
    await ctx.tx
      .insertInto('planOrder')
      .values(
        rows.map(({ during, reasons: why, ...row }) => ({
          streetId: ctx.street,
          planId,
          ...row,
          during: during && rangeOf(during),
          reasons: JSON.stringify(why),
        })),
      )
      .execute()
  }
  await ctx.tx
    .updateTable('plan')
    .set({
      status: 'ready',
      worth: JSON.stringify(plan.worth),
      objective: plan.objective,
      bound: plan.bound,
      proof: plan.proof,
      progress: null,
      seconds,
      solvedAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', planId)
    .execute()
  await markPlanned(ctx)
  const { number, kind } = waiting
  await record(ctx, 'plan.ready', planId, { details: { number, kind } })
}
