import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { mayOfferSeats } from '../access.ts'
import { lockSession } from '../queries.ts'
import { ending, partiesInLine } from './queries.ts'

/** After a session was called off or held nobody stands in its line any more. */
export async function endLine(ctx: Context, input: { sessionId: string }): Promise<void> {
  const session = found(await lockSession(ctx, input.sessionId))
  const line = await partiesInLine(ctx, session.id)
  authorise(mayOfferSeats(ctx.actor))
  const ids = line.map(({ id }) => id)
  if (ids.length > 0) await ending(ctx, ids, 'left').execute(ctx.tx)
}
