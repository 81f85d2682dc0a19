import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record, recordAll } from '#app/platform/facts.ts'
import { mayRunSession } from '../access.ts'
import { preparedOf } from '../queries.ts'
import { findSeries, lockSessionsOfSeries } from './queries.ts'
import { readyOf } from './rules.ts'

export const PublishSeries = z.strictObject({ seriesId: z.uuid() })

/** Announces every draft of a series that has what it needs; the others stay drafts, each with its reason. */
export async function publishSeries(ctx: Context, input: z.infer<typeof PublishSeries>) {
  const series = found(await findSeries(ctx, input.seriesId))
  const sessions = await lockSessionsOfSeries(ctx, series.id)
  const ids = sessions.map(({ id }) => id)
  const prepared = await preparedOf(ctx, ids)
  authorise(sessions.every((session) => mayRunSession(ctx.actor, session)))
  const { ready, waiting } = readyOf(sessions, prepared, ctx.now)
  refuseIf(ready.length === 0 ? (waiting[0]?.whyNot ?? 'series.nothingReady') : null)
  const announced = ready.map(({ id }) => id)
  await ctx.tx
    .updateTable('session')
    .set({ status: 'scheduled', scheduledAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', sql<string>`any(${announced}::uuid[])`)
    .execute()
  const details = { seriesId: series.id }
  await recordAll(
    ctx,
    'session.scheduled',
    announced.map((subjectId) => ({ subjectId, details })),
  )
  await record(ctx, 'series.published', series.id, { details: { sessions: announced.length } })
  return { announced: announced.length, left: waiting.length }
}
