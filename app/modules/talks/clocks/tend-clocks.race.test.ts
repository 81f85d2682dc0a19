import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { makeOrderInput, makeTalk } from '#test/make-talks.ts'
import { orderTalk } from '../orders/order-talk.ts'
import { followOrder } from './follow-order.ts'
import { clockOf } from './queries.ts'
import { tendClocks } from './tend-clocks.ts'

// Without a look at what is noted already each round reminds of its own.
test('four rounds at once remind once', async () => {
  const database = await ownDatabase()
  const at = await committed(database, async (ctx) => {
    const day = { day: '2022-01-31', name: '春节', nameEn: 'Spring Festival' }
    const announced = { ...day, kind: 'off' as const, source: 'hand' as const }
    await ctx.tx
      .insertInto('holiday')
      .values(announced)
      .onConflict((on) => on.doNothing())
      .execute()
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const { id: orderId } = await orderTalk(byOrganiser, input)
    await followOrder(ctx, { orderId })
    return (await clockOf(ctx, orderId))!.remindAt!
  })
  const round = () => committed(database, (ctx) => tendClocks({ ...ctx, now: at }))
  await Promise.all([round(), round(), round(), round()])
  const reminders = await committed(database, (ctx) =>
    ctx.tx.selectFrom('fact').select('id').where('name', '=', 'clock.reminded').execute(),
  )
  expect(reminders).toHaveLength(1)
})
