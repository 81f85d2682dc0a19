import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.ts'
import { day, later } from '#app/platform/time.ts'
import { committed, ownDatabase, street } from '#test/database.ts'
import { makePerson } from '#test/make.ts'
import { hearth, urlOf } from '#test/operator.ts'

const database = await ownDatabase()
const env = { DATABASE_URL: urlOf(database.address) }
const old = later(new Date(), -400 * day)

test('a dry run says what would go and leaves it; a run takes it', async () => {
  await committed(database, async (ctx) => {
    const { id: personId } = await makePerson(ctx)
    const row = { streetId: ctx.street, id: newId(), personId, tokenHash: Buffer.alloc(32) }
    const times = { madeAt: old, seenAt: old, expiresAt: old }
    await ctx.tx
      .insertInto('signIn')
      .values({ ...row, device: '', ...times })
      .execute()
  })
  const line = `sign_in: 1 row older than 30 days, the oldest of ${old.toISOString().slice(0, 10)}`
  const dry = ['retention', String(street), '--dry-run']
  const told = `${line}\n1 row would go; nothing was changed.`
  const go = ['retention', String(street)]
  expect(await hearth(dry, env)).toEqual({ code: 0, printed: told, complained: '' })
  expect(await hearth(dry, env)).toEqual({ code: 0, printed: told, complained: '' })
  expect((await hearth(go, env)).printed).toBe(`${line}\n1 row taken away.`)
  expect((await hearth(dry, env)).printed).toBe('0 rows would go; nothing was changed.')
})

test('a street that is not open is named', async () => {
  const { code, complained } = await hearth(['retention', '320613099'], env)
  expect([code, complained]).toEqual([1, 'There is no street with the code 320613099.'])
})
