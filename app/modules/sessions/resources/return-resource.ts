import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { mayHandOver } from './access.ts'
import { findBooking, lockResource } from './queries.ts'
import { whyNotReturned } from './rules.ts'

export const ReturnResource = z.strictObject({ bookingId: z.uuid(), note: optionalText(300) })

/** Its keeper has a resource back, with what is missing or broken; from now on others can have it. */
export async function returnResource(ctx: Context, input: z.infer<typeof ReturnResource>) {
  const { resourceId } = found(await findBooking(ctx, input.bookingId))
  const resource = found(await lockResource(ctx, resourceId))
  const booking = found(await findBooking(ctx, input.bookingId))
  authorise(mayHandOver(ctx.actor, resource))
  refuseIf(whyNotReturned(booking))
  await ctx.tx
    .updateTable('booking')
    .set({ status: 'returned', returnedAt: ctx.now, returnNote: input.note })
    .where('streetId', '=', ctx.street)
    .where('id', '=', booking.id)
    .execute()
  await record(ctx, 'resource.returned', resource.id, { details: { bookingId: booking.id } })
}
