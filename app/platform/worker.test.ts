import { pino } from 'pino'
import { expect, test } from 'vitest'
import { committed, otherStreet, ownDatabase, street, testNow } from '#test/database.ts'
import { record } from './facts.ts'
import { newId } from './ids.ts'
import { later, minute } from './time.ts'
import { deliverWaiting, type Journey, startWorker } from './worker.ts'

const log = pino({ level: 'silent' })
const database = await ownDatabase()

/** A journey whose reactions are written down, in place of the product's own. */
function noting(names: string[], fail: () => boolean = () => false): Journey {
  return {
    'thing.happened': [
      async (ctx, fact) => {
        // A row of its own shows whether a failed reaction leaves anything behind.
        await ctx.tx
          .insertInto('numbering')
          .values({ streetId: ctx.street, kind: fact.id, last: 1 })
          .execute()
        if (fail()) throw new Error('the reaction broke')
        names.push(`${ctx.street} ${fact.name}`)
      },
    ],
  }
}

async function happen(inStreet = street, name = 'thing.happened'): Promise<string> {
  const subject = newId()
  await committed(database, (ctx) => record(ctx, name, subject), { street: inStreet })
  return subject
}

async function factsOf(subject: string, inStreet = street) {
  return committed(
    database,
    (ctx) =>
      ctx.tx
        .selectFrom('fact')
        .select(['deliveredAt', 'attempts', 'nextTryAt', 'lastError'])
        .where('subjectId', '=', subject)
        .execute(),
    { street: inStreet },
  )
}

test('facts of every street are delivered once, in their own street', async () => {
  const names: string[] = []
  await happen()
  await happen(otherStreet)
  const delivery = { database, journey: noting(names), clock: () => testNow, log }
  expect(await deliverWaiting(delivery)).toBe(2)
  expect(await deliverWaiting(delivery)).toBe(0)
  expect(names.toSorted((a, b) => a.localeCompare(b))).toEqual([
    `${otherStreet} thing.happened`,
    `${street} thing.happened`,
  ])
})

test('a fact that nothing follows from is marked and left', async () => {
  const subject = await happen(street, 'nothing.follows')
  await deliverWaiting({ database, journey: {}, clock: () => testNow, log })
  expect((await factsOf(subject))[0]?.deliveredAt).toEqual(testNow)
})

test('a reaction that breaks leaves nothing behind, is put off and then done once', async () => {
  const names: string[] = []
  let broken = true
  const subject = await happen()
  const journey = noting(names, () => broken)
  await deliverWaiting({ database, journey, clock: () => testNow, log })
  expect(await factsOf(subject)).toEqual([
    {
      deliveredAt: null,
      attempts: 1,
      nextTryAt: later(testNow, minute),
      lastError: 'Error: the reaction broke',
    },
  ])
  broken = false
  expect(await deliverWaiting({ database, journey, clock: () => testNow, log })).toBe(0)
  const soon = later(testNow, 2 * minute)
  expect(await deliverWaiting({ database, journey, clock: () => soon, log })).toBe(1)
  expect(names).toEqual([`${street} thing.happened`])
})

test('two workers at once deliver each fact once', async () => {
  const names: string[] = []
  for (let count = 0; count < 20; count += 1) await happen()
  const delivery = { database, journey: noting(names), clock: () => testNow, log }
  const delivered = await Promise.all([deliverWaiting(delivery), deliverWaiting(delivery)])
  expect([delivered[0] + delivered[1], names.length]).toEqual([20, 20])
})

test('a running worker delivers a fact as soon as its command commits', async () => {
  const names: string[] = []
  const worker = startWorker({ database, journey: noting(names), clock: () => testNow, log })
  try {
    await happen()
    await expect.poll(() => names, { timeout: 10_000 }).toEqual([`${street} thing.happened`])
  } finally {
    await worker.stop()
  }
})
