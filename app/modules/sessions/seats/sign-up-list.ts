import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { maySignUp } from '../access.ts'
import { lockSession } from '../queries.ts'
import { inLineAmong } from '../waitlist/queries.ts'
import { peopleToSeat, seatsTaken } from './queries.ts'
import { takePlaces } from './take-places.ts'

const mostInList = 200

export const SignUpList = z.strictObject({
  sessionId: z.uuid(),
  personIds: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.uuid()).min(1).max(mostInList),
  ),
})

/**
 * An organiser signs up a list of members: each by themselves, in the list's order, as if they came one
 * after the other. Whoever has a place already keeps it and is counted apart.
 */
export async function signUpList(
  ctx: Context,
  input: z.infer<typeof SignUpList>,
): Promise<{ seated: number; waiting: number; already: number }> {
  const personIds = [...new Set(input.personIds)]
  const session = found(await lockSession(ctx, input.sessionId))
  const people = await peopleToSeat(ctx, personIds)
  for (const person of people) authorise(maySignUp(ctx.actor, person, session))
  const { theirs } = await seatsTaken(ctx, session.id, personIds)
  const inLine = await inLineAmong(ctx, session.id, personIds)
  const already = new Set([...theirs, ...inLine.map(({ personId }) => personId)])
  const parties = personIds.filter((id) => !already.has(id)).map((id) => [id])
  const places = await takePlaces(ctx, { sessionId: session.id, parties })
  const seated = places.filter((place) => place.seated).length
  return { seated, waiting: places.length - seated, already: already.size }
}
