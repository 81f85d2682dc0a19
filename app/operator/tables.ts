import type pg from 'pg'
import { StartError } from '#app/platform/start-error.ts'
import type { Words } from './command.ts'

/** A table as a backup has it. */
export type Table = { name: string; columns: string[]; ofStreet: boolean }

/**
 * Every table but the migrations' own, those that others refer to before them, so that rows can be
 * put back in this order. Generated columns fill themselves.
 */
export async function everyTable(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { after: string[] }>(`
    select c.relname as name, c.relrowsecurity as "ofStreet",
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      array(select distinct k.confrelid::regclass::text from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as after
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'migration'
    order by c.relname`)
  const sorted: Table[] = []
  let left = rows
  while (left.length > 0) {
    const free = left.filter(({ after }) => !left.some(({ name }) => after.includes(name)))
    // A ring of tables would need its constraints off while rows go in; there is none.
    if (free.length === 0) throw new Error('tables refer to each other in a ring')
    sorted.push(...free.map(({ name, columns, ofStreet }) => ({ name, columns, ofStreet })))
    left = left.filter((table) => !free.includes(table))
  }
  return sorted
}

/** The migrations that made the database what it is; none where nothing was made yet. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query(`select to_regclass('public.migration') as migration`)
  if (!rows[0].migration) return []
  const made = await client.query<{ name: string }>('select name from migration order by id')
  return made.rows.map(({ name }) => name)
}

/** Refuses a database in which Hearth has never been, such as that of a mistyped folder. */
export async function ensureTables(client: pg.ClientBase, t: Words): Promise<void> {
  if ((await migrationsOf(client)).length === 0) throw new StartError(t.noTables)
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
