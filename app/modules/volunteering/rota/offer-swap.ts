import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { mayServeFor } from '../posts/access.ts'
import { findServer, lockShift } from '../posts/queries.ts'
import { serviceRule } from '../youth/queries.ts'
import { findPlace, placesOn } from './queries.ts'
import { whyNotOffered } from './rules.ts'

export const OfferSwap = z.strictObject({ placeId: z.uuid() })

/** A volunteer offers a place to others, and keeps it until someone takes it over. */
export async function offerSwap(ctx: Context, input: z.infer<typeof OfferSwap>) {
  authorise(isSignedIn(ctx.actor))
  const { shiftId, personId } = found(await findPlace(ctx, input.placeId))
  const shift = found(await lockShift(ctx, shiftId))
  const person = found(await findServer(ctx, personId))
  const place = found((await placesOn(ctx, [shift.id])).find(({ id }) => id === input.placeId))
  const rule = await serviceRule(ctx)
  authorise(mayServeFor(ctx.actor, person, shift))
  refuseIf(whyNotOffered({ ...place, offered: place.swapId !== null }, shift, rule, ctx.now))
  const id = newId()
  await ctx.tx
    .insertInto('shiftSwap')
    .values({ streetId: ctx.street, id, placeId: place.id, personId, offeredAt: ctx.now })
    .execute()
  await record(forPerson(ctx, personId), 'swap.offered', shift.id, {
    details: { personId, swapId: id },
  })
  return { id }
}
