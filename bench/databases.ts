import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Context, system } from '#app/platform/context.ts'
import {
  type Address,
  type Database,
  inStreet,
  openDatabase,
} from '#app/platform/database/connection.ts'
import { migrate } from '#app/platform/database/migrate.ts'
import { startPostgres } from '#app/platform/postgres/launcher.ts'
import { instantAt } from '#app/platform/time.ts'
import type { Row } from './report.ts'

const street = 320613019
const now = instantAt('2022-01-12', '10:00')

/** How many people are served at once where a limit is raced for. */
export const connections = 20

type Where = 'embedded' | 'server'
type Measure = (database: Database, where: Where) => Promise<Row[]>

/** Measures on the embedded database and, where DATABASE_URL names one, on a server. */
export async function onBoth(measure: Measure): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-bench-'))
  const postgres = await startPostgres(folder)
  try {
    const embedded = await on(postgres.connection, folder, (database) =>
      measure(database, 'embedded'),
    )
    const url = process.env['DATABASE_URL']
    return url ? [...embedded, ...(await onServer(url, folder, measure))] : embedded
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same on a database of its own of the server. */
async function onServer(url: string, folder: string, measure: Measure): Promise<Row[]> {
  const name = `hearth_bench_${process.pid}`
  const say = async (statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await say(`create database ${name} template template0 encoding 'UTF8' lc_ctype 'C.UTF-8'`)
  try {
    const fresh = new URL(url)
    fresh.pathname = `/${name}`
    return await on({ connectionString: fresh.href }, folder, (database) =>
      measure(database, 'server'),
    )
  } finally {
    await say(`drop database ${name} with (force)`)
  }
}

async function on(
  address: Address,
  folder: string,
  work: (database: Database) => Promise<Row[]>,
): Promise<Row[]> {
  await migrate(address)
  const database = openDatabase(address, join(folder, 'files'), () => {}, connections)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Works in one transaction of the street, as the program. */
export function run<T>(database: Database, work: (ctx: Context) => Promise<T>): Promise<T> {
  const { files } = database
  return inStreet(database, street, (tx) =>
    work({ street, now, actor: system, onBehalfOf: null, tx, files }),
  )
}

/** The value below which that share of the sorted values lies. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}
