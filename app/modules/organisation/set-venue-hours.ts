import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseFaults } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, timeInput } from '#app/platform/http/forms.ts'
import { mayKeepVenues } from './access.ts'
import { lockVenue } from './queries.ts'
import { faultsOfHours, weekIn } from './rules.ts'

/** How many spans of a day can be given. */
export const mostSpans = 4

const Hours = z.strictObject({ from: optional(timeInput), until: optional(timeInput) })

export const SetVenueHours = z.strictObject({
  venueId: z.uuid(),
  /** From Monday to Sunday, several spans a day; without any at all it is open at every hour. */
  hours: z.array(z.array(Hours).max(mostSpans)).max(7).default([]),
})

/** Who keeps a venue says at which hours of the week it can be used; it replaces what was said before. */
export async function setVenueHours(ctx: Context, input: z.infer<typeof SetVenueHours>) {
  const venue = found(await lockVenue(ctx, input.venueId))
  authorise(mayKeepVenues(ctx.actor, venue.unitId))
  refuseFaults(faultsOfHours(input.hours))
  await ctx.tx
    .deleteFrom('venueHours')
    .where('streetId', '=', ctx.street)
    .where('venueId', '=', venue.id)
    .execute()
  const week = weekIn(input.hours)
  const of = { streetId: ctx.street, venueId: venue.id }
  if (week.length > 0)
    await ctx.tx
      .insertInto('venueHours')
      .values(week.map((hours) => ({ ...of, ...hours })))
      .execute()
  await record(ctx, 'venue.hoursSet', venue.id)
}
