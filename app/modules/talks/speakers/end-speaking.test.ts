import { pino } from 'pino'
import { expect, test } from 'vitest'
import { journey } from '#app/journey.ts'
import { deliverWaiting } from '#app/platform/worker.ts'
import { committed, ownDatabase, testNow } from '#test/database.ts'
import { makeDispatch } from '#test/make-talks.ts'
import { findDispatch } from '../dispatches/queries.ts'
import { findOrder } from '../orders/queries.ts'
import { endSpeaking } from './end-speaking.ts'

test.each([
  ['proposed', 'declined'],
  ['accepted', 'cancelled'],
] as const)('who leaves is expected no longer where the invitation was %s', async (was, is) => {
  const database = await ownDatabase()
  const { dispatch, order } = await committed(database, async (ctx) => {
    const made = await makeDispatch(ctx, was)
    await endSpeaking(made.bySpeaker, { speakerId: made.speaker.id })
    return made
  })
  await deliverWaiting({ database, journey, clock: () => testNow, log: pino({ level: 'silent' }) })
  await committed(database, async (ctx) => {
    expect((await findDispatch(ctx, dispatch.id))!.status).toBe(is)
    expect((await findOrder(ctx, order.id))!.status).toBe('vetted')
  })
})
