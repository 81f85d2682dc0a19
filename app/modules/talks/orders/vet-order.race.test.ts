import { expect, test } from 'vitest'
import { committed, ownDatabase, reasonOf } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeOrderInput, makeTalk } from '#test/make-talks.ts'
import { orderTalk } from './order-talk.ts'
import { vetOrder } from './vet-order.ts'

// Where each locked its own order first, the two waited for each other and one broke off.
test('two who look over two orders of one series at once: one does, the other hears of it', async () => {
  const database = await ownDatabase()
  const made = await committed(database, async (ctx) => {
    const { input, byOrganiser } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    await orderTalk(byOrganiser, { ...input, weeks: 6 })
    const orders = await ctx.tx.selectFrom('talkOrder').select('id').orderBy('id').execute()
    return { orders, office: await makeAppointed(ctx, 'office') }
  })
  const ends = [made.orders[0]!, made.orders[5]!, made.orders[2]!]
  const outcomes = await Promise.all(
    ends.map(({ id }) =>
      committed(database, async (ctx) =>
        vetOrder(await as(ctx, made.office), { orderId: id, priority: 2 }),
      ).then(() => 'vetted', reasonOf),
    ),
  )
  expect(outcomes.toSorted()).toEqual(['order.waitsForSpeaker', 'order.waitsForSpeaker', 'vetted'])
})
