import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record, recordAll } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayRunSession } from '../access.ts'
import { findSession } from '../queries.ts'
import { lockSessionsOfSeries } from './queries.ts'
import { andFollowing } from './rules.ts'

export const CancelFollowing = z.strictObject({ sessionId: z.uuid(), reason: text(300) })

/** Calls off a session of a series and all that would follow it; who is signed up is told of theirs. */
export async function cancelFollowing(ctx: Context, input: z.infer<typeof CancelFollowing>) {
  const session = found(await findSession(ctx, input.sessionId))
  const seriesId = found(session.seriesId)
  const sessions = andFollowing(await lockSessionsOfSeries(ctx, seriesId), session, ctx.now)
  authorise(mayRunSession(ctx.actor, session))
  authorise(sessions.every((each) => mayRunSession(ctx.actor, each)))
  refuseIf(sessions.length === 0 ? 'series.nothingLeft' : null)
  const ids = sessions.map(({ id }) => id)
  await ctx.tx
    .updateTable('session')
    .set((row) => ({
      status: 'cancelled',
      revision: row('revision', '+', 1),
      cancelledAt: ctx.now,
      cancelReason: input.reason,
    }))
    .where('streetId', '=', ctx.street)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const subjects = ids.map((subjectId) => ({ subjectId, details: { dispatchId: null, seriesId } }))
  await recordAll(ctx, 'session.cancelled', subjects, input.reason)
  await record(ctx, 'series.cancelled', seriesId, {
    reason: input.reason,
    details: { sessions: ids.length },
  })
}
