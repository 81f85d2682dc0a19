import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { filesFolder } from '#app/platform/files/disk.ts'
import type { Asked } from './command.ts'
import { reachDatabase } from './database.ts'
import { type Bytes, bytesOf, copyFiles } from './files.ts'
import { fillFolder } from './folder.ts'
import { ensureTables, everyTable, migrationsOf, quoted, type Table } from './tables.ts'

/** What a backup says of itself, written last. */
export type Manifest = {
  hearth: 'backup'
  takenAt: string
  /** The migrations that the tables are made by. */
  migrations: string[]
  /** In the order in which they can be put back. */
  tables: { name: string; columns: string[]; rows: number }[]
  /** The files, each under `files/<street>/<sha256>`. */
  files: Bytes[]
}

export const manifestFile = 'manifest.json'
export const filesIn = (folder: string) => join(folder, 'files')
export const fileOf = (table: string) => `${table}.copy`

/** `hearth backup <folder>`: every table and every file, all of one moment, while Hearth runs or not. */
export async function backup({ config, given, t, print, complain }: Asked): Promise<void> {
  const reached = await reachDatabase(config)
  const client = new pg.Client(reached.address)
  try {
    await client.connect()
    await ensureTables(client, t)
    let rows = 0
    await fillFolder(given['folder']!, t, async (folder) => {
      const manifest = await writeTables(client, folder)
      // Bytes never change, and none goes on the day its row goes: they can be copied after.
      const missing = await copyFiles(
        manifest.files,
        filesFolder(config.dataFolder),
        filesIn(folder),
      )
      if (missing.length > 0) complain(t.filesMissing(missing.length))
      manifest.files = manifest.files.filter((file) => !missing.includes(file))
      rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, {
        mode: 0o600,
        flush: true,
      })
    })
    print(t.backedUp(rows, given['folder']!))
  } finally {
    await client.end()
    await reached.stop()
  }
}

async function writeTables(client: pg.Client, folder: string): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only')
  const tables: Manifest['tables'] = []
  for (const table of await everyTable(client)) {
    const rows = await writeTable(client, table, join(folder, fileOf(table.name)))
    tables.push({ name: table.name, columns: table.columns, rows })
  }
  const migrations = await migrationsOf(client)
  const files = await bytesOf(client)
  await client.query('commit')
  return { hearth: 'backup', takenAt: new Date().toISOString(), migrations, tables, files }
}

/** Tables of streets are read as the one role that sees all of them. */
async function writeTable(client: pg.Client, table: Table, file: string): Promise<number> {
  const columns = table.columns.map(quoted).join(', ')
  await client.query(table.ofStreet ? 'set local role hearth_backup' : 'reset role')
  const rows = client.query(copyTo(`copy ${quoted(table.name)} (${columns}) to stdout`))
  await pipeline(rows, createWriteStream(file, { mode: 0o600, flush: true }))
  await client.query('reset role')
  return rows.rowCount
}
