import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Address, openDatabase } from '#app/platform/database/connection.ts'
import { migrate } from '#app/platform/database/migrate.ts'
import { filesFolder } from '#app/platform/files/disk.ts'
import { checkServer } from '#app/platform/postgres/check-server.ts'
import { startPostgres } from '#app/platform/postgres/launcher.ts'
import { StartError } from '#app/platform/start-error.ts'
import type { Line } from './figures.ts'
import { linesOfWinter, replayWinter } from './winter.ts'

// `npm run replay`: tells the winter of 2021–22 through the program's commands, in a database of its
// own, and holds what it came to against what it was told to come to.

const url = process.env['DATABASE_URL']

/** A fresh database on the given server, or on an embedded one in a folder that is removed after. */
async function freshDatabase(
  folder: string,
): Promise<{ address: Address; remove(): Promise<void> }> {
  if (!url) {
    const server = await startPostgres(folder)
    return { address: server.connection, remove: server.stop }
  }
  await checkServer(url)
  const name = `hearth_replay_${process.pid}`
  const onServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await onServer(`create database ${name} template template0 encoding 'UTF8' lc_ctype 'C.UTF-8'`)
  const fresh = new URL(url)
  fresh.pathname = `/${name}`
  const remove = () => onServer(`drop database ${name} with (force)`)
  return { address: { connectionString: fresh.href }, remove }
}

function print(lines: readonly Line[]): void {
  const row = (figure: string, wanted: string, actual: string, note = '') =>
    console.log(`${figure.padEnd(24)}${wanted.padStart(10)}${actual.padStart(10)}${note}`)
  row('figure', 'expected', 'actual')
  for (const { figure, expected, actual } of lines) {
    row(figure, String(expected), String(actual), expected === actual ? '' : '   differs')
  }
}

async function replay(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-replay-'))
  const { address, remove } = await freshDatabase(folder)
  try {
    await migrate(address)
    const database = openDatabase(address, filesFolder(folder), () => {})
    try {
      const lines = await replayWinter(database, linesOfWinter)
      print(lines)
      const wrong = lines.filter(({ expected, actual }) => expected !== actual).length
      console.log(wrong === 0 ? '\nEverything as told.' : `\n${wrong} figures differ.`)
      return wrong === 0 ? 0 : 1
    } finally {
      await database.close()
    }
  } finally {
    await remove()
    await rm(folder, { recursive: true, force: true })
  }
}

try {
  process.exitCode = await replay()
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
}
