import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { isSelf, isSignedIn } from '../access.ts'
import { findNotice } from './queries.ts'

export const ReadNotices = z.strictObject({ noticeId: z.uuid().optional() })

/** A person has read one notice, or all there are so far. */
export async function readNotices(
  ctx: Context,
  input: z.infer<typeof ReadNotices>,
): Promise<{ link: string | null }> {
  const { noticeId } = input
  const notice = noticeId === undefined ? null : found(await findNotice(ctx, noticeId))
  authorise(notice ? isSelf(ctx.actor, notice.personId) : isSignedIn(ctx.actor))
  await ctx.tx
    .updateTable('notice')
    .set({ readAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('personId', '=', found(ctx.actor.personId))
    .where('readAt', 'is', null)
    .$if(notice !== null, (query) => query.where('id', '=', notice!.id))
    .execute()
  return { link: notice?.link ?? null }
}
