import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { makeBranch } from '#test/make.ts'
import { hearth, urlOf } from '#test/operator.ts'
import { beginDemo, fillingOf, finishDemo } from './demo.ts'

const database = await ownDatabase()
const client = new pg.Client(database.address)
await client.connect()
afterAll(() => client.end())

test('a loading that was cut short is known, and begun from nothing', async () => {
  expect(await fillingOf(client)).toBe('empty')
  await beginDemo(client)
  await committed(database, makeBranch)
  expect(await fillingOf(client)).toBe('half a demo')
  await beginDemo(client)
  expect((await client.query('select from division')).rowCount).toBe(0)
  expect(await fillingOf(client)).toBe('half a demo')
})

test('a database that holds something gets no demo and loses nothing', async () => {
  await committed(database, makeBranch)
  await finishDemo(client)
  expect(await fillingOf(client)).toBe('something')
  const refused = await hearth(['load-demo'], { DATABASE_URL: urlOf(database.address) })
  expect(refused).toEqual({
    code: 1,
    printed: '',
    complained: 'The database is not empty, so nothing was done to it.',
  })
  expect((await client.query('select from street')).rowCount).toBe(1)
})
