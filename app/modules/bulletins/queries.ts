import { type RawBuilder, sql } from 'kysely'
import { branchesCovered } from '#app/modules/coverage/queries.ts'
import { findSeason, type Season } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { type Figure, type FigureName, onlyOnce, writtenAs } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

/** Bulletins with their season and their last writer, the newest first. */
export async function bulletins(ctx: Reading) {
  return ctx.tx
    .selectFrom('bulletin')
    .innerJoin('season', (join) =>
      join
        .onRef('season.streetId', '=', 'bulletin.streetId')
        .onRef('season.id', '=', 'bulletin.seasonId'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'bulletin.streetId')
        .onRef('person.id', '=', 'bulletin.changedBy'),
    )
    .select([
      'bulletin.id',
      'bulletin.number',
      'bulletin.language',
      'bulletin.title',
      'bulletin.version',
      'bulletin.changedAt',
      'person.name as changedByName',
      'season.name as seasonName',
      'season.nameEn as seasonNameEn',
    ])
    .where('bulletin.streetId', '=', ctx.street)
    .orderBy('bulletin.number', 'desc')
    .execute()
}

/** A bulletin with its text, its season, and who saved it last. */
export async function findBulletin(ctx: Reading, bulletinId: string) {
  const bulletin = await ctx.tx
    .selectFrom('bulletin')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'bulletin.streetId')
        .onRef('person.id', '=', 'bulletin.changedBy'),
    )
    .selectAll('bulletin')
    .select('person.name as changedByName')
    .where('bulletin.streetId', '=', ctx.street)
    .where('bulletin.id', '=', bulletinId)
    .executeTakeFirst()
  return bulletin && { ...bulletin, season: found(await findSeason(ctx, bulletin.seasonId)) }
}

/** The bulletin, held until the transaction ends: of two writers one saves after the other. */
export async function lockBulletin(ctx: Reading, bulletinId: string) {
  return ctx.tx
    .selectFrom('bulletin')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', bulletinId)
    .forUpdate()
    .executeTakeFirst()
}

/** What was given out in a season, the most of it first. */
export async function thingsGivenOut(ctx: Reading, season: { id: string }): Promise<string[]> {
  const { rows } = await sql<{ thing: string }>`
    select given_out.thing
    from given_out
    join session s on s.street_id = given_out.street_id and s.id = given_out.session_id
    where given_out.street_id = ${ctx.street} and s.season_id = ${season.id} and s.status = 'held'
    group by given_out.thing order by sum(given_out.pieces) desc, given_out.thing
    limit 20`.execute(ctx.tx)
  return rows.map((row) => row.thing)
}

/** One record behind a figure; the figure is the sum of their pieces. */
export type RecordRow = {
  kind: 'session' | 'person' | 'unit' | 'talk' | 'order'
  id: string
  label: string
  labelEn: string
  place: string | null
  at: Date | null
  pieces: number
}

type Records = (ctx: ReadingNow, season: Season, thing: string | null) => RawBuilder<RecordRow>

