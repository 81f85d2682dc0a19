import type { Context } from '#app/platform/context.ts'
import type { Database } from '#app/platform/database/connection.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export async function findDivision(ctx: Pick<Context, 'tx'>, code: string) {
  return ctx.tx.selectFrom('division').selectAll().where('code', '=', code).executeTakeFirst()
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
export async function openStreets(database: Database): Promise<ReadonlyMap<number, string>> {
  const rows = await database.kysely
    .selectFrom('street')
    .select(['streetId', 'name'])
    .orderBy('openedAt')
    .execute()
  return new Map(rows.map((row) => [row.streetId, row.name]))
}

export async function findUnit(ctx: Reading, unitId: string) {
  return ctx.tx
    .selectFrom('unit')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', unitId)
    .executeTakeFirst()
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
      'venue.unitId',
      'unit.name as unitName',
      'unit.ancestors',
    ])
    .where('venue.streetId', '=', ctx.street)
    .orderBy('venue.id')
    .execute()
}
