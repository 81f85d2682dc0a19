import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { type Place, takePlaces } from './take-places.ts'

export const SignUp = z.strictObject({
  sessionId: z.uuid(),
  /** For whom, where that is not the actor: a child, or someone who called. */
  personId: z.uuid().optional(),
})

/**
 * A person takes a seat, or a guardian, an organiser or the office takes one for them. Where none is left,
 * or others wait who came before, the person stands in line.
 */
export async function signUp(ctx: Context, input: z.infer<typeof SignUp>): Promise<Place> {
  authorise(isSignedIn(ctx.actor))
  const personId = input.personId ?? ctx.onBehalfOf ?? found(ctx.actor.personId)
  const [place] = await takePlaces(ctx, { sessionId: input.sessionId, parties: [[personId]] })
  return place!
}
