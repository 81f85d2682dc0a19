import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunSession } from './access.ts'
import { lockSession, preparedFor } from './queries.ts'
import { whyNotPublished } from './rules.ts'

export const PublishSession = z.strictObject({ sessionId: z.uuid() })

/** A draft that has everything it needs is announced, and people can sign up for it. */
export async function publishSession(ctx: Context, input: z.infer<typeof PublishSession>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const prepared = await preparedFor(ctx, session.id)
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotPublished(session, prepared, ctx.now))
  await ctx.tx
    .updateTable('session')
    .set({ status: 'scheduled', scheduledAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', session.id)
    .execute()
  await record(ctx, 'session.scheduled', session.id)
}
