import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { tablesSource } from '#bin/tables.ts'
import { ownDatabase } from './database.ts'

test('the table types are those of the migrated database', async () => {
  const database = await ownDatabase()
  const client = new pg.Client(database.address)
  await client.connect()
  try {
    const written = await readFile(new URL('../app/platform/tables.ts', import.meta.url), 'utf8')
    expect(written, 'run `npm run tables`').toBe(await tablesSource(client))
  } finally {
    await client.end()
  }
})
