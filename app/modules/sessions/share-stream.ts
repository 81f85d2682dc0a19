import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunSession } from './access.ts'
import { lockSession } from './queries.ts'
import { whyNotStreaming } from './rules.ts'

/** Where a live stream is seen: a page of the web that nobody on the way can read or change. */
export const streamAddress = z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(300)

export const ShareStream = z.strictObject({ sessionId: z.uuid(), streamUrl: streamAddress })

/** Who runs a live stream says where it is seen; only who has a seat is shown it, shortly before. */
export async function shareStream(ctx: Context, input: z.infer<typeof ShareStream>) {
  const session = found(await lockSession(ctx, input.sessionId))
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotStreaming(session))
  await ctx.tx
    .updateTable('session')
    .set({ streamUrl: input.streamUrl })
    .where('streetId', '=', ctx.street)
    .where('id', '=', session.id)
    .execute()
  await record(ctx, 'session.streamShared', session.id)
}
