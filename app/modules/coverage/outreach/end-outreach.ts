import { z } from 'zod'
import { findWithUnits } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayReachOut } from './access.ts'
import { lockOutreach } from './queries.ts'
import { whyNotEnded } from './rules.ts'

export const EndOutreach = z.strictObject({ outreachId: z.uuid() })

/** A step that was not meant, or is no longer needed, is taken back. */
export async function endOutreach(ctx: Context, input: z.infer<typeof EndOutreach>) {
  const step = found(await lockOutreach(ctx, input.outreachId))
  const { unitIds } = found(await findWithUnits(ctx, step.personId))
  authorise(mayReachOut(ctx.actor, unitIds))
  refuseIf(whyNotEnded(step))
  await ctx.tx
    .updateTable('outreach')
    .set({ endedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', step.id)
    .execute()
  await record(ctx, 'outreach.ended', step.id)
}
