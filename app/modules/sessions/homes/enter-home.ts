import { z } from 'zod'
import { findVenue } from '#app/modules/organisation/queries.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { timeInput, wholeNumber } from '#app/platform/http/forms.ts'
import { mayEnterHomes } from './access.ts'
import { whyNotEntered } from './rules.ts'

export const EnterHome = z.strictObject({
  venueId: z.uuid(),
  householderId: z.uuid(),
  /** As many as the householder's health and room allow. */
  mostGuests: wholeNumber(1, 60),
  fromTime: timeInput,
  untilTime: timeInput,
})

/** The office enters whose home a venue is, and the limits the householder sets; anew where they changed. */
export async function enterHome(ctx: Context, input: z.infer<typeof EnterHome>) {
  const venue = found(await findVenue(ctx, input.venueId))
  const householder = found(await findPerson(ctx, input.householderId))
  authorise(mayEnterHomes(ctx.actor))
  refuseIf(whyNotEntered(venue))
  const limits = {
    householderId: householder.id,
    mostGuests: input.mostGuests,
    fromTime: input.fromTime,
    untilTime: input.untilTime,
  }
  await ctx.tx
    .insertInto('home')
    .values({ streetId: ctx.street, venueId: venue.id, ...limits, madeAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['streetId', 'venueId']).doUpdateSet(limits))
    .execute()
  await record(ctx, 'home.entered', venue.id)
}
