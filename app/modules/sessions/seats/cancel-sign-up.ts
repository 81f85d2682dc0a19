import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { findWithUnits } from '#app/modules/people/queries.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { maySignUp } from '../access.ts'
import { lockSession } from '../queries.ts'
import { guardiansOf, seatsTaken } from './queries.ts'
import { whyNotSignedOff } from './rules.ts'

export const CancelSignUp = z.strictObject({
  sessionId: z.uuid(),
  /** Whose seat, where it is not the actor's own. */
  personId: z.uuid().optional(),
})

/** A person gives a seat back, freely and without a reason, or someone who may sign them up does. */
export async function cancelSignUp(ctx: Context, input: z.infer<typeof CancelSignUp>) {
  authorise(isSignedIn(ctx.actor))
  const actorId = found(ctx.actor.personId)
  const person = found(await findWithUnits(ctx, input.personId ?? ctx.onBehalfOf ?? actorId))
  const guardianIds = await guardiansOf(ctx, person.id)
  const session = found(await lockSession(ctx, input.sessionId))
  const { theirs } = await seatsTaken(ctx, session.id, [person.id])
  authorise(maySignUp(ctx.actor, { ...person, guardianIds }, session))
  refuseIf(whyNotSignedOff(session, theirs.length > 0, ctx.now))
  await ctx.tx
    .updateTable('signUp')
    .set({ cancelledAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', session.id)
    .where('personId', '=', person.id)
    .execute()
  await record(forPerson(ctx, person.id), 'person.signedOff', session.id, {
    details: { personId: person.id },
  })
}
