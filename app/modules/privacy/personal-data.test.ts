import pg from 'pg'
import { expect, test } from 'vitest'
import { ownDatabase } from '#test/database.ts'
import { en } from './kept/messages.en.ts'
import { zh } from './kept/messages.zh.ts'
import { register } from './personal-data.ts'

const database = await ownDatabase()

/** Every column of the migrated database that names a person or holds a phone number, by table. */
async function columnsAboutPeople(change = ''): Promise<Map<string, Set<string>>> {
  const client = new pg.Client(database.address)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(change)
    const { rows } = await client.query<{ table: string; column: string }>(`
      select k.conrelid::regclass::text as table, a.attname as column
      from pg_constraint k
      join lateral unnest(k.conkey, k.confkey) as pair(of, to_) on true
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.of
      join pg_attribute p on p.attrelid = k.confrelid and p.attnum = pair.to_ and p.attname = 'id'
      where k.contype = 'f' and k.confrelid = 'person'::regclass
      union
      select c.relname, a.attname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (a.attname = 'phone' or (a.atttypid = 'uuid'::regtype
          and a.attname ~ '(_by|^person_id|^actor_id|^on_behalf_of|^host_id)$'))`)
    return new Map(
      [...Map.groupBy(rows, ({ table }) => table)].map(([table, of]) => [
        table,
        new Set(of.map(({ column }) => column)),
      ]),
    )
  } finally {
    await client.end()
  }
}

/** What the register does not say of the columns that there are. */
function undeclared(found: Map<string, Set<string>>): string[] {
  return [...found].flatMap(([table, columns]) => {
    const entry = register.find((each) => each.table === table)
    const said = new Set([
      ...(entry?.of ?? []),
      ...(entry?.by ?? []),
      ...(entry?.phone ? [entry.phone] : []),
    ])
    return [...columns].filter((column) => !said.has(column)).map((column) => `${table}.${column}`)
  })
}

test('every column that names a person or holds a number is declared by its module', async () => {
  const found = await columnsAboutPeople()
  expect(undeclared(found).filter((column) => column !== 'person.phone')).toEqual([])
  expect(found.size).toBeGreaterThan(50)
})

test('a new table that names people is found', async () => {
  const planted = `create table secret_list (street_id int, id uuid, kept_by uuid, phone text, who uuid,
    foreign key (street_id, who) references person (street_id, id))`
  const found = await columnsAboutPeople(planted)
  const secret = undeclared(found).filter((column) => column.startsWith('secret_list'))
  expect(secret.toSorted((a, b) => a.localeCompare(b))).toEqual([
    'secret_list.kept_by',
    'secret_list.phone',
    'secret_list.who',
  ])
})

test('what is declared is there, once, and says why it stays', async () => {
  const client = new pg.Client(database.address)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(`
    select c.relname || '.' || a.attname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
  await client.end()
  const there = new Set(rows.map(({ name }) => name))
  const wrong = register.flatMap((each) => {
    const cleared = typeof each.onDeletion === 'object' ? each.onDeletion.clear : []
    const later = typeof each.keptFor?.end === 'object' ? each.keptFor.end.clear : []
    const columns = [...each.of, ...(each.by ?? []), ...(each.copied ?? []), ...cleared, ...later]
    const missing = columns.filter((column) => !there.has(`${each.table}.${column}`))
    const why = each.onDeletion === 'delete' || each.because ? [] : ['why it stays']
    return [...missing, ...why].map((what) => `${each.table}: ${what}`)
  })
  expect(wrong).toEqual([])
  expect(new Set(register.map(({ table }) => table)).size).toBe(register.length)
})

test('whatever a person may see of it has a name in both languages', () => {
  const shown = register.filter(({ of, copied, phone }) => of.length > 0 || copied || phone)
  const nameless = shown.flatMap(({ table, copied = [] }) => [
    ...[zh, en].filter(({ tables }) => !tables[table]).map(() => table),
    ...copied.filter((column) => !zh.columns[column] || !en.columns[column]),
  ])
  expect(nameless).toEqual([])
})
