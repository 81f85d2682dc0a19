import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { filesFolder } from '#app/platform/files/disk.ts'
import { StartError } from '#app/platform/start-error.ts'
import type { Asked } from './command.ts'
import { streetOf } from './create-admin.ts'
import { reachDatabase } from './database.ts'
import { bytesOf, copyFiles } from './files.ts'
import { fillFolder } from './folder.ts'
import { ensureTables, everyTable, quoted } from './tables.ts'

/** Secrets that only work here, and what only this program's running needs. */
const leftOut = [
  'api_token',
  'demo_persona',
  'password',
  'password_try',
  'open_write',
  'request_key',
  'sign_in',
  'sign_in_code',
  'signing_key',
]
const rowsAtOnce = 1_000

/** `hearth export <street> <folder>`: all of a street, a file of JSON lines a table, and its files. */
export async function exportStreet({ config, given, t, print }: Asked): Promise<void> {
  const street = streetOf(given['street']!, t.badStreet)
  const reached = await reachDatabase(config)
  const client = new pg.Client(reached.address)
  try {
    await client.connect()
    await ensureTables(client, t)
    const known = await client.query('select from street where street_id = $1', [street])
    if (known.rowCount === 0) throw new StartError(t.badStreet(String(street)))
    const counts: Record<string, number> = {}
    await fillFolder(given['folder']!, t, async (folder) => {
      await client.query('begin isolation level repeatable read read only')
      const tables = (await everyTable(client)).filter(
        ({ name, columns }) => columns.includes('street_id') && !leftOut.includes(name),
      )
      for (const { name, ofStreet } of tables) {
        await client.query(ofStreet ? 'set local role hearth_backup' : 'reset role')
        counts[name] = await writeRows(client, name, street, join(folder, `${name}.jsonl`))
      }
      const files = await bytesOf(client, street)
      await client.query('commit')
      await copyFiles(files, filesFolder(config.dataFolder), join(folder, 'files'))
      const exportedAt = new Date().toISOString()
      const summary = { street, exportedAt, rows: counts, files: files.length, leftOut }
      await writeFile(join(folder, 'export.json'), `${JSON.stringify(summary, null, 2)}\n`, {
        mode: 0o600,
      })
    })
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
    print(t.exported(rows, given['folder']!))
  } finally {
    await client.end()
    await reached.stop()
  }
}

async function writeRows(client: pg.Client, table: string, street: number, file: string) {
  let count = 0
  await client.query(
    `declare rows no scroll cursor for
      select row_to_json(t)::text as line from ${quoted(table)} t where street_id = ${street}`,
  )
  async function* lines() {
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from rows`)
      if (rows.length === 0) return
      count += rows.length
      yield rows.map(({ line }) => `${line}\n`).join('')
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file, { mode: 0o600 }))
  await client.query('close rows')
  return count
}
