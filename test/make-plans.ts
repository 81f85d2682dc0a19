import { venuesTakenAhead } from '#app/modules/sessions/queries.ts'
import { beginSolving } from '#app/modules/talks/planning/begin-solving.ts'
import { keepPlan } from '#app/modules/talks/planning/keep-plan.ts'
import { startPlan } from '#app/modules/talks/planning/start-plan.ts'
import { planSeason } from '#app/planner/plan-season.ts'
import { explainPlan } from '#app/planner/reasons.ts'
import { repairPlan } from '#app/planner/repair.ts'
import { type Context, system } from '#app/platform/context.ts'
import { as, makeAppointed } from './make.ts'
import { makeOrder, makeSpeaker, makeTalk } from './make-talks.ts'

/** Solves a plan that waits, here and now instead of in a job. */
export async function solveNow(ctx: Context, planId: string): Promise<void> {
  const bySystem = { ...ctx, actor: system }
  const begun = await beginSolving(bySystem, { planId, venuesTaken: await venuesTakenAhead(ctx) })
  if (!begun) return
  const plan = await (begun.isRepair ? repairPlan : planSeason)(begun.season)
  const reasons = await explainPlan(begun.season, plan)
  await keepPlan(bySystem, { planId, plan, reasons, seconds: 0 })
}

/** Two speakers of a talk, three orders of it that wait, two of them at the same time, and the office. */
export async function makeSmallStreet(ctx: Context) {
  const ann = await makeSpeaker(ctx)
  const bo = await makeSpeaker(ctx)
  const talk = await makeTalk(ctx, [ann, bo])
  const at = (date: string, from: string) => ({ times: [{ date, from }] })
  const orders = [
    (await makeOrder(ctx, talk.id, at('2022-01-20', '14:00'))).order,
    (await makeOrder(ctx, talk.id, at('2022-01-20', '14:00'))).order,
    (await makeOrder(ctx, talk.id, at('2022-01-20', '14:30'))).order,
  ]
  const office = await makeAppointed(ctx, 'office')
  return { ann, bo, talk, orders, office, byOffice: await as(ctx, office) }
}

/** A plan of the small street that is ready. */
export async function makePlan(ctx: Context) {
  const made = await makeSmallStreet(ctx)
  const plan = await startPlan(made.byOffice, {})
  await solveNow(ctx, plan.id)
  return { ...made, plan }
}
