import { expect, test } from 'vitest'
import { committed, ownDatabase } from './database.ts'
import { makeAppointed, makeStreet } from './make.ts'
import { program, tokenOf } from './program.ts'

const database = await ownDatabase()

test('one request that arrives several times at once is done once and answered alike', async () => {
  const made = await committed(database, async (ctx) => ({
    top: await makeStreet(ctx),
    office: await makeAppointed(ctx, 'office'),
  }))
  const { token } = await tokenOf(database, made.office)
  const office = program(database, token)
  const body = { parentId: made.top.id, kind: 'community', name: '费桥村' }
  const send = () => office.post('/units', body, { 'idempotency-key': 'at-once' })
  const [first, ...others] = await Promise.all([send(), send(), send(), send()])
  expect(first.status).toBe(200)
  for (const other of others) expect([other.status, other.body]).toEqual([200, first.body])
  const rows = await committed(database, (ctx) =>
    ctx.tx.selectFrom('unit').select('id').where('name', '=', body.name).execute(),
  )
  expect(rows).toEqual([{ id: first.body.id }])
})
