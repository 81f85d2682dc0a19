import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { type Place, takePlaces } from './take-places.ts'

/** More than a family with its grandparents; a list is not kept together. */
const mostInParty = 12

export const SignUpParty = z.strictObject({
  sessionId: z.uuid(),
  personIds: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.uuid()).min(2).max(mostInParty),
  ),
})

/** A family or a group takes seats together: all of them are seated, or all of them stand in line together. */
export async function signUpParty(
  ctx: Context,
  input: z.infer<typeof SignUpParty>,
): Promise<Place> {
  authorise(isSignedIn(ctx.actor))
  const parties = [[...new Set(input.personIds)]]
  const [place] = await takePlaces(ctx, { sessionId: input.sessionId, parties })
  return place!
}
