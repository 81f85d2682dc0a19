import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runner } from 'node-pg-migrate'
import pg from 'pg'
import { root } from '../root.ts'
import { StartError } from '../start-error.ts'
import type { Address } from './connection.ts'

export const migrationsFolder = join(root, 'migrations')

/**
 * Brings the database to this program's version, or only through its first few migrations. Instances
 * that start together wait for one another. A database that a newer program has changed is refused
 * with a StartError.
 */
export async function migrate(
  address: Address,
  folder = migrationsFolder,
  count = Number.POSITIVE_INFINITY,
): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    await refuseNewer(client, folder)
    await runner({
      dbClient: client,
      dir: folder,
      migrationsTable: 'migration',
      direction: 'up',
      count,
      advisoryLockMode: 'wait',
      log: () => {},
    })
  } finally {
    await client.end()
  }
}

async function refuseNewer(client: pg.Client, folder: string): Promise<void> {
  const { rows: tables } = await client.query(`select to_regclass('public.migration') as migration`)
  if (!tables[0].migration) return
  const { rows } = await client.query<{ name: string }>('select name from public.migration')
  const known = await migrationsIn(folder)
  const unknown = rows.find((row) => !known.includes(row.name))
  if (unknown) {
    throw new StartError(
      `数据库比本程序新（${unknown.name}），请先升级程序。 / The database is newer than this program (${unknown.name}); upgrade the program first.`,
    )
  }
}

/** The names of this program's migrations, in their order. */
export async function migrationsIn(folder = migrationsFolder): Promise<string[]> {
  const files = await readdir(folder)
  return files.map((file) => file.replace(/\.sql$/, '')).toSorted()
}
