import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { tick } from '#app/platform/http/forms.ts'
import { maySignUp } from '../access.ts'
import { lockSession } from '../queries.ts'
import { partyOf, peopleToSeat, seatsTaken } from './queries.ts'
import { isOnTheDay, whyNotSignedOff } from './rules.ts'

export const CancelSignUp = z.strictObject({
  sessionId: z.uuid(),
  /** Whose seat, where it is not the actor's own. */
  personId: z.uuid().optional(),
  /** Whether all who came in together give theirs back. */
  whole: tick.optional(),
})

/**
 * A person gives a seat back, freely and without a reason, or someone who may sign them up does. On the
 * day itself it says that they can't come, which who runs the session is told.
 */
export async function cancelSignUp(ctx: Context, input: z.infer<typeof CancelSignUp>) {
  authorise(isSignedIn(ctx.actor))
  const actorId = found(ctx.actor.personId)
  const session = found(await lockSession(ctx, input.sessionId))
  const personId = input.personId ?? ctx.onBehalfOf ?? actorId
  const party = input.whole ? await partyOf(ctx, session.id, personId) : []
  const personIds = [...new Set([personId, ...party])]
  const people = await peopleToSeat(ctx, personIds)
  found(people[0])
  const { theirs } = await seatsTaken(ctx, session.id, personIds)
  for (const person of people) authorise(maySignUp(ctx.actor, person, session))
  refuseIf(whyNotSignedOff(session, theirs.includes(personId), ctx.now))
  await ctx.tx
    .updateTable('signUp')
    .set({ cancelledAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', session.id)
    .where('personId', '=', (is) => is.fn.any(is.val(personIds)))
    .where('cancelledAt', 'is', null)
    .execute()
  const acting = forPerson(ctx, personId)
  const details = { personId, ...(personIds.length > 1 ? { people: personIds.length } : {}) }
  if (isOnTheDay(session, ctx.now)) await record(acting, 'person.cantCome', session.id, { details })
  else await record(acting, 'person.signedOff', session.id, { details })
}
