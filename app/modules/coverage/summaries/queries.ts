import { sql } from 'kysely'
import { streetsWithin } from '#app/modules/organisation/queries.ts'
import type { Season } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { acrossStreets } from '#app/platform/database/rollup.ts'
import type { Tables } from '#app/platform/tables.ts'
import { addDays, dayOf } from '#app/platform/time.ts'
import { branchesCovered } from '../queries.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

export type Figures = Omit<
  Tables['dailySummary'],
  'streetId' | 'day' | 'seasonName' | 'seasonNameEn' | 'madeAt'
>

/** How far a season has come, in figures without a person. */
export async function figuresOf(ctx: ReadingNow, season: Season): Promise<Figures> {
  const { rows } = await sql<Figures>`
    with branch as (${branchesCovered(ctx, season)})
    select count(*)::int as branches,
      count(*) filter (where reached > 0 or orders_held > 0)::int as branches_reached,
      coalesce(sum(members), 0)::int as members, coalesce(sum(reached), 0)::int as members_reached,
      coalesce(sum(stayed), 0)::int as members_stayed,
      (select count(*)::int from session where street_id = ${ctx.street}
        and season_id = ${season.id} and status = 'held') as sessions_held,
      coalesce((select sum(credit.hours) from session s
        join hour_credit credit on credit.street_id = s.street_id and credit.session_id = s.id
        where s.street_id = ${ctx.street} and s.season_id = ${season.id}
          and credit.replaced_at is null), 0)
      + coalesce((select sum(hours) from hour_entry where street_id = ${ctx.street}
        and season_id = ${season.id} and status = 'confirmed' and replaced_at is null), 0) as hours
    from branch`.execute(ctx.tx)
  return rows[0]!
}

type Summary = Figures &
  Pick<Tables['dailySummary'], 'day' | 'seasonName' | 'seasonNameEn' | 'madeAt'>
/** A street of the district with its last summary, and how many members a week earlier had been reached. */
export type StreetRow = {
  streetId: number
  name: string
  nameEn: string
  summary: Summary | null
  reachedAWeekAgo: number | null
}

/**
 * The streets served within the district, each with the figures of its last day. They come from the
 * daily summaries, read as the role that sees nothing else of a street.
 */
export async function streetFigures(ctx: ReadingNow): Promise<StreetRow[]> {
  const streets = await streetsWithin(ctx, String(ctx.street))
  const codes = streets.map(({ streetId }) => streetId)
  const today = dayOf(ctx.now)
  const lastOf = (until: string) => sql<Summary & { streetId: number }>`
    select distinct on (street_id) * from daily_summary
    where street_id = any(${codes}::int[]) and day <= ${until}
    order by street_id, day desc`
  const { last, before } = await acrossStreets(ctx.tx, async (tx) => ({
    last: (await lastOf(today).execute(tx)).rows,
    before: (await lastOf(addDays(today, -7)).execute(tx)).rows,
  }))
  return streets.map(({ streetId, name, nameEn }) => ({
    streetId,
    name,
    nameEn,
    summary: last.find((row) => row.streetId === streetId) ?? null,
    reachedAWeekAgo: before.find((row) => row.streetId === streetId)?.membersReached ?? null,
  }))
}
