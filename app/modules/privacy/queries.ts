import { type RawBuilder, sql } from 'kysely'
import type { Relative } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import type { PersonalTable } from '#app/platform/personal-data.ts'
import { day, dayOf, later, yearsBetween } from '#app/platform/time.ts'
import { handOvers, register } from './personal-data.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** Which rows `t` of a table are a person's; null where the table holds only who did something. */
function isOf(ctx: Reading, entry: PersonalTable, personId: string) {
  const { of, phone, through } = entry
  const ways: RawBuilder<boolean>[] = of.map(
    (column) => sql<boolean>`t.${sql.ref(column)} = ${personId}`,
  )
  if (phone)
    ways.push(sql<boolean>`t.${sql.ref(phone)} = (select phone from person
      where street_id = ${ctx.street} and id = ${personId})`)
  if (through)
    ways.push(sql<boolean>`t.${sql.ref(through.column)} in (select ${sql.ref(through.key ?? 'id')} from ${sql.table(through.table)}
      where street_id = ${ctx.street} and ${sql.ref(through.of)} = ${personId})`)
  return ways.length === 0 ? null : sql<boolean>`(${sql.join(ways, sql` or `)})`
}

// What a column that refers to something is shown by, in place of an id that says nothing.
const shownBy: Readonly<Record<string, [table: string, label: string]>> = {
  unit_id: ['unit', 'name'],
  home_unit_id: ['unit', 'name'],
  session_id: ['session', 'title'],
  season_id: ['season', 'name'],
  venue_id: ['venue', 'name'],
  post_id: ['post', 'title'],
  bulletin_id: ['bulletin', 'title'],
  course_id: ['course', 'number'],
  person_id: ['person', 'name'],
  child_id: ['person', 'name'],
  guardian_id: ['person', 'name'],
  given_by: ['person', 'name'],
}

function selected(ctx: Reading, column: string) {
  const label = shownBy[column]
  if (!label) return sql`t.${sql.ref(column)} as ${sql.ref(column)}`
  const [table, name] = label
  return sql`(select l.${sql.ref(name)} from ${sql.table(table)} l where l.street_id = ${ctx.street}
    and l.id = t.${sql.ref(column)}) as ${sql.ref(column)}`
}

export type CopiedTable = {
  table: string
  columns: readonly string[]
  rows: Record<string, unknown>[]
}

/** Everything that is kept of a person and is theirs to have, table by table (PIPL, art. 45). */
export async function copyOfData(ctx: Reading, personId: string): Promise<CopiedTable[]> {
  const tables: CopiedTable[] = []
  for (const entry of register) {
    const { table, copied: columns } = entry
    const whose = isOf(ctx, entry, personId)
    if (!columns || !whose) continue
    // one query a table: each has columns of its own
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join(columns.map((column) => selected(ctx, column)))} from ${sql.table(table)} t
      where t.street_id = ${ctx.street} and ${whose}`.execute(ctx.tx)
    tables.push({ table, columns, rows: rows.map((row) => inSnakeCase(row, columns)) })
  }
  return tables.filter(({ rows }) => rows.length > 0)
}

/** The rows come with their names in the program's way; a copy has them as the register does. */
function inSnakeCase(row: Record<string, unknown>, columns: readonly string[]) {
  const camel = (name: string) =>
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return Object.fromEntries(columns.map((column) => [column, row[camel(column)] ?? null]))
}

export type Fate = { entry: PersonalTable; rows: number }

/** What a deletion would do: how many rows of each table are the person's. */
export async function fateOf(ctx: Reading, personId: string): Promise<Fate[]> {
  const counts = register.flatMap((entry) => {
    const whose = isOf(ctx, entry, personId)
    return whose
      ? [
          sql`select ${entry.table} as name, count(*)::int as rows from ${sql.table(entry.table)} t
            where t.street_id = ${ctx.street} and ${whose}`,
        ]
      : []
  })
  const { rows } = await sql<{
    name: string
    rows: number
  }>`${sql.join(counts, sql` union all `)}`.execute(ctx.tx)
  const counted = new Map(rows.map((row) => [row.name, row.rows]))
  return register.flatMap((entry) => {
    const count = counted.get(entry.table) ?? 0
    return count > 0 ? [{ entry, rows: count }] : []
  })
}

/** What a person still has to hand over before being deleted, as reasons. */
export async function handingOver(ctx: Context, personId: string): Promise<string[]> {
  const asked = handOvers.map(
    ({ reason, holds }) => sql`select ${reason} as reason where ${holds(ctx, personId)}`,
  )
  const { rows } = await sql<{ reason: string }>`${sql.join(asked, sql` union all `)}`.execute(
    ctx.tx,
  )
  return rows.map(({ reason }) => reason)
}

type Nullable = ReadonlyMap<string, boolean>

/** Which columns may be empty: the others say that something stood there. */
async function emptiable(ctx: Pick<Context, 'tx'>): Promise<Nullable> {
  const { rows } = await sql<{ name: string; nullable: boolean }>`
    select c.relname || '.' || a.attname as name, not a.attnotnull as nullable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.name, row.nullable]))
}

