import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunPost, mayServeFor } from '../posts/access.ts'
import { lockShift } from '../posts/queries.ts'
import { placingOf } from './queries.ts'

export const TakePlace = z.strictObject({
  shiftId: z.uuid(),
  /** Who serves, where that is not the actor. */
  personId: optional(z.uuid()),
  /** The place of the adult beside a child. */
  besideId: optional(z.uuid()),
})

/**
 * Someone goes on the rota of a shift: a volunteer by themselves, a child with the guardian's consent
 * and beside the named adult, or anyone by those who run the post. The same rules hold for all.
 */
export async function takePlace(ctx: Context, input: z.infer<typeof TakePlace>) {
  authorise(isSignedIn(ctx.actor))
  const personId = found(input.personId ?? ctx.onBehalfOf ?? ctx.actor.personId)
  const shift = found(await lockShift(ctx, input.shiftId))
  const byStaff = mayRunPost(ctx.actor, shift)
  const besideId = input.besideId ?? null
  const placing = found(await placingOf(ctx, shift, { personId, besideId, byStaff }))
  authorise(mayServeFor(ctx.actor, placing.person, shift))
  // Which adult a child stands beside is for those to say who lead the children.
  authorise(besideId === null || byStaff)
  refuseIf(placing.whyNot)
  const id = newId()
  const { rule } = placing
  await ctx.tx
    .insertInto('shiftPlace')
    .values({
      streetId: ctx.street,
      id,
      shiftId: shift.id,
      postId: shift.postId,
      during: rangeOf(shift.during),
      risk: shift.risk,
      leastAge: shift.leastAge,
      needed: shift.needed,
      personId,
      bornOn: placing.person.bornOn,
      applicationId: found(placing.applicationId),
      ruleVersion: rule.version,
      weekMost: rule.weekMost,
      besideUnder: rule.besideUnder,
      childrenToAdult: rule.childrenToAdult,
      youngFrom: rule.youngFrom,
      youngUntil: rule.youngUntil,
      youngMinutes: rule.youngMinutes,
      littleUntil: rule.littleUntil,
      littleMinutes: rule.littleMinutes,
      consentId: placing.consentId,
      besideId,
      besideSeat: placing.besideSeat,
      pickUp: placing.pickUp,
      seat: placing.seat,
      weekTurn: placing.weekTurn,
      state: 'on',
      madeBy: ctx.actor.personId,
      madeAt: ctx.now,
    })
    .execute()
  await record(forPerson(ctx, personId), 'place.taken', shift.id, {
    details: { personId, placeId: id },
  })
  return { id }
}
