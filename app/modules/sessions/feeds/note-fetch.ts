import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { found, openToEveryone } from '#app/platform/errors.ts'
import { hour, later } from '#app/platform/time.ts'
import { feedAt } from './queries.ts'

export const NoteFetch = z.strictObject({ secret: z.string() })

/** Keeps when a calendar last asked for a feed, once an hour; from where it asked is nobody's business. */
export async function noteFetch(ctx: Context, input: z.infer<typeof NoteFetch>): Promise<void> {
  const feed = found(await feedAt(ctx, input.secret))
  openToEveryone()
  await ctx.tx
    .updateTable('calendarFeed')
    .set({ fetchedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', feed.id)
    .where((feed) =>
      feed.or([feed('fetchedAt', 'is', null), feed('fetchedAt', '<', later(ctx.now, -hour))]),
    )
    .execute()
}
