import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeOrder, makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { openOrder } from '../../orders/open-order.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const [ann, bo] = [await makeSpeaker(ctx), await makeSpeaker(ctx)]
  const talk = await makeTalk(ctx, [ann, bo])
  const { order, branch, organiser } = await makeOrder(ctx, talk.id)
  await openOrder(await as(ctx, await makeAppointed(ctx, 'office')), { orderId: order.id })
  return { ann, bo, order, branch, organiser }
})
const taking = { orderId: made.order.id, start: '2022-01-20T14:00' }

test('a speaker takes an order up by one tap, and the next one hears that it is gone', async () => {
  const ann = await visitor(database, { id: made.ann.personId })
  const bo = await visitor(database, { id: made.bo.personId })
  const shown = textOf((await ann.get('/open-orders')).html)
  expect(shown).toContain(made.branch.name)
  expect(shown).toContain('接单：1月20日')
  const { location } = await ann.post('/open-orders?do=take', taking)
  expect(location).toMatch(/^\/dispatches\/[^?]*\?done=dispatch.taken$/)
  const late = await bo.post('/open-orders?do=take', taking)
  expect(late.status).toBe(409)
  expect(textOf(late.html)).toContain('现在没有合适您的单子')
})

test('nobody but a speaker sees what is open', async () => {
  const organiser = await visitor(database, made.organiser)
  expect((await organiser.get('/open-orders')).status).toBe(403)
})
