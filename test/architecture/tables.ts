// Only its owner writes a table, and no module reads the table of a later one: DESIGN's rule 5.
import type { Node } from 'oxc-parser'
import { modules, placeOf, rank } from './places.ts'
import {
  type Check,
  calledName,
  type File,
  fault,
  isTest,
  type Source,
  sqlText,
  type Tree,
  walk,
} from './source.ts'

/** Who owns which table, by the line `-- module: people` that stands above tables in a migration. */
function ownersOf(tree: Tree): { owners: Map<string, string>; faults: string[] } {
  const owners = new Map<string, string>()
  const faults: string[] = []
  for (const file of tree.files.filter(({ path }) => /^migrations\/.*\.sql$/.test(path))) {
    let module: string | undefined
    for (const [index, line] of file.text.split('\n').entries()) {
      module = /^-- module: ([a-z]+)$/.exec(line)?.[1] ?? module
      const table = /^create (?:unlogged )?table (?:if not exists )?([a-z_]+)/i.exec(line)?.[1]
      if (!table) continue
      if (module === 'platform' || modules.some((each) => each === module)) {
        owners.set(table, module ?? '')
      } else faults.push(`${file.path}:${index + 1} does not say which module owns ${table}`)
    }
  }
  return { owners, faults }
}

type Use = { table: string; writes: boolean; node: Node }

const kyselyWrites = new Set([
  'insertInto',
  'updateTable',
  'deleteFrom',
  'replaceInto',
  'mergeInto',
])
const kyselyReads = new Set([
  'selectFrom',
  'innerJoin',
  'leftJoin',
  'rightJoin',
  'fullJoin',
  'crossJoin',
  'using',
])
const name = '(?:only\\s+)?"?([a-z_][a-z0-9_]*)"?'
const sqlWrites = new RegExp(
  `\\b(?:insert\\s+into|delete\\s+from|truncate(?:\\s+table)?|merge\\s+into|copy)\\s+${name}|\\bupdate\\s+${name}(?:\\s+(?:as\\s+)?[a-z_]+)?\\s+set\\b`,
  'gi',
)
const sqlReads = new RegExp(`(?<!delete\\s+)\\b(?:from|join)\\s+${name}`, 'gi')

