import { z } from 'zod'
import { isSelf } from '#app/modules/people/access.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunPost } from '../posts/access.ts'
import { lockShift } from '../posts/queries.ts'
import { findPlace, placesOn } from '../rota/queries.ts'
import { whyNotFetched } from './rules.ts'

export const ConfirmPickUp = z.strictObject({ placeId: z.uuid() })

/** Whoever hands a child over after a shift, the adult beside it or staff, says that the named person came. */
export async function confirmPickUp(ctx: Context, input: z.infer<typeof ConfirmPickUp>) {
  const { shiftId } = found(await findPlace(ctx, input.placeId))
  const shift = found(await lockShift(ctx, shiftId))
  const places = await placesOn(ctx, [shift.id])
  const place = found(places.find(({ id }) => id === input.placeId))
  const adult = places.find(({ id }) => id === place.besideId)
  authorise(mayRunPost(ctx.actor, shift) || (adult ? isSelf(ctx.actor, adult.personId) : false))
  refuseIf(whyNotFetched(place, shift, ctx.now))
  await ctx.tx
    .updateTable('shiftPlace')
    .set({ fetchedAt: ctx.now, fetchedBy: ctx.actor.personId })
    .where('streetId', '=', ctx.street)
    .where('id', '=', place.id)
    .execute()
  await record(forPerson(ctx, place.personId), 'child.fetched', shift.id, {
    details: { personId: place.personId, by: place.pickUp },
  })
}
