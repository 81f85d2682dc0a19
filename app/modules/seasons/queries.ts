import { type RawBuilder, sql } from 'kysely'
import { type HolidaySpan, holidaysBetween } from '#app/modules/organisation/holidays/queries.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'
import type { HourRuleChange, HourRuleSet } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

type Told<Row> = Omit<Row, 'nameEn'> & { nameEn: string }
export type Season = Told<Omit<Tables['season'], 'hourRules'>> & { hourRules: HourRuleSet }
export type Strand = Pick<Told<Tables['strand']>, 'code' | 'name' | 'nameEn'>
export type Requirement = Pick<Tables['requirement'], 'role' | 'strandCode' | 'hours' | 'sessions'>

/** The id of the season that contains today; else of the next one; else of the last: for other queries. */
export function currentSeasonId(ctx: Pick<Context, 'street' | 'now'>): RawBuilder<string> {
  const today = dayOf(ctx.now)
  return sql<string>`(select id from season where street_id = ${ctx.street}
    order by ends_on >= ${today} desc, case when ends_on >= ${today} then starts_on end, starts_on desc
    limit 1)`
}

/** The season that contains today; else the next one; else the last; undefined before the first. */
export async function currentSeason(ctx: Reading & Pick<Context, 'now'>) {
  const { rows } = await sql<Season>`
    select * from season
    where street_id = ${ctx.street} and id = ${currentSeasonId(ctx)}`.execute(ctx.tx)
  return rows[0]
}

export async function findSeason(ctx: Reading, seasonId: string): Promise<Season | undefined> {
  const row = await ctx.tx
    .selectFrom('season')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', seasonId)
    .executeTakeFirst()
  return row as Season | undefined
}

/** Every season of the street, the latest first. */
export async function seasons(ctx: Reading): Promise<Season[]> {
  const rows = await ctx.tx
    .selectFrom('season')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .orderBy('startsOn', 'desc')
    .execute()
  return rows as Season[]
}

/** A season's strands in the order the office gave them. */
export async function strandsOf(ctx: Reading, seasonId: string): Promise<Strand[]> {
  return ctx.tx
    .selectFrom('strand')
    .select(['code', 'name', 'nameEn'])
    .where('streetId', '=', ctx.street)
    .where('seasonId', '=', seasonId)
    .orderBy('position')
    .execute()
}

/** What a season asks of each role: in all where there is no strand, else within that strand. */
export async function requirementsOf(ctx: Reading, seasonId: string): Promise<Requirement[]> {
  return ctx.tx
    .selectFrom('requirement')
    .select(['role', 'strandCode', 'hours', 'sessions'])
    .where('streetId', '=', ctx.street)
    .where('seasonId', '=', seasonId)
    .orderBy('id')
    .execute()
}

/** From which days on other sets of hour rules count for a season, as they were chosen. */
export async function hourRuleChangesOf(ctx: Reading, seasonId: string) {
  const rows = await ctx.tx
    .selectFrom('hourRuleChange')
    .select(['id', 'fromOn', 'hourRules', 'reason', 'madeAt'])
    .where('streetId', '=', ctx.street)
    .where('seasonId', '=', seasonId)
    .orderBy('id')
    .execute()
  return rows as (HourRuleChange & { id: string; reason: string })[]
}

/** A season that nobody else changes until the transaction ends. */
export async function lockSeason(ctx: Reading, seasonId: string): Promise<Season | undefined> {
  const row = await ctx.tx
    .selectFrom('season')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', seasonId)
    .forUpdate()
    .executeTakeFirst()
  return row as Season | undefined
}

/** The public holidays that are still to come in this season. */
export async function holidaysToCome(ctx: Reading & Pick<Context, 'now'>): Promise<HolidaySpan[]> {
  const season = await currentSeason(ctx)
  if (!season) return []
  const today = dayOf(ctx.now)
  const from = season.startsOn > today ? season.startsOn : today
  return holidaysBetween(ctx, from, season.endsOn)
}