const wordless = '—'
const objects = new Set(['details', 'wanted'])

function cleared(table: string, columns: readonly string[], nullable: Nullable) {
  const values = columns.map((column) => {
    if (nullable.get(`${table}.${column}`)) return sql`${sql.ref(column)} = null`
    return sql`${sql.ref(column)} = ${objects.has(column) ? sql`'{}'::jsonb` : wordless}`
  })
  return sql`update ${sql.table(table)} t set ${sql.join(values)}`
}

/** Statements that delete or empty a person's rows, what refers to others before what it refers to. */
export async function forgetting(ctx: Context, personId: string): Promise<RawBuilder<unknown>[]> {
  const nullable = await emptiable(ctx)
  return register.toReversed().flatMap((entry) => {
    const { table, onDeletion } = entry
    const whose = isOf(ctx, entry, personId)
    // The person's own row goes last, with a name in place of the name.
    if (!whose || onDeletion === 'keep' || table === 'person') return []
    const what =
      onDeletion === 'delete'
        ? sql`delete from ${sql.table(table)} t`
        : cleared(table, onDeletion.clear, nullable)
    return [sql`${what} where t.street_id = ${ctx.street} and ${whose}`]
  })
}

const ofAge = 18

export type Due = { table: string; days: number; rows: number; oldest: Date }

/** Rows of a table that are kept no longer. */
function isDue(ctx: Context, { keptFor }: PersonalTable): RawBuilder<boolean> {
  const { days, since, end } = keptFor!
  const old = sql<boolean>`${sql.raw(since)} < ${later(ctx.now, -days * day)}`
  if (end === 'delete') return old
  const stands = end.clear.map(
    (column) => sql`coalesce(t.${sql.ref(column)}::text, ${wordless}) not in ('', ${wordless})`,
  )
  return sql<boolean>`${old} and (${sql.join(stands, sql` or `)})`
}

/** What a retention run would take away now, table by table. */
export async function whatIsDue(ctx: Context): Promise<Due[]> {
  const counts = register
    .filter(({ keptFor }) => keptFor)
    .map(
      (entry) => sql`select ${entry.table} as "table", ${entry.keptFor!.days}::int as days,
        count(*)::int as rows, min(${sql.raw(entry.keptFor!.since)}) as oldest
        from ${sql.table(entry.table)} t where t.street_id = ${ctx.street} and ${isDue(ctx, entry)}`,
    )
  const { rows } = await sql<Due>`${sql.join(counts, sql` union all `)}`.execute(ctx.tx)
  return rows.filter((row) => row.rows > 0)
}

/** Statements that take away what is due, by table. */
export async function takingAway(
  ctx: Context,
): Promise<{ table: string; statement: RawBuilder<unknown> }[]> {
  const nullable = await emptiable(ctx)
  return register.toReversed().flatMap((entry) => {
    if (!entry.keptFor) return []
    const { table, keptFor } = entry
    const what =
      keptFor.end === 'delete'
        ? sql`delete from ${sql.table(table)} t`
        : cleared(table, keptFor.end.clear, nullable)
    return [
      { table, statement: sql`${what} where t.street_id = ${ctx.street} and ${isDue(ctx, entry)}` },
    ]
  })
}

/** The guardians in the family of a child; whoever is grown up speaks for themselves. */
export function guardiansAmong(
  family: readonly Relative[],
  person: { bornOn: string | null },
  now: Date,
): string[] {
  if (person.bornOn !== null && yearsBetween(person.bornOn, dayOf(now)) >= ofAge) return []
  return family.filter(({ is }) => is === 'guardian').map(({ id }) => id)
}

