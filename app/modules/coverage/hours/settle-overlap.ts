import { z } from 'zod'
import { findWithUnits } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayKeepHours } from './access.ts'
import { overlapOf } from './queries.ts'
import { whyNotSettled } from './rules.ts'

export const SettleOverlap = z.strictObject({
  personId: z.uuid(),
  /** The session that counts, and the one of the same time that does not. */
  sessionId: z.uuid(),
  otherId: z.uuid(),
  reason: text(200),
})

/** Someone else says at which of two sessions of one time a person was; the hours follow. */
export async function settleOverlap(ctx: Context, input: z.infer<typeof SettleOverlap>) {
  const { personId, sessionId, otherId, reason } = input
  const { unitIds } = found(await findWithUnits(ctx, personId))
  const overlap = await overlapOf(ctx, personId, [sessionId, otherId])
  authorise(mayKeepHours(ctx.actor, { id: personId, unitIds }))
  const madeBy = found(ctx.actor.personId)
  refuseIf(whyNotSettled(overlap, personId, madeBy))
  await ctx.tx
    .insertInto('overlapChoice')
    .values({ streetId: ctx.street, id: newId(), ...input, madeBy, madeAt: ctx.now })
    .execute()
  await record(ctx, 'overlap.settled', personId, { reason, details: { sessionId, otherId } })
}
