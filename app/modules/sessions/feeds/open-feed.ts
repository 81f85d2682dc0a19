import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newToken, readToken, writeToken } from '#app/platform/http/token.ts'

export const OpenFeed = z.strictObject({})

/**
 * A person gets an address to which a phone's calendar can subscribe. It is shown now and never
 * again; a new one ends the one before.
 */
export async function openFeed(ctx: Context): Promise<{ secret: string }> {
  authorise(isSignedIn(ctx.actor))
  const personId = found(ctx.actor.personId)
  const secret = writeToken(ctx.street, newToken())
  const kept = {
    secretHash: found(readToken(secret)).hash.toString('base64url'),
    madeAt: ctx.now,
    revokedAt: null,
  }
  await ctx.tx
    .insertInto('calendarFeed')
    .values({ streetId: ctx.street, personId, ...kept })
    .onConflict((conflict) => conflict.columns(['streetId', 'personId']).doUpdateSet(kept))
    .execute()
  await record(ctx, 'feed.opened', personId)
  return { secret }
}
