import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { severalOf } from '#app/platform/http/forms.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { kindsBookedFor } from './queries.ts'
import { resourceKinds, whyNotNeeded } from './rules.ts'

export const NeedResources = z.strictObject({
  sessionId: z.uuid(),
  kinds: severalOf(resourceKinds, 0),
})

/** The host says what a session can't do without; it is not published before that is booked. */
export async function needResources(ctx: Context, input: z.infer<typeof NeedResources>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const booked = await kindsBookedFor(ctx, session.id)
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotNeeded(session, input.kinds, booked))
  await ctx.tx
    .deleteFrom('resourceNeed')
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', session.id)
    .execute()
  if (input.kinds.length > 0) {
    await ctx.tx
      .insertInto('resourceNeed')
      .values(input.kinds.map((kind) => ({ streetId: ctx.street, sessionId: session.id, kind })))
      .execute()
  }
  await record(ctx, 'session.needsSaid', session.id, { details: { kinds: input.kinds } })
}
