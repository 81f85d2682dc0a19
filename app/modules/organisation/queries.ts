import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Database } from '#app/platform/database/connection.ts'
import type { InLanguages } from '#app/platform/language.ts'
import type { Level, Sketch, WeekHours } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export async function findDivision(ctx: Pick<Context, 'tx'>, code: string) {
  return ctx.tx.selectFrom('division').selectAll().where('code', '=', code).executeTakeFirst()
}

/** The divisions among these codes that are known. */
export async function divisionsWith(ctx: Pick<Context, 'tx'>, codes: readonly string[]) {
  return ctx.tx
    .selectFrom('division')
    .selectAll()
    .where('code', '=', (is) => is.fn.any(is.val([...codes])))
    .execute()
}

/** How many divisions of each level are known. */
export async function divisionCounts(ctx: Pick<Context, 'tx'>): Promise<Map<Level, number>> {
  const rows = await ctx.tx
    .selectFrom('division')
    .select((select) => ['level', select.fn.countAll<number>().as('count')])
    .groupBy('level')
    .execute()
  return new Map(rows.map((row) => [row.level, row.count]))
}

export type DivisionsImport = { at: Date; added: number; changed: number; kept: number }

/** When divisions were last brought in from here, newest first. */
export async function lastImports(ctx: Reading, topUnitId: string): Promise<DivisionsImport[]> {
  const rows = await ctx.tx
    .selectFrom('fact')
    .select(['at', 'details'])
    .where('streetId', '=', ctx.street)
    .where('subjectId', '=', topUnitId)
    .where('name', '=', 'divisions.imported')
    .orderBy('id', 'desc')
    .limit(5)
    .execute()
  return rows.map(({ at, details }) => ({ at, ...details }))
}

/** Every division of a level, in the order of their codes. */
export async function divisionsAt(ctx: Pick<Context, 'tx'>, level: Level) {
  return ctx.tx
    .selectFrom('division')
    .select(['code', 'name'])
    .where('level', '=', level)
    .orderBy('code')
    .execute()
}

/** The divisions right under one, in the order of their codes; under none for the topmost. */
export async function divisionsUnder(ctx: Pick<Context, 'tx'>, parentCode: string | null) {
  return ctx.tx
    .selectFrom('division')
    .selectAll()
    .where('parentCode', parentCode === null ? 'is' : '=', parentCode)
    .orderBy('code')
    .execute()
}

export async function findStreet(ctx: Pick<Context, 'tx'>, streetId: number) {
  return ctx.tx.selectFrom('street').selectAll().where('streetId', '=', streetId).executeTakeFirst()
}

/** Every street served, with its name, in the order they were opened. */
export async function openStreets(
  database: Database,
): Promise<ReadonlyMap<number, InLanguages<string>>> {
  const rows = await database.kysely
    .selectFrom('street')
    .select(['streetId', 'name', 'nameEn'])
    .orderBy('openedAt')
    .execute()
  return new Map(rows.map((row) => [row.streetId, { zh: row.name, en: row.nameEn }]))
}

/** The streets served within a district, in the order they were opened. */
export async function streetsWithin(ctx: Pick<Context, 'tx'>, districtCode: string) {
  return ctx.tx
    .selectFrom('street')
    .innerJoin('division', (join) => join.on(sql<boolean>`division.code = street.street_id::text`))
    .select(['street.streetId', 'street.name', 'street.nameEn', 'street.openedAt'])
    .where('division.parentCode', '=', districtCode)
    .orderBy('street.openedAt')
    .execute()
}

export async function findUnit(ctx: Reading, unitId: string) {
  return ctx.tx
    .selectFrom('unit')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', unitId)
    .executeTakeFirst()
}

export type Unit = Awaited<ReturnType<typeof openUnits>>[number]

/** Every open unit of the street: by kind from the top down, then in the order of the divisions, then by age. */
export async function openUnits(ctx: Reading) {
  return ctx.tx
    .selectFrom('unit')
    .select(['id', 'parentId', 'kind', 'name', 'ancestors', 'sketchX', 'sketchY'])
    .where('streetId', '=', ctx.street)
    .where('closedAt', 'is', null)
    .orderBy('divisionCode', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute()
}

/** The unit at the top of the street's tree. */
export async function topUnit(ctx: Reading) {
  return ctx.tx
    .selectFrom('unit')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('parentId', 'is', null)
    .executeTakeFirst()
}

/** Units by their ids, communities before what stands under them. */
export async function unitsOf(ctx: Reading, unitIds: readonly string[]) {
  return ctx.tx
    .selectFrom('unit')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', (is) => is.fn.any(is.val([...unitIds])))
    .where('closedAt', 'is', null)
    .orderBy('id')
    .execute()
}

export async function findVenue(ctx: Reading, venueId: string) {
  return ctx.tx
    .selectFrom('venue')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', venueId)
    .executeTakeFirst()
}

/** Takes the venue for this transaction. */
export async function lockVenue(ctx: Reading, venueId: string) {
  return ctx.tx
    .selectFrom('venue')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', venueId)
    .forUpdate()
    .executeTakeFirst()
}

export type Venue = Awaited<ReturnType<typeof venues>>[number]

/** Every venue of the street with the unit that keeps it. */
export async function venues(ctx: Reading) {
  return ctx.tx
    .selectFrom('venue')
    .innerJoin('unit', (join) =>
      join.onRef('unit.streetId', '=', 'venue.streetId').onRef('unit.id', '=', 'venue.unitId'),
    )
    .select([
      'venue.id',
      'venue.name',
      'venue.kind',
      'venue.seats',
      'venue.place',
      'venue.entrance',
      'venue.toilet',
      'venue.hearingLoop',
      'venue.lift',
      'venue.equipment',
      'venue.unitId',
      'unit.name as unitName',
      'unit.ancestors',
    ])
    .where('venue.streetId', '=', ctx.street)
    .orderBy('venue.id')
    .execute()
}

/** Where a unit lies on the sketch, as its community does, or null: an expression over the unit's id. */
export function sketchOf(
  { street }: Pick<Context, 'street'>,
  unitId: RawBuilder<unknown>,
): RawBuilder<Sketch | null> {
  return sql`(select json_build_object('x', placed.sketch_x, 'y', placed.sketch_y)
    from unit below join unit placed on placed.street_id = ${street} and placed.id = any(below.ancestors)
      and placed.sketch_x is not null
    where below.street_id = ${street} and below.id = ${unitId})`
}

/** When each of these venues can be used, and where it lies; of all venues without a list. */
export async function venueUseOf(
  ctx: Reading,
  venueIds?: readonly string[],
): Promise<Map<string, { hours: WeekHours[]; at: Sketch | null }>> {
  const asked = venueIds ? sql`and v.id = any(${venueIds}::uuid[])` : sql``
  const { rows } = await sql<{ id: string; hours: WeekHours[]; at: Sketch | null }>`
    select v.id, ${sketchOf(ctx, sql`v.unit_id`)} as at, coalesce((
        select json_agg(json_build_object('weekday', h.weekday, 'fromTime', h.from_time, 'untilTime', h.until_time)
          order by h.weekday, h.from_time)
        from venue_hours h where h.street_id = v.street_id and h.venue_id = v.id), '[]') as hours
    from venue v where v.street_id = ${ctx.street} ${asked}`.execute(ctx.tx)
  return new Map(rows.map(({ id, ...use }) => [id, use]))
}
