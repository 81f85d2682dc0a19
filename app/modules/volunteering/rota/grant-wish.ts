import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { lockApplication, lockShift } from '../posts/queries.ts'
import { placingOf } from './queries.ts'
import { takePlace } from './take-place.ts'

export const GrantWish = z.strictObject({ applicationId: z.uuid() })

/**
 * Once nothing stands in the way any more, whoever wished for a shift when applying goes on its rota;
 * where something still does, or the shift has filled up, the wish waits and nothing happens.
 */
export async function grantWish(ctx: Context, input: z.infer<typeof GrantWish>): Promise<boolean> {
  authorise(isSignedIn(ctx.actor))
  const application = found(await lockApplication(ctx, input.applicationId))
  const { wishedShiftId: shiftId, personId } = application
  if (shiftId === null) return false
  const shift = found(await lockShift(ctx, shiftId))
  const placing = await placingOf(ctx, shift, { personId, besideId: null, byStaff: false })
  if (placing?.whyNot !== null) return false
  await takePlace(ctx, { shiftId, personId })
  return true
}
