import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunPost } from './access.ts'
import { findPost } from './queries.ts'
import { whyNotClosed } from './rules.ts'

export const ClosePost = z.strictObject({ postId: z.uuid() })

/** Nobody else is wanted at a post; shifts that are planned stay. */
export async function closePost(ctx: Context, input: z.infer<typeof ClosePost>) {
  const post = found(await findPost(ctx, input.postId))
  authorise(mayRunPost(ctx.actor, post))
  refuseIf(whyNotClosed(post))
  await ctx.tx
    .updateTable('post')
    .set({ closedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', post.id)
    .execute()
  await record(ctx, 'post.closed', post.id)
}
