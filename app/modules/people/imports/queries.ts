import { sql } from 'kysely'
import { openUnits } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import type { CsvRow } from '#app/platform/csv.ts'
import { dayOf } from '#app/platform/time.ts'
import {
  type Columns,
  type Judged,
  judge,
  type Known,
  type ListedRole,
  namesAndPhonesIn,
} from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export type PeopleFile = {
  id: string
  fileName: string
  madeAt: Date
  rows: CsvRow[]
  headingsAt: number
  columns: Columns
  unitId: string | null
  role: ListedRole | null
  doneAt: Date | null
  added: number | null
}

/** A list of people that was sent. */
export async function findPeopleFile(
  ctx: Reading,
  importId: string,
): Promise<PeopleFile | undefined> {
  const row = await files(ctx).where('id', '=', importId).executeTakeFirst()
  return row as PeopleFile | undefined
}

/** The same under a lock: lists are entered one after the other, so that nobody is entered by two. */
export async function lockPeopleFile(
  ctx: Reading,
  importId: string,
): Promise<PeopleFile | undefined> {
  const rows = await files(ctx).orderBy('id').forUpdate().execute()
  return rows.find(({ id }) => id === importId) as PeopleFile | undefined
}

function files({ tx, street }: Reading) {
  return tx
    .selectFrom('peopleImport')
    .select(['id', 'fileName', 'madeAt', 'rows', 'headingsAt', 'columns', 'unitId', 'role'])
    .select(['doneAt', 'added'])
    .where('streetId', '=', street)
}

/** The lists sent of late, the latest first. */
export async function latePeopleFiles({ tx, street }: Reading) {
  return tx
    .selectFrom('peopleImport')
    .select(['id', 'fileName', 'madeAt', 'doneAt', 'added'])
    .select(sql<number>`jsonb_array_length(rows) - headings_at - 1`.as('people'))
    .where('streetId', '=', street)
    .orderBy('id', 'desc')
    .execute()
}

/** What headings meant before. */
export async function rememberedHeadings({ tx, street }: Reading): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('importHeading')
    .select(['heading', 'field'])
    .where('streetId', '=', street)
    .execute()
  return new Map(rows.map(({ heading, field }) => [heading, field]))
}

/** What would become of each row of a list if it were entered now. */
export async function judgedRows(
  ctx: Reading & Pick<Context, 'now'>,
  file: PeopleFile,
): Promise<Judged[]> {
  const { rows, headingsAt, columns, unitId, role } = file
  return judge({
    rows,
    headingsAt,
    columns,
    otherwise: { unitId, role },
    units: await openUnits(ctx),
    known: await peopleLike(ctx, namesAndPhonesIn(rows.slice(headingsAt + 1), columns)),
    today: dayOf(ctx.now),
  })
}

/** Everyone with one of these names or phones, with the units each belongs to. */
async function peopleLike(
  ctx: Reading & Pick<Context, 'now'>,
  { names, phones }: { names: string[]; phones: string[] },
): Promise<Known[]> {
  const today = dayOf(ctx.now)
  const { rows } = await sql<Known>`
    select p.id, p.name, p.born_on, p.phone, array_remove(array_append(array(
      select a.unit_id from appointment a
      where a.street_id = ${ctx.street} and a.person_id = p.id and a.from_on <= ${today}
        and (a.until_on is null or a.until_on >= ${today})), p.home_unit_id), null) as unit_ids
    from person p
    where p.street_id = ${ctx.street}
      and (p.name = any(${names}::text[])
        or p.phone = any(${phones}::text[]))`.execute(ctx.tx)
  return rows
}
