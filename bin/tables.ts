// Writes app/platform/tables.ts from the migrated database: `npm run tables` with DATABASE_URL set.
import { writeFile } from 'node:fs/promises'
import pg from 'pg'

const typeOf: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  text: 'string',
  _int4: 'number[]',
  _text: 'string[]',
  _uuid: 'string[]',
  timestamptz: 'Date',
  tstzrange: 'Range',
  tsvector: 'string',
  uuid: 'string',
  jsonb: 'Json',
  float8: 'number',
}

const camel = (name: string) =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The text of tables.ts: one interface a table, with the words a check allows as a union. */
export async function tablesSource(client: pg.ClientBase): Promise<string> {
  const { rows: columns } = await client.query(`
    select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
      a.atthasdef as defaulted
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
      and not a.attisdropped and c.relname <> 'migration'
    order by c.relname, a.attnum`)
  const { rows: checks } = await client.query(`
    select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`)
  const unions = new Map<string, string>()
  for (const check of checks) {
    const match = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(check.definition)
    if (!match) continue
    const words = [...match[2]!.matchAll(/'([^']+)'::text/g)].map((found) => `'${found[1]}'`)
    unions.set(`${check.table}.${match[1]}`, words.join(' | '))
  }
  const tables = Map.groupBy(columns, (column) => column.table as string)
  const interfaces = [...tables].map(([table, itsColumns]) => {
    const lines = itsColumns.map((column) => {
      const known = unions.get(`${table}.${column.column}`) ?? typeOf[column.type]
      if (!known)
        throw new Error(
          `No TypeScript type is known for ${table}.${column.column} (${column.type})`,
        )
      const type = column.nullable ? `${known} | null` : known
      return `    ${camel(column.column)}: ${column.defaulted ? `Generated<${type}>` : type}`
    })
    return `  ${camel(table)}: {\n${lines.join('\n')}\n  }`
  })
  return `// Made from the migrated database by \`npm run tables\`. Not edited by hand.
import type { ColumnType, Generated } from 'kysely'
import type { Span } from './database/spans.ts'

type Range = ColumnType<Span, string, string>
// oxlint-disable-next-line no-explicit-any -- what stands in a jsonb column is its writer's to say
type Json = ColumnType<any, string, string>

export type Tables = {
${interfaces.join('\n')}
}
`
}

if (import.meta.main) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await writeFile(new URL('../app/platform/tables.ts', import.meta.url), await tablesSource(client))
  await client.end()
}
