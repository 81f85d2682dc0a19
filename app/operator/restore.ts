import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate, migrationsFolder, migrationsIn } from '#app/platform/database/migrate.ts'
import { filesFolder } from '#app/platform/files/disk.ts'
import { StartError } from '#app/platform/start-error.ts'
import { fileOf, filesIn, type Manifest, manifestFile } from './backup.ts'
import type { Asked, Words } from './command.ts'
import { reachDatabase } from './database.ts'
import { copyFiles, ensureWhole } from './files.ts'
import { ensureThere } from './folder.ts'
import { everyTable, migrationsOf, quoted, type Table } from './tables.ts'

/**
 * `hearth restore <folder>`: puts a backup back into an empty database, whole or not at all. The
 * tables are made as they were when it was taken and then brought up to date.
 */
export async function restore({ config, given, t, print }: Asked): Promise<void> {
  const folder = resolve(given['folder']!)
  const manifest = await readManifest(folder, t)
  for (const { name } of manifest.tables)
    await ensureThere(join(folder, fileOf(name)), t.noBackup(folder))
  await ensureWhole(manifest.files, filesIn(folder), t)
  const known = await migrationsIn()
  if (manifest.migrations.some((name, at) => name !== known[at]))
    throw new StartError(t.backupNewer)
  const reached = await reachDatabase(config)
  const client = new pg.Client(reached.address)
  try {
    await client.connect()
    await ensureEmpty(client, manifest, t)
    await migrate(reached.address, migrationsFolder, manifest.migrations.length)
    // Files first: one without a row is removed some night, a row without its file is a loss.
    await copyFiles(manifest.files, filesIn(folder), filesFolder(config.dataFolder))
    await putBack(client, manifest, folder, t)
    await migrate(reached.address)
    await client.query('analyze')
    print(t.restored(manifest.tables.reduce((sum, table) => sum + table.rows, 0)))
  } finally {
    await client.end()
    await reached.stop()
  }
}

async function readManifest(folder: string, t: Words): Promise<Manifest> {
  try {
    const manifest: Manifest = JSON.parse(await readFile(join(folder, manifestFile), 'utf8'))
    if (manifest.hearth === 'backup' && isPlain(manifest)) return manifest
  } catch {
    // Said below: whatever it is, it is no backup.
  }
  throw new StartError(t.noBackup(folder))
}

/** Whether the names in it are names: each becomes a part of a path. */
function isPlain({ tables, files }: Manifest): boolean {
  return (
    tables.every(({ name }) => /^[a-z_]+$/.test(name)) &&
    files.every(({ street, sha256 }) => Number.isInteger(street) && /^[0-9a-f]{64}$/.test(sha256))
  )
}

/** Refuses a database that holds any row, or tables that the backup does not know. */
async function ensureEmpty(client: pg.Client, manifest: Manifest, t: Words): Promise<void> {
  const made = await migrationsOf(client)
  if (made.length === 0) return
  const tables = await everyTable(client)
  const ofStreets = tables.filter(({ ofStreet }) => ofStreet)
  const shared = tables.filter(({ ofStreet }) => !ofStreet)
  const filled =
    (await holdsRows(client, shared, 'reset role')) ||
    (await holdsRows(client, ofStreets, 'set role hearth_backup'))
  await client.query('reset role')
  if (filled || made.length > manifest.migrations.length) throw new StartError(t.notEmpty)
}

async function holdsRows(client: pg.Client, tables: readonly Table[], role: string) {
  await client.query(role)
  const { rows } = await client.query<{ some: boolean }>(
    `select ${tables.map(({ name }) => `exists (select from ${quoted(name)})`).join(' or ')} as some`,
  )
  return rows[0]!.some
}

async function putBack(client: pg.Client, manifest: Manifest, folder: string, t: Words) {
  const streets = (await everyTable(client)).filter(({ ofStreet }) => ofStreet)
  const secure = (how: string) =>
    client.query(
      streets.map(({ name }) => `alter table ${quoted(name)} ${how} row level security`).join(';'),
    )
  await client.query('begin')
  // The owner is held by the policies too, and COPY does not go in past them.
  await secure('no force')
  for (const { name, columns, rows } of manifest.tables) {
    const statement = `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`
    const found = client.query(copyFrom(statement))
    await pipeline(createReadStream(join(folder, fileOf(name))), found).catch((cause: unknown) => {
      throw isOfTheRows(cause) ? new StartError(t.damaged(name), { cause }) : cause
    })
    if (found.rowCount !== rows) throw new StartError(t.rowsMissing(name, rows, found.rowCount))
  }
  await secure('force')
  await client.query('commit')
}

/** Class 22 is of values that can't be read, 23 of rows that don't belong together. */
function isOfTheRows(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '')
}
