import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { Refused, RefusedAndKept } from '../errors.ts'
import type { Tables } from '../tables.ts'
import { spanOf } from './spans.ts'

export type Tx = Transaction<Tables>

/** Where the database is: a URL, or the socket of the embedded server. */
export type Address =
  | { connectionString: string }
  | { host: string; user: string; database: string }

export type Database = {
  address: Address
  /** The folder in which the bytes of files are, whose rows are in the database. */
  files: string
  kysely: Kysely<Tables>
  /** Reads across streets what its role may see, and nothing else. */
  rollup: pg.Pool
  close(): Promise<void>
}

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
const tstzrange = 3910
pg.types.setTypeParser(tstzrange as typeof pg.types.builtins.TEXT, spanOf)

let sent = 0
/** How many statements this program has sent since its start. */
export function statementsSent(): number {
  return sent
}

const statementNames = new Map<string, string>()
// Reports build their text from what is asked; a server should not hoard plans for all of those.
const mostNamedStatements = 500

/** Names each statement, so that the server plans it once a connection: a third of its work. */
class NamingClient extends pg.Client {
  // oxlint-disable-next-line no-explicit-any -- pg overloads query in seven ways; Kysely uses one
  override query(...args: any[]): any {
    sent += 1
    const [text, values] = args
    if (typeof text !== 'string' || !Array.isArray(values))
      return super.query(...(args as [string]))
    let name = statementNames.get(text)
    if (!name && statementNames.size < mostNamedStatements) {
      name = `h${statementNames.size}`
      statementNames.set(text, name)
    }
    return super.query(name ? { name, text, values } : { text, values })
  }
}

/** Connects as the application's own role, which owns nothing and sees one street at a time. */
export function openDatabase(
  address: Address,
  files: string,
  onError: (error: Error) => void,
  most = 10,
): Database {
  const pool = new pg.Pool({
    ...address,
    Client: NamingClient,
    max: most,
    options: '-c role=hearth_app',
  })
  const rollup = new pg.Pool({ ...address, max: 2, options: '-c role=hearth_rollup' })
  // Without listeners a connection that the server ends would end the program: an idle one tells its
  // pool, one that is in use between two statements only itself.
  for (const each of [pool, rollup]) {
    each.on('error', onError)
    each.on('connect', (client) => client.on('error', onError))
  }
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return {
    address,
    files,
    kysely,
    rollup,
    async close() {
      await kysely.destroy()
      await rollup.end()
    },
  }
}

/** Runs work in one transaction of one street. Only this file opens transactions. */
export async function inStreet<T>(
  database: Database,
  street: number,
  work: (tx: Tx) => Promise<T>,
  access: 'read only' | 'read write' = 'read write',
): Promise<T> {
  const transaction = database.kysely.transaction()
  try {
    const done = await (access === 'read only'
      ? transaction.setAccessMode(access)
      : transaction
    ).execute(async (tx) => {
      await enterStreet(tx, street)
      return kept(() => work(tx))
    })
    if ('refused' in done) throw done.refused
    return done.value
  } catch (error) {
    throw refusalOf(error) ?? error
  }
}

/** Lets a refusal that keeps what was written out of the transaction as a value, so that it commits. */
async function kept<T>(
  work: () => Promise<T>,
): Promise<{ value: T } | { refused: RefusedAndKept }> {
  try {
    return { value: await work() }
  } catch (error) {
    if (error instanceof RefusedAndKept) return { refused: error }
    throw error
  }
}

/** Says whose rows the transaction sees from here on. It may write in one street only. */
export async function enterStreet(tx: Tx, street: number): Promise<void> {
  await sql`select set_street(${street})`.execute(tx)
}

const uniqueViolation = '23505'
const foreignKeyViolation = '23503'
const checkViolation = '23514'
const exclusionViolation = '23P01'

/** A limit that the database holds says no under the constraint's name; null for any other error. */
export function refusalOf(error: unknown): Refused | null {
  if (!(error instanceof pg.DatabaseError) || !error.constraint) return null
  const held = [uniqueViolation, foreignKeyViolation, checkViolation, exclusionViolation].includes(
    error.code ?? '',
  )
  return held ? new Refused(error.constraint) : null
}
