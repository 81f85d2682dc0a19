import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText, text, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayKeepVenues } from './access.ts'
import { findUnit } from './queries.ts'

export const AddVenue = z.strictObject({
  unitId: z.uuid(),
  kind: z.enum(['hall', 'station', 'pavilion', 'school', 'home', 'outdoors']),
  name: text(60),
  seats: wholeNumber(1, 5000),
  place: optionalText(200),
})

/** A unit's organiser, or the office for it, names a place where sessions can be held. */
export async function addVenue(ctx: Context, input: z.infer<typeof AddVenue>) {
  const unit = found(await findUnit(ctx, input.unitId))
  authorise(mayKeepVenues(ctx.actor, unit.id))
  const venue = await ctx.tx
    .insertInto('venue')
    .values({ streetId: ctx.street, id: newId(), madeAt: ctx.now, ...input })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(ctx, 'venue.added', venue.id)
  return venue
}
