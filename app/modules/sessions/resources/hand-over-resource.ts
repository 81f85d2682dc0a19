import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayHandOver } from './access.ts'
import { findBooking, lockResource } from './queries.ts'
import { whyNotHandedOver } from './rules.ts'

export const HandOverResource = z.strictObject({ bookingId: z.uuid(), handedTo: text(40) })

/** Its keeper hands a resource over, and notes to whom. */
export async function handOverResource(ctx: Context, input: z.infer<typeof HandOverResource>) {
  const { resourceId } = found(await findBooking(ctx, input.bookingId))
  const resource = found(await lockResource(ctx, resourceId))
  const booking = found(await findBooking(ctx, input.bookingId))
  authorise(mayHandOver(ctx.actor, resource))
  refuseIf(whyNotHandedOver(booking, resource))
  await ctx.tx
    .updateTable('booking')
    .set({ status: 'handed_over', handedOverAt: ctx.now, handedTo: input.handedTo })
    .where('streetId', '=', ctx.street)
    .where('id', '=', booking.id)
    .execute()
  await record(ctx, 'resource.handedOver', resource.id, { details: { bookingId: booking.id } })
}
