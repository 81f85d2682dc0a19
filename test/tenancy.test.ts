import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inStreet } from '#app/platform/database/connection.ts'
import { committed, otherStreet, ownDatabase, street } from './database.ts'
import { makeAppointed } from './make.ts'
import { makeDispatch } from './make-talks.ts'
import { visitor } from './visitor.ts'

const database = await ownDatabase()
const theirs = await committed(database, (ctx) => makeDispatch(ctx, 'accepted'), {
  street: otherStreet,
})
const ours = await committed(database, (ctx) => makeAppointed(ctx, 'office'))
const { rows: tables } = await sql<{ name: string }>`
  select table_name as name from information_schema.columns
  where table_schema = 'public' and column_name = 'street_id' and table_name <> 'street'
  order by table_name`.execute(database.kysely)

test('there are tables to look at, and the other street has rows in them', async () => {
  expect(tables.length).toBeGreaterThan(25)
  const orders = await committed(
    database,
    (ctx) => ctx.tx.selectFrom('talkOrder').select('id').execute(),
    {
      street: otherStreet,
    },
  )
  expect(orders).toEqual([{ id: theirs.order.id }])
})

test.each(tables.map((table) => table.name))(
  'from one street nothing of another shows in %s',
  async (table) => {
    const seen = await inStreet(database, street, async (tx) => {
      const { rows } =
        await sql`select 1 from ${sql.table(table)} where street_id <> ${street}`.execute(tx)
      return rows
    })
    expect(seen).toEqual([])
  },
)

test('without a street there is nothing to see', async () => {
  const { rows } = await sql`select 1 from person`.execute(database.kysely)
  expect(rows).toEqual([])
})

test('a row of another street can’t be written', async () => {
  const write = inStreet(database, street, (tx) =>
    sql`insert into numbering (street_id, kind, last) values (${otherStreet}, 'order', 99)`.execute(
      tx,
    ),
  )
  await expect(write).rejects.toThrow('row-level security')
})

test.each([
  ['an order', `/orders/${theirs.order.id}`],
  ['a talk', `/menu/${theirs.talk.id}`],
  ['a speaker', `/speakers/${theirs.speaker.id}`],
  ['an invitation', `/dispatches/${theirs.dispatch.id}`],
])('%s of another street is not there for our office', async (_, path) => {
  expect((await (await visitor(database, ours)).get(path)).status).toBe(404)
})

test('a sign-in of one street is none in another', async () => {
  const reader = await visitor(database, ours, { street: otherStreet }).catch(
    (error: Error) => error.message,
  )
  expect(reader).toContain('sign_in')
})
