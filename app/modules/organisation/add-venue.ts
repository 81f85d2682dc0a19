import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import {
  optional,
  optionalText,
  severalOf,
  text,
  tick,
  wholeNumber,
} from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayKeepVenues } from './access.ts'
import { findUnit } from './queries.ts'
import { entrances, equipment, toilets, venueKinds } from './rules.ts'

/** What is said of a venue besides whose it is. */
export const VenueFields = z.strictObject({
  kind: z.enum(venueKinds),
  name: text(60),
  seats: wholeNumber(1, 5000),
  place: optionalText(200),
  /** How one gets in; unknown until someone has looked. */
  entrance: optional(z.enum(entrances)),
  toilet: optional(z.enum(toilets)),
  hearingLoop: tick.optional(),
  lift: tick.optional(),
  equipment: severalOf(equipment, 0).optional(),
})

export const AddVenue = VenueFields.extend({ unitId: z.uuid() })

/** A unit's organiser, or the office for it, names a place where sessions can be held. */
export async function addVenue(ctx: Context, input: z.infer<typeof AddVenue>) {
  const unit = found(await findUnit(ctx, input.unitId))
  authorise(mayKeepVenues(ctx.actor, unit.id))
  const venue = await ctx.tx
    .insertInto('venue')
    .values({
      streetId: ctx.street,
      id: newId(),
      unitId: unit.id,
      madeAt: ctx.now,
      ...venueValues(input),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(ctx, 'venue.added', venue.id)
  return venue
}

/** A venue's columns; what nobody has said is unknown, or not there. */
export function venueValues(input: z.infer<typeof VenueFields>) {
  return {
    kind: input.kind,
    name: input.name,
    seats: input.seats,
    place: input.place,
    entrance: input.entrance ?? ('unknown' as const),
    toilet: input.toilet ?? ('unknown' as const),
    hearingLoop: input.hearingLoop ?? false,
    lift: input.lift ?? false,
    equipment: [...new Set(input.equipment ?? [])],
  }
}
