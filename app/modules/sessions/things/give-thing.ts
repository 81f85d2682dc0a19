import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { wholeNumber } from '#app/platform/http/forms.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { findThing } from './queries.ts'
import { whyNotGiven } from './rules.ts'

export const GiveThing = z.strictObject({
  thingId: z.uuid(),
  /** How many more were given; a negative number takes back what was counted by a slip. */
  pieces: wholeNumber(-1000, 1000),
})

/** The host counts what is given while the session goes; never more than there are. */
export async function giveThing(ctx: Context, input: z.infer<typeof GiveThing>) {
  const { sessionId } = found(await findThing(ctx, input.thingId))
  // Two who count at once come one after the other, and the second sees what is left.
  const session = found(await lockSession(ctx, sessionId))
  const thing = found(await findThing(ctx, input.thingId))
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotGiven(session, thing, input.pieces))
  await ctx.tx
    .updateTable('thing')
    .set({ given: thing.given + input.pieces })
    .where('streetId', '=', ctx.street)
    .where('id', '=', thing.id)
    .execute()
  await record(ctx, 'thing.given', session.id, {
    details: { name: thing.name, pieces: input.pieces },
  })
}
