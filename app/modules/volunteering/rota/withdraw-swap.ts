import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayServeFor } from '../posts/access.ts'
import { findServer, lockShift } from '../posts/queries.ts'
import { findSwap } from './queries.ts'
import { whyNotWithdrawn } from './rules.ts'

export const WithdrawSwap = z.strictObject({ swapId: z.uuid() })

/** A volunteer keeps the place after all. */
export async function withdrawSwap(ctx: Context, input: z.infer<typeof WithdrawSwap>) {
  authorise(isSignedIn(ctx.actor))
  const { shiftId } = found(await findSwap(ctx, input.swapId))
  const shift = found(await lockShift(ctx, shiftId))
  const swap = found(await findSwap(ctx, input.swapId))
  const person = found(await findServer(ctx, swap.personId))
  authorise(mayServeFor(ctx.actor, person, shift))
  refuseIf(whyNotWithdrawn(swap))
  await ctx.tx
    .updateTable('shiftSwap')
    .set({ withdrawnAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', swap.id)
    .execute()
  await record(forPerson(ctx, person.id), 'swap.withdrawn', shift.id, {
    details: { personId: person.id, swapId: swap.id },
  })
}
