import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayDispatch } from '../orders/access.ts'
import { markPlanned } from './mark-planned.ts'
import { givenSeasonOf, lockPlan, placedIn } from './queries.ts'
import { trialOf, whyNotChanged, whyNotTakenOut } from './rules.ts'

export const TakeOutOfPlan = z.strictObject({ planId: z.uuid(), orderId: z.uuid() })

/** The office leaves an order out of a plan: plans made from it leave it out too. */
export async function takeOutOfPlan(ctx: Context, input: z.infer<typeof TakeOutOfPlan>) {
  const plan = found(await lockPlan(ctx, input.planId))
  const season = await givenSeasonOf(ctx, plan.id)
  const placed = await placedIn(ctx, plan.id)
  const row = found(placed.find(({ orderId }) => orderId === input.orderId))
  authorise(mayDispatch(ctx.actor))
  refuseIf(whyNotChanged(plan) ?? whyNotTakenOut(row))
  const nobody = { orderId: row.orderId, speakerId: null, venueId: null, during: null }
  const { worth } = found(trialOf(found(season), placed, nobody))
  await ctx.tx
    .updateTable('planOrder')
    .set({ speakerId: null, venueId: null, during: null, locked: true, reasons: '{}' })
    .where('streetId', '=', ctx.street)
    .where('planId', '=', plan.id)
    .where('orderId', '=', input.orderId)
    .execute()
  await ctx.tx
    .updateTable('plan')
    .set({ worth: JSON.stringify(worth), proof: null, objective: null })
    .where('streetId', '=', ctx.street)
    .where('id', '=', plan.id)
    .execute()
  await markPlanned(ctx)
  await record(ctx, 'plan.takenOut', plan.id, { details: { orderId: input.orderId } })
}
