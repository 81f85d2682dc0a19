import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'

export const CloseFeed = z.strictObject({})

/** A person closes the own feed: whoever has its address reads nothing any more. */
export async function closeFeed(ctx: Context): Promise<void> {
  authorise(isSignedIn(ctx.actor))
  const personId = found(ctx.actor.personId)
  await ctx.tx
    .updateTable('calendarFeed')
    .set({ revokedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .execute()
  await record(ctx, 'feed.closed', personId)
}
