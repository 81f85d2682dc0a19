import type { Context } from '#app/platform/context.ts'
import { authorise, Refused } from '#app/platform/errors.ts'
import { mayFollowSession } from '../orders/access.ts'
import { expireDispatch } from './expire-dispatch.ts'
import { invitationsToExpire } from './queries.ts'

/** On its round, ends the invitations that nobody answered in time. Run twice, it does nothing more. */
export async function expireDispatches(ctx: Context): Promise<void> {
  const over = await invitationsToExpire(ctx)
  authorise(mayFollowSession(ctx.actor))
  // one query a dispatch: each frees its own order, and a day has a handful
  for (const dispatchId of over) await expireDispatch(ctx, { dispatchId }).catch(passOver)
}

/** A speaker who answered at this very moment keeps the talk; nothing was written for it yet. */
function passOver(error: unknown): void {
  if (!(error instanceof Refused)) throw error
}
