import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayKeepVenues } from './access.ts'
import { VenueFields, venueValues } from './add-venue.ts'
import { lockVenue } from './queries.ts'
import { whyNotThisKind } from './rules.ts'

export const CorrectVenue = VenueFields.extend({ venueId: z.uuid() })

/** Who keeps a venue puts right what is said of it. Sessions that are planned there keep their seats. */
export async function correctVenue(ctx: Context, input: z.infer<typeof CorrectVenue>) {
  const venue = found(await lockVenue(ctx, input.venueId))
  authorise(mayKeepVenues(ctx.actor, venue.unitId))
  refuseIf(whyNotThisKind(venue.kind, input.kind))
  await ctx.tx
    .updateTable('venue')
    .set(venueValues(input))
    .where('streetId', '=', ctx.street)
    .where('id', '=', venue.id)
    .execute()
  await record(ctx, 'venue.corrected', venue.id)
}