/** `signUp as s` in Kysely is the table sign_up. */
function tableName(named: string): string {
  return (named.split(' ')[0] ?? '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The tables that a piece of the code names, in Kysely, in an sql template or in a plain string. */
function usesOf(source: Source): Use[] {
  const uses: Use[] = []
  const readSql = (text: string, node: Node) => {
    for (const match of text.matchAll(sqlWrites)) {
      uses.push({ table: match[1] ?? match[2] ?? '', writes: true, node })
    }
    for (const match of text.matchAll(sqlReads)) {
      uses.push({ table: match[1] ?? '', writes: false, node })
    }
  }
  walk(source.program, (node, above) => {
    const called = calledName(node)
    const writes = kyselyWrites.has(called)
    if (node.type === 'CallExpression' && (writes || kyselyReads.has(called))) {
      const [given] = node.arguments
      for (const each of given?.type === 'ArrayExpression' ? given.elements : [given]) {
        if (each?.type === 'Literal' && typeof each.value === 'string') {
          uses.push({ table: tableName(each.value), writes, node: each })
        }
      }
    }
    const sql = sqlText(node)
    if (sql) readSql(sql, node)
    const tagged = above.at(-1)?.type === 'TaggedTemplateExpression'
    if (node.type === 'TemplateLiteral' && !tagged) {
      readSql(node.quasis.map((part) => part.value.raw).join('?'), node)
    }
    if (node.type === 'Literal' && typeof node.value === 'string') readSql(node.value, node)
  })
  return uses
}

/** Which module a file belongs to, or platform; the files that wire modules own nothing. */
function ownerOf({ path }: File): string {
  return placeOf(path)?.module ?? (path.startsWith('app/platform/') ? 'platform' : path)
}

function judge(source: Source, use: Use, owners: Map<string, string>): string[] {
  const owner = owners.get(use.table)
  const self = ownerOf(source)
  if (!owner || owner === self) return []
  if (use.writes) return [fault(source, use.node, `writes ${use.table}, which belongs to ${owner}`)]
  const later = rank(self) !== -1 && rank(owner) > rank(self)
  const reach = self === 'platform' ? owner !== 'platform' : later
  return reach ? [fault(source, use.node, `reads ${use.table}, which belongs to ${owner}`)] : []
}

const planted = (path: string, code: string) => ({
  'migrations/0001_all.sql': [
    '-- module: platform',
    'create table fact (',
    '-- module: people',
    'create table person (',
    'create table if not exists sign_in (',
    '-- module: talks',
    'create table talk (',
  ].join('\n'),
  [path]: code,
})

export const tableOwners: Check = {
  rule: 'only its owner writes a table; a module reads its own and earlier ones',
  find: (tree) => {
    const { owners, faults } = ownersOf(tree)
    const sources = tree.sources.filter(({ path }) => path.startsWith('app/') && !isTest(path))
    for (const source of sources) {
      for (const use of usesOf(source)) faults.push(...judge(source, use, owners))
    }
    return { looked: owners.size === 0 ? 0 : sources.length, faults }
  },
  planted: [
    {
      name: 'a module that writes tables of others, through Kysely and in SQL',
      files: planted(
        'app/modules/talks/menu/put-on-menu.ts',
        [
          "tx.insertInto('fact')",
          "tx.updateTable('person as p')",
          "tx.deleteFrom('signIn')",
          'sql`insert into "person" (id) values (${id})`',
          "sql`update sign_in as s set ended_at = ${'x'} where id = ${id}`",
          "client.query('delete from person')",
          'client.query(`copy person from stdin`)',
        ].join('\n'),
      ),
      faults: [
        'app/modules/talks/menu/put-on-menu.ts:1 writes fact, which belongs to platform',
        'app/modules/talks/menu/put-on-menu.ts:2 writes person, which belongs to people',
        'app/modules/talks/menu/put-on-menu.ts:3 writes sign_in, which belongs to people',
        'app/modules/talks/menu/put-on-menu.ts:4 writes person, which belongs to people',
        'app/modules/talks/menu/put-on-menu.ts:5 writes sign_in, which belongs to people',
        'app/modules/talks/menu/put-on-menu.ts:6 writes person, which belongs to people',
        'app/modules/talks/menu/put-on-menu.ts:7 writes person, which belongs to people',
      ],
    },
    {
      name: 'a module that reads the table of a later one',
      files: planted(
        'app/modules/people/queries.ts',
        "tx.selectFrom(['person', 'talk as t'])\nsql`select 1 from person join talk t on true`",
      ),
      faults: [
        'app/modules/people/queries.ts:1 reads talk, which belongs to talks',
        'app/modules/people/queries.ts:2 reads talk, which belongs to talks',
      ],
    },
    {
      name: 'platform that knows a table of a module, and the journey that writes one',
      files: {
        ...planted('app/platform/worker.ts', "tx.selectFrom('person')"),
        'app/journey.ts': "tx.updateTable('talk')",
      },
      faults: [
        'app/platform/worker.ts:1 reads person, which belongs to people',
        'app/journey.ts:1 writes talk, which belongs to talks',
      ],
    },
    {
      name: 'an owner that writes, locks and upserts its own table and reads an earlier one',
      files: planted(
        'app/modules/talks/menu/put-on-menu.ts',
        "sql`insert into talk values (1) on conflict do update set number = 1`\nsql`select 1 from person for update skip locked`\ntx.selectFrom('fact')",
      ),
      faults: [],
    },
    {
      name: 'a table that nobody owns',
      files: { 'migrations/0001_all.sql': '\ncreate table orphan (' },
      faults: ['migrations/0001_all.sql:2 does not say which module owns orphan'],
    },
  ],
}
