import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayRunPost } from './access.ts'
import { lockShift } from './queries.ts'
import { whyNotStanding } from './rules.ts'

export const CancelShift = z.strictObject({ shiftId: z.uuid(), reason: text(300) })

/** A shift is called off; everyone comes off its rota and hears why. */
export async function cancelShift(ctx: Context, input: z.infer<typeof CancelShift>) {
  const shift = found(await lockShift(ctx, input.shiftId))
  authorise(mayRunPost(ctx.actor, shift))
  refuseIf(whyNotStanding(shift))
  const freed = await ctx.tx
    .updateTable('shiftPlace')
    .set({ state: 'off', offWhy: 'shiftCancelled', endedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('shiftId', '=', shift.id)
    .where('state', '=', 'on')
    .returning('personId')
    .execute()
  await ctx.tx
    .updateTable('shift')
    .set({ status: 'cancelled', cancelledAt: ctx.now, cancelReason: input.reason })
    .where('streetId', '=', ctx.street)
    .where('id', '=', shift.id)
    .execute()
  await record(ctx, 'shift.cancelled', shift.id, {
    reason: input.reason,
    details: { personIds: freed.map(({ personId }) => personId) },
  })
}
