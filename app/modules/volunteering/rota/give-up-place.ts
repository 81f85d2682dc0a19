import { sql } from 'kysely'
import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { mayRunPost, mayServeFor } from '../posts/access.ts'
import { findServer, lockShift } from '../posts/queries.ts'
import { membersOf, serviceRule } from '../youth/queries.ts'
import { findPlace, type PlaceRow, placesOn } from './queries.ts'
import { besideOthers, lowestFree, whyNotGivenUp } from './rules.ts'

export const GiveUpPlace = z.strictObject({
  placeId: z.uuid(),
  /** Said by staff who take someone off; a volunteer needs none. */
  reason: optionalText(300),
})

/**
 * A place on the rota is given up, freely and without a reason. Children beside an adult who leaves
 * go beside another who leads their team and has room; for whom there is none, the child comes off
 * the rota too.
 */
export async function giveUpPlace(ctx: Context, input: z.infer<typeof GiveUpPlace>) {
  authorise(isSignedIn(ctx.actor))
  const { shiftId, personId } = found(await findPlace(ctx, input.placeId))
  const shift = found(await lockShift(ctx, shiftId))
  const person = found(await findServer(ctx, personId))
  const places = await placesOn(ctx, [shift.id])
  const place = found(places.find((each) => each.id === input.placeId))
  const { childrenToAdult } = await serviceRule(ctx)
  const byStaff = mayRunPost(ctx.actor, shift)
  authorise(mayServeFor(ctx.actor, person, shift))
  refuseIf(whyNotGivenUp(place, shift, { now: ctx.now, byStaff }))
  const own = byStaff && ctx.actor.personId !== personId ? 'organiser' : 'own'
  const members = shift.teamId === null ? [] : await membersOf(ctx, shift.teamId)
  const leads = members.filter(({ part }) => part === 'lead').map(({ personId }) => personId)
  const left = await moveChildren(ctx, place, places, { leads, most: childrenToAdult })
  await ctx.tx
    .updateTable('shiftPlace')
    .set({ state: 'off', offWhy: own, endedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', place.id)
    .execute()
  await record(forPerson(ctx, personId), 'place.givenUp', shift.id, {
    ...(input.reason ? { reason: input.reason } : {}),
    details: { personId, placeId: place.id, why: own },
  })
  // one query a child: each has guardians of their own who are told
  for (const child of left)
    await record(ctx, 'place.givenUp', shift.id, {
      details: { personId: child.personId, placeId: child.id, why: 'adultLeft' },
    })
}

/** Moves the children of an adult beside others; says which of them found none and are off now. */
async function moveChildren(
  ctx: Context,
  adult: PlaceRow,
  places: readonly PlaceRow[],
  { leads, most }: { leads: readonly string[]; most: number },
): Promise<PlaceRow[]> {
  const children = places.filter((each) => each.besideId === adult.id && each.state === 'on')
  const others = places
    .filter((each) => each.state === 'on' && !each.minor && each.id !== adult.id)
    .filter((each) => leads.includes(each.personId))
    .map((each) => ({ placeId: each.id, children: each.children }))
  const to = besideOthers(
    children.map(({ id }) => id),
    others,
    most,
  )
  const seats = new Map(
    others.map(({ placeId }) => [
      placeId,
      places
        .filter((each) => each.besideId === placeId && each.state !== 'off')
        .map((each) => each.besideSeat!),
    ]),
  )
  for (const child of children) {
    const besideId = to.get(child.id) ?? null
    const taken = besideId === null ? [] : seats.get(besideId)!
    const seat = lowestFree(taken)
    taken.push(seat)
    // one query a child: each goes beside an adult of their own
    await sql`update shift_place set
        beside_id = coalesce(${besideId}::uuid, beside_id),
        beside_seat = case when ${besideId}::uuid is null then beside_seat else ${seat}::int end,
        state = case when ${besideId}::uuid is null then 'off' else state end,
        off_why = case when ${besideId}::uuid is null then 'adultLeft' end,
        ended_at = case when ${besideId}::uuid is null then ${ctx.now}::timestamptz end
      where street_id = ${ctx.street} and id = ${child.id}`.execute(ctx.tx)
  }
  return children.filter(({ id }) => to.get(id) === null)
}
