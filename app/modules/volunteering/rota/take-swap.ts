import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional } from '#app/platform/http/forms.ts'
import { mayServeFor } from '../posts/access.ts'
import { findServer, lockShift } from '../posts/queries.ts'
import { findSwap } from './queries.ts'
import { whyNotSwapped } from './rules.ts'
import { takePlace } from './take-place.ts'

export const TakeSwap = z.strictObject({
  swapId: z.uuid(),
  /** Who takes it over, where that is not the actor. */
  personId: optional(z.uuid()),
})

/** A volunteer takes over the place that another offers, under the rules of every place. */
export async function takeSwap(ctx: Context, input: z.infer<typeof TakeSwap>) {
  authorise(isSignedIn(ctx.actor))
  const takerId = found(input.personId ?? ctx.onBehalfOf ?? ctx.actor.personId)
  const { shiftId } = found(await findSwap(ctx, input.swapId))
  // Two who want it come one after the other; the second finds it gone.
  const shift = found(await lockShift(ctx, shiftId))
  const swap = found(await findSwap(ctx, input.swapId))
  const taker = found(await findServer(ctx, takerId))
  authorise(mayServeFor(ctx.actor, taker, shift))
  refuseIf(whyNotSwapped(swap, takerId))
  await ctx.tx
    .updateTable('shiftPlace')
    .set({ state: 'off', offWhy: 'swapped', endedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', swap.placeId)
    .execute()
  const { id: takenPlaceId } = await takePlace(ctx, { shiftId: shift.id, personId: takerId })
  await ctx.tx
    .updateTable('shiftSwap')
    .set({ takenAt: ctx.now, takenPlaceId })
    .where('streetId', '=', ctx.street)
    .where('id', '=', swap.id)
    .execute()
  await record(forPerson(ctx, takerId), 'swap.taken', shift.id, {
    details: { personId: takerId, fromId: swap.personId, swapId: swap.id },
  })
  return { id: takenPlaceId }
}
