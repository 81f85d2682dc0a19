import { z } from 'zod'
import { isSelf } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { lockFeed } from './queries.ts'

export const CloseFeed = z.strictObject({ feedId: z.uuid() })

/** A person closes one of the own feeds: whoever has its address reads nothing any more. */
export async function closeFeed(ctx: Context, input: z.infer<typeof CloseFeed>): Promise<void> {
  const feed = found(await lockFeed(ctx, input.feedId))
  authorise(isSelf(ctx.actor, feed.personId))
  await ctx.tx
    .updateTable('calendarFeed')
    .set({ revokedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', feed.id)
    .where('revokedAt', 'is', null)
    .execute()
  await record(ctx, 'feed.closed', feed.personId)
}