export async function lockRequest(ctx: Reading, requestId: string) {
  return ctx.tx
    .selectFrom('privacyRequest')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirst()
}

export async function findRequest(ctx: Reading, requestId: string) {
  return ctx.tx
    .selectFrom('privacyRequest')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', requestId)
    .executeTakeFirst()
}

export type RequestRow = {
  id: string
  personId: string
  person: string
  kind: 'correction' | 'deletion'
  words: string
  status: 'open' | 'done' | 'declined' | 'withdrawn'
  madeAt: Date
  answer: string | null
}

const answeredShown = 20

/** Requests that wait, the oldest first, and those answered of late; of one person where named. */
export async function requestsOf(ctx: Reading, personIds?: readonly string[]) {
  const { rows } = await sql<RequestRow>`
    select r.id, r.person_id, p.name as person, r.kind, r.words, r.status, r.made_at, r.answer
    from privacy_request r join person p on p.street_id = ${ctx.street} and p.id = r.person_id
    where r.street_id = ${ctx.street}
      and (${personIds === undefined} or r.person_id = any(${[...(personIds ?? [])]}::uuid[]))
    order by r.status <> 'open', case when r.status = 'open' then r.made_at end, r.made_at desc
    limit 200`.execute(ctx.tx)
  return {
    waiting: rows.filter(({ status }) => status === 'open'),
    answered: rows.filter(({ status }) => status !== 'open').slice(0, answeredShown),
  }
}

export type Run = {
  id: string
  at: Date
  counts: { table: string; rows: number; oldest: Date }[]
}

/** The retention runs of the last years, the latest first, with what each took away. */
export async function retentionRuns(ctx: Reading): Promise<Run[]> {
  const { rows } = await sql<Run>`
    select r.id, r.at, coalesce((select json_agg(json_build_object('table', c.table_name,
        'rows', c.rows, 'oldest', c.oldest) order by c.table_name)
      from retention_count c where c.street_id = ${ctx.street} and c.run_id = r.id), '[]') as counts
    from retention_run r where r.street_id = ${ctx.street} order by r.id desc limit 36`.execute(
    ctx.tx,
  )
  return rows.map((row) => ({
    ...row,
    counts: row.counts.map((count) => ({ ...count, oldest: new Date(count.oldest) })),
  }))
}

/** What things are called that consents are for, by id. */
export async function subjectsNamed(
  ctx: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...ids]
  const { rows } = await sql<{ id: string; name: string }>`
    select id, title as name from post where street_id = ${ctx.street} and id = any(${wanted}::uuid[])
    union all
    select id, title from session where street_id = ${ctx.street} and id = any(${wanted}::uuid[])
    union all
    select id, title from bulletin where street_id = ${ctx.street} and id = any(${wanted}::uuid[])
    union all
    select id, caption from bulletin_picture where street_id = ${ctx.street} and id = any(${wanted}::uuid[])
    union all
    select course_id, max(title) from course_version
    where street_id = ${ctx.street} and course_id = any(${wanted}::uuid[]) group by course_id`.execute(
    ctx.tx,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type ToSign = { id: string; name: string; purpose: 'activity' | 'name' | 'picture' }

/** What a person could be asked to consent to now: posts applied for, and bulletins they are in. */
export async function consentsWanted(ctx: Reading, personId: string): Promise<ToSign[]> {
  const { rows } = await sql<ToSign>`
    select w.id, w.name, w.purpose from (
      select p.id, p.title as name, 'activity' as purpose from application a
      join post p on p.street_id = ${ctx.street} and p.id = a.post_id
      where a.street_id = ${ctx.street} and a.person_id = ${personId} and a.ended_at is null
      union
      select b.id, b.title, 'name' from bulletin_person n
      join bulletin b on b.street_id = ${ctx.street} and b.id = n.bulletin_id
      where n.street_id = ${ctx.street} and n.person_id = ${personId}
      union
      select i.id, i.caption, 'picture' from picture_person s
      join bulletin_picture i on i.street_id = ${ctx.street} and i.id = s.picture_id
      where s.street_id = ${ctx.street} and s.person_id = ${personId}) w
    where not exists (select from consent c where c.street_id = ${ctx.street}
      and c.person_id = ${personId} and c.subject_id = w.id and c.purpose = w.purpose and c.active)
    order by w.name`.execute(ctx.tx)
  return rows
}
