import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { fillHolidays } from '#app/modules/organisation/holidays/fill-holidays.ts'
import { system } from '#app/platform/context.ts'
import { type Address, inStreet, openDatabase } from '#app/platform/database/connection.ts'
import { migrate } from '#app/platform/database/migrate.ts'
import { startPostgres } from '#app/platform/postgres/launcher.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server under test, and the migrated database that each test's own is copied from. */
    server: Address
    template: string
  }
}

/** Migrates one database on the embedded server, or on DATABASE_URL, for all tests to copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['DATABASE_URL']
  const folder = url ? null : await mkdtemp(join(tmpdir(), 'hearth-test-'))
  const embedded = folder ? await startPostgres(folder) : null
  const server: Address = embedded ? embedded.connection : { connectionString: url! }
  const template = `hearth_template_${process.pid}`
  await onServer(
    server,
    `create database ${template} template template0 encoding 'UTF8' lc_ctype 'C.UTF-8'`,
  )
  await migrate(databaseAt(server, template))
  await fill(databaseAt(server, template))
  project.provide('server', server)
  project.provide('template', template)
  return async () => {
    await dropAll(server, template)
    await embedded?.stop()
    await rm(filesOf(template), { recursive: true, force: true })
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}

/** What the program itself fills in when it starts. */
async function fill(address: Address): Promise<void> {
  const database = openDatabase(address, filesOf('none'), () => {})
  const now = new Date()
  await inStreet(database, 0, (tx) =>
    fillHolidays({ street: 0, now, actor: system, onBehalfOf: null, tx, files: database.files }),
  )
  await database.close()
}

/** Drops the template and every copy that a test made of it. */
async function dropAll(server: Address, template: string): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [template],
    )
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
  } finally {
    await client.end()
  }
}

/** The folder in which every test's own database finds the folder of its files. */
export function filesOf(template: string): string {
  return join(tmpdir(), template)
}

/** The address of another database on the same server. */
export function databaseAt(server: Address, name: string): Address {
  if (!('connectionString' in server)) return { ...server, database: name }
  const url = new URL(server.connectionString)
  url.pathname = `/${name}`
  return { connectionString: url.href }
}

export async function onServer(server: Address, statement: string): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
