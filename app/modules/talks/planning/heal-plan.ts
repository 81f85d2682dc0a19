import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { mayDispatch } from '../orders/access.ts'
import { nothingAsked } from '../outlook/rules.ts'
import { lastPublished, lockPlan } from './queries.ts'

export const HealPlan = z.strictObject({})

/**
 * Somebody can't come, or an order was withdrawn: a plan that puts it right with the fewest changes to
 * what is promised. It is a proposal, which the office publishes or throws away.
 */
export async function healPlan(ctx: Context, _input: z.infer<typeof HealPlan>) {
  const last = await lastPublished(ctx)
  // Two who decline at once make one plan that heals both.
  if (last) await lockPlan(ctx, last.id)
  authorise(mayDispatch(ctx.actor))
  if (!last && ctx.actor.kind === 'system') return null
  refuseIf(last ? null : 'plan.nothingPlanned')
  const from = found(last)
  const waiting = await ctx.tx
    .selectFrom('plan')
    .select(['id', 'number'])
    .where('streetId', '=', ctx.street)
    .where('fromId', '=', from.id)
    .where('kind', '=', 'repair')
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  if (waiting) return waiting
  // What the program proposed before knows nothing of this.
  await ctx.tx
    .updateTable('plan')
    .set({ status: 'discarded' })
    .where('streetId', '=', ctx.street)
    .where('kind', '=', 'repair')
    .where('madeBy', 'is', null)
    .where('status', 'in', ['solving', 'ready', 'failed'])
    .execute()
  const id = newId()
  const number = await nextNumber(ctx, 'plan')
  await ctx.tx
    .insertInto('plan')
    .values({
      streetId: ctx.street,
      id,
      number,
      seasonId: from.seasonId,
      fromId: from.id,
      kind: 'repair',
      status: 'waiting',
      asked: JSON.stringify(nothingAsked),
      madeBy: ctx.actor.personId,
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'plan.started', id, { details: { number } })
  return { id, number }
}
