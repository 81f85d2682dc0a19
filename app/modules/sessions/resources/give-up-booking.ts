import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { lockSession } from '../queries.ts'
import { mayBookFor } from './access.ts'
import { findBooking, lockResource, needsOf } from './queries.ts'
import { whyNotGivenUp } from './rules.ts'

export const GiveUpBooking = z.strictObject({ bookingId: z.uuid() })

/** A unit gives up what it had booked, so that others can have it. */
export async function giveUpBooking(ctx: Context, input: z.infer<typeof GiveUpBooking>) {
  const known = found(await findBooking(ctx, input.bookingId))
  const session = known.sessionId ? found(await lockSession(ctx, known.sessionId)) : null
  const resource = found(await lockResource(ctx, known.resourceId))
  const booking = found(await findBooking(ctx, input.bookingId))
  const needs = session ? await needsOf(ctx, session.id) : []
  const need = needs.find((each) => each.kind === resource.kind)
  authorise(mayBookFor(ctx.actor, booking.unitId))
  const hasAnother = need !== undefined && need.bookingId !== booking.id
  refuseIf(
    whyNotGivenUp(
      booking,
      session && { status: session.status, needsIt: need !== undefined, hasAnother },
    ),
  )
  await ctx.tx
    .updateTable('booking')
    .set({ status: 'cancelled' })
    .where('streetId', '=', ctx.street)
    .where('id', '=', booking.id)
    .execute()
  await record(ctx, 'resource.givenUp', resource.id, { details: { bookingId: booking.id } })
}
