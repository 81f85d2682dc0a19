import { expect, test } from 'vitest'
import { committed, ownDatabase, reasonOf } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeDispatch, makeOrder, makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { withdrawOrder } from '../orders/withdraw-order.ts'
import { acceptDispatch } from './accept-dispatch.ts'
import { dispatchOrder } from './dispatch-order.ts'
import { findDispatch } from './queries.ts'

const first = '2022-01-20T14:00'

// Without speaker_taken all four succeed (tried by dropping the constraint).
test('four dispatches of one speaker to one hour, at once: one holds', async () => {
  const database = await ownDatabase()
  const { office, speaker, orders } = await committed(database, async (ctx) => {
    const asked = await makeSpeaker(ctx)
    const talk = await makeTalk(ctx, [asked])
    const placed = []
    for (let count = 0; count < 4; count += 1) placed.push((await makeOrder(ctx, talk.id)).order)
    return { office: await makeAppointed(ctx, 'office'), speaker: asked, orders: placed }
  })
  const outcomes = await Promise.all(
    orders.map((order) =>
      committed(database, async (ctx) =>
        dispatchOrder(await as(ctx, office), {
          orderId: order.id,
          speakerId: speaker.id,
          start: first,
        }),
      ).then(() => 'asked', reasonOf),
    ),
  )
  expect(outcomes.toSorted()).toEqual(['asked', 'speaker_taken', 'speaker_taken', 'speaker_taken'])
})

// Without the order's lock both office workers pass the rule; dispatch_of_order then holds the line.
test('two office workers dispatch one order at once: one holds', async () => {
  const database = await ownDatabase()
  const made = await committed(database, async (ctx) => {
    const speakers = [await makeSpeaker(ctx), await makeSpeaker(ctx)]
    const { order } = await makeOrder(ctx, (await makeTalk(ctx, speakers)).id)
    return { speakers, order, office: await makeAppointed(ctx, 'office') }
  })
  const outcomes = await Promise.all(
    made.speakers.map((speaker) =>
      committed(database, async (ctx) =>
        dispatchOrder(await as(ctx, made.office), {
          orderId: made.order.id,
          speakerId: speaker.id,
          start: first,
        }),
      ).then(() => 'asked', reasonOf),
    ),
  )
  expect(outcomes.toSorted()).toEqual(['asked', 'order.alreadyDispatched'])
})

// Without the order's lock the speaker accepts what the branch has just withdrawn.
test('accepting and withdrawing at once leaves one clear answer', async () => {
  const database = await ownDatabase()
  const made = await committed(database, (ctx) => makeDispatch(ctx, 'proposed'))
  const speaker = { id: made.speaker.personId }
  const outcomes = await Promise.all([
    committed(database, async (ctx) =>
      acceptDispatch(await as(ctx, speaker), { dispatchId: made.dispatch.id }),
    ).then(() => 'accepted', reasonOf),
    committed(database, async (ctx) =>
      withdrawOrder(await as(ctx, made.organiser), { orderId: made.order.id, reason: '' }),
    ).then(() => 'withdrawn', reasonOf),
  ])
  expect(outcomes[1]).toBe('withdrawn')
  const status = await committed(
    database,
    async (ctx) => (await findDispatch(ctx, made.dispatch.id))!.status,
  )
  expect(status).toBe('withdrawn')
})
