import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { runnersOf } from '../queries.ts'
import { findSeries, sessionsOfSeries } from './queries.ts'

/** Who runs a series hears once that it is announced, changed or called off, and of how many sessions. */
export async function tellOfSeries(ctx: Context, fact: Fact): Promise<void> {
  const series = found(await findSeries(ctx, fact.subjectId))
  const sessions = await sessionsOfSeries(ctx, series.id)
  const first = found(sessions[0])
  const organisers = await holdersOf(ctx, ['organiser'], first.unitId)
  const everyone = [...sessions.flatMap(runnersOf), ...organisers]
  await tell(ctx, {
    personIds: everyone.filter((personId) => personId !== fact.actorId),
    name: fact.name,
    factId: fact.id,
    details: {
      title: first.title,
      titleEn: first.titleEn,
      weekdays: series.weekdays,
      sessions: fact.details['sessions'],
      reason: fact.reason ?? '',
    },
    link: to(urls.series, { seriesId: series.id }),
    urgency: 'soon',
  })
}
