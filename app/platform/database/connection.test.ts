import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { committed, ownDatabase, reasonOf, street } from '#test/database.ts'
import { authorise, refuseAndKeep, refuseIf } from '../errors.ts'
import { inStreet, type Tx } from './connection.ts'

const database = await ownDatabase()

function count(tx: Tx, kind: string) {
  return tx.insertInto('numbering').values({ streetId: street, kind, last: 1 }).execute()
}

async function kinds(): Promise<string[]> {
  const rows = await inStreet(database, street, (tx) =>
    tx.selectFrom('numbering').select('kind').where('streetId', '=', street).execute(),
  )
  return rows.map((row) => row.kind).toSorted()
}

test.each([
  ['a refusal', () => refuseIf('no'), 'no', []],
  ['a refusal that keeps', () => refuseAndKeep('wrong'), 'wrong', ['a refusal that keeps']],
  ['a lack of permission', () => authorise(false), 'forbidden', ['a refusal that keeps']],
] as const)(
  'after %s is thrown, what was written is kept or not',
  async (kind, fail, reason, kept) => {
    const attempt = inStreet(database, street, async (tx) => {
      await count(tx, kind)
      fail()
    })
    expect(await attempt.catch(reasonOf)).toBe(reason)
    expect(await kinds()).toEqual(kept)
  },
)

test('a connection that the server ends between two statements fails its work and nothing else', async () => {
  const owner = new pg.Client(database.address)
  await owner.connect()
  try {
    const work = inStreet(database, street, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await owner.query('select pg_terminate_backend($1)', [rows[0]!.pid])
      await setTimeout(200)
      await sql`select 1`.execute(tx)
    })
    await expect(work).rejects.toThrow(/terminat|not queryable/)
    const still = await committed(database, async (ctx) =>
      sql<{ one: number }>`select 1 as one`.execute(ctx.tx),
    )
    expect(still.rows).toEqual([{ one: 1 }])
  } finally {
    await owner.end()
  }
})
