import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { mayRunSession } from '../access.ts'

/**
 * Counts guests more, or fewer, in how a closed session came out; of one that is not closed yet the
 * roll itself counts them.
 */
export async function countGuests(
  ctx: Context,
  session: { id: string; hostId: string; unitId: string },
  more: number,
): Promise<void> {
  authorise(mayRunSession(ctx.actor, session))
  if (more === 0) return
  await ctx.tx
    .updateTable('outcome')
    .set({ guests: sql<number>`least(5000, greatest(0, guests + ${more}))` })
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', session.id)
    .execute()
}