/** The records of each figure: counted and shown by this one query, so that both always agree. */
const recordsOf: Record<FigureName, Records> = {
  sessionsHeld: ({ street }, season) => sql`
    select 'session' as kind, s.id, s.title as label, s.title_en as label_en, unit.name as place,
      lower(s.during) as at, 1 as pieces
    from session s
    join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    where s.street_id = ${street} and s.season_id = ${season.id} and s.status = 'held'`,

  peopleReached: ({ street }, season) => sql`
    select 'person' as kind, person.id, person.name as label, '' as label_en, unit.name as place,
      min(lower(s.during)) as at, 1 as pieces
    from session s
    join attendance on attendance.street_id = s.street_id and attendance.session_id = s.id
    join person on person.street_id = attendance.street_id and person.id = attendance.person_id
    left join unit on unit.street_id = person.street_id and unit.id = person.home_unit_id
    where s.street_id = ${street} and s.season_id = ${season.id} and s.status = 'held'
      and attendance.replaced_at is null and attendance.presence <> 'absent'
    group by person.id, person.name, unit.name`,

  attendances: ({ street }, season) => sql`
    select 'session' as kind, s.id, s.title as label, s.title_en as label_en, unit.name as place,
      lower(s.during) as at, (named.people + outcome.guests)::int as pieces
    from session s
    join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    join outcome on outcome.street_id = s.street_id and outcome.session_id = s.id
    cross join lateral (select count(*) as people from attendance
      where attendance.street_id = ${street} and attendance.session_id = s.id
        and attendance.replaced_at is null and attendance.presence <> 'absent') named
    where s.street_id = ${street} and s.season_id = ${season.id} and s.status = 'held'`,

  branchesTakingPart: (ctx, season) => sql`
    select 'unit' as kind, branch.id, branch.name as label, '' as label_en, branch.community_name as place,
      null::timestamptz as at, 1 as pieces
    from (${branchesCovered(ctx, season)}) branch
    where branch.reached > 0 or branch.orders_held > 0`,

  talksOnMenu: ({ street }, season) => sql`
    select 'talk' as kind, talk.id, talk.title as label, talk.title_en as label_en, strand.name as place,
      talk.put_on_menu_at as at, 1 as pieces
    from talk
    left join strand on strand.street_id = talk.street_id and strand.season_id = ${season.id}
      and strand.code = talk.strand_code
    where talk.street_id = ${street}
      and (talk.put_on_menu_at at time zone 'Asia/Shanghai')::date <= ${season.endsOn}::date
      and (talk.retired_at is null
        or (talk.retired_at at time zone 'Asia/Shanghai')::date >= ${season.startsOn}::date)`,

  ordersHeld: ({ street }, season) => sql`
    select 'order' as kind, talk_order.id, talk.title as label, talk.title_en as label_en, unit.name as place,
      talk_order.placed_at as at, 1 as pieces
    from talk_order
    join talk on talk.street_id = talk_order.street_id and talk.id = talk_order.talk_id
    join unit on unit.street_id = talk_order.street_id and unit.id = talk_order.unit_id
    where talk_order.street_id = ${street} and talk_order.season_id = ${season.id}
      and talk_order.status = 'held'`,

  thingsGivenOut: ({ street }, season, thing) => sql`
    select 'session' as kind, s.id, s.title as label, s.title_en as label_en, unit.name as place,
      lower(s.during) as at, given_out.pieces
    from given_out
    join session s on s.street_id = given_out.street_id and s.id = given_out.session_id
    join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    where given_out.street_id = ${street} and given_out.thing = ${thing}
      and s.season_id = ${season.id} and s.status = 'held'`,
}

/** What figures say now, by how they are written; one statement for all of them. */
export async function valuesOf(
  ctx: ReadingNow,
  season: Season,
  figures: readonly Figure[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = onlyOnce(figures)
  if (wanted.length === 0) return new Map()
  const counts = wanted.map((figure) => {
    const records = recordsOf[figure.name](ctx, season, figure.thing)
    return sql`select ${writtenAs(figure)}::text as figure, coalesce(sum(pieces), 0) as value from (${records}) record`
  })
  const { rows } = await sql<{ figure: string; value: number }>`
    ${sql.join(counts, sql` union all `)}`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.figure, row.value]))
}

/** A page of the records behind a figure, the earliest first, with how many there are. */
export async function recordsBehind(
  ctx: ReadingNow,
  season: Season,
  figure: Figure,
  { limit, offset }: { limit: number | null; offset: number },
) {
  const records = recordsOf[figure.name](ctx, season, figure.thing)
  const { rows } = await sql<RecordRow>`
    select * from (${records}) record order by at nulls last, label, id
    limit ${limit} offset ${offset}`.execute(ctx.tx)
  const { rows: totals } = await sql<{ rows: number; value: number }>`
    select count(*) as rows, coalesce(sum(pieces), 0) as value from (${records}) record`.execute(
    ctx.tx,
  )
  return { records: rows, total: totals[0]?.rows ?? 0, value: totals[0]?.value ?? 0 }
}
