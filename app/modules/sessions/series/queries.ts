import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { sessionsWhere } from '../queries.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export async function findSeries(ctx: Reading, seriesId: string) {
  return ctx.tx
    .selectFrom('sessionSeries')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', seriesId)
    .executeTakeFirst()
}

/** The sessions of a series, in the order in which they are held. */
export async function sessionsOfSeries(ctx: Reading, seriesId: string) {
  return sessionsWhere(ctx, sql`s.series_id = ${seriesId}`)
}

/** Takes every session of a series for this transaction; they come in the order in which they are held. */
export async function lockSessionsOfSeries(ctx: Reading, seriesId: string) {
  const sessions = await ctx.tx
    .selectFrom('session')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('seriesId', '=', seriesId)
    // By id, as everyone who takes several sessions: whoever goes by time could wait for each other.
    .orderBy('id')
    .forUpdate()
    .execute()
  return sessions.toSorted((a, b) => +a.during.start - +b.during.start)
}

/** The sessions before and after one in its series that are announced and not called off. */
export async function neighboursOf(ctx: Reading, session: { id: string; seriesId: string }) {
  const { rows } = await sql<{ id: string; start: Date; side: 'before' | 'after' }>`
    with own as (select during from session where street_id = ${ctx.street} and id = ${session.id})
    select id, start, side from (
      select s.id, lower(s.during) as start, case when s.during < own.during then 'before' else 'after' end as side,
        row_number() over (partition by s.during < own.during
          order by abs(extract(epoch from lower(s.during) - lower(own.during))), s.id) as place
      from session s, own
      where s.street_id = ${ctx.street} and s.series_id = ${session.seriesId} and s.id <> ${session.id}
        and s.status in ('scheduled', 'held')) around
    where place = 1`.execute(ctx.tx)
  return {
    before: rows.find(({ side }) => side === 'before') ?? null,
    after: rows.find(({ side }) => side === 'after') ?? null,
  }
}
