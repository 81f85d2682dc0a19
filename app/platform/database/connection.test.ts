import { expect, test } from 'vitest'
import { ownDatabase, reasonOf, street } from '#test/database.ts'
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
