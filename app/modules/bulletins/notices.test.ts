import { pino } from 'pino'
import { expect, test } from 'vitest'
import { journey } from '#app/journey.ts'
import { deliverWaiting } from '#app/platform/worker.ts'
import { committed, ownDatabase, testNow } from '#test/database.ts'
import { as } from '#test/make.ts'
import { makeBulletin, makePublished, makeReaders } from '#test/make-bulletins.ts'
import { handInBulletin } from './hand-in-bulletin.ts'
import { sendBackBulletin } from './send-back-bulletin.ts'

const database = await ownDatabase()
const deliver = () =>
  deliverWaiting({ database, journey, clock: () => testNow, log: pino({ level: 'silent' }) })

/** Who was told what since, by name of the notice. */
async function told(): Promise<Record<string, string[]>> {
  const rows = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('notice')
      .select(['name', 'personId'])
      .where('streetId', '=', ctx.street)
      .where('name', 'like', 'bulletin.%')
      .execute(),
  )
  const byName = Map.groupBy(rows, ({ name }) => name)
  return Object.fromEntries(
    [...byName].map(([name, notices]) => [name, notices.map((row) => row.personId).toSorted()]),
  )
}

test('whoever is next is told, then who wrote, and at last everyone', async () => {
  const made = await committed(database, async (ctx) => {
    const bulletin = await makeBulletin(ctx)
    const readers = await makeReaders(ctx)
    return { ...bulletin, readers }
  })
  const { first, second, third, proof, publisher } = made.readers
  const office = [first, second, third, publisher].map(({ id }) => id).toSorted()
  const seen = { bulletinId: made.bulletin.id, version: 2 }
  await committed(database, async (ctx) => handInBulletin(await as(ctx, made.correspondent), seen))
  await deliver()
  expect(await told()).toEqual({ 'bulletin.waits': office })
  await committed(database, async (ctx) =>
    sendBackBulletin(await as(ctx, first), { ...seen, step: 'first', words: '写明日子' }),
  )
  await deliver()
  expect((await told())['bulletin.cameBack']).toEqual([made.correspondent.id])
  await committed(database, async (ctx) => {
    const writer = await as(ctx, made.correspondent)
    await makePublished(ctx, { writer, bulletin: made.bulletin }, made.readers)
  })
  await deliver()
  const out = [made.correspondent, first, second, third, proof].map(({ id }) => id).toSorted()
  expect((await told())['bulletin.isOut']).toEqual(out)
})
