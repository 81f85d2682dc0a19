import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { findPerson, findWithUnits } from '#app/modules/people/queries.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { maySignUp } from '../access.ts'
import { lockSession } from '../queries.ts'
import { guardiansOf, seatsTaken } from './queries.ts'
import { isChild, seatFor, whyNotSignedUp } from './rules.ts'

export const SignUp = z.strictObject({
  sessionId: z.uuid(),
  /** For whom, where that is not the actor: a child, or someone who called. */
  personId: z.uuid().optional(),
})

/** A person takes a seat, or a guardian, an organiser or the office takes one for them. */
export async function signUp(ctx: Context, input: z.infer<typeof SignUp>) {
  authorise(isSignedIn(ctx.actor))
  const madeBy = found(ctx.actor.personId)
  const person = found(await findPerson(ctx, input.personId ?? ctx.onBehalfOf ?? madeBy))
  const { unitIds } = found(await findWithUnits(ctx, person.id))
  const guardianIds = await guardiansOf(ctx, person.id)
  // The lock makes people who want the last seat come one after the other.
  const session = found(await lockSession(ctx, input.sessionId))
  const { theirs, ...taken } = await seatsTaken(ctx, session.id, [person.id])
  authorise(maySignUp(ctx.actor, { id: person.id, unitIds, guardianIds }, session))
  const asking = { bornOn: person.bornOn, asksAlone: person.id === madeBy }
  refuseIf(whyNotSignedUp(session, { ...taken, hasOne: theirs.length > 0 }, asking, ctx.now))
  const seat = found(seatFor(session, taken, isChild(person, ctx.now)))
  await ctx.tx
    .insertInto('signUp')
    .values({
      streetId: ctx.street,
      sessionId: session.id,
      personId: person.id,
      madeBy,
      madeAt: ctx.now,
      seat,
    })
    // Someone who gave the seat back may take one again, and then stands where they come now.
    .onConflict((conflict) =>
      conflict.columns(['streetId', 'sessionId', 'personId']).doUpdateSet((row) => ({
        madeBy: row.ref('excluded.madeBy'),
        madeAt: row.ref('excluded.madeAt'),
        seat: row.ref('excluded.seat'),
        cancelledAt: null,
      })),
    )
    .execute()
  await record(forPerson(ctx, person.id), 'person.signedUp', session.id, {
    details: { personId: person.id },
  })
}
