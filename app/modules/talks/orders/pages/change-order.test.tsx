import { expect, test } from 'vitest'
import { system } from '#app/platform/context.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeOrder, makeOrderInput, makeTalk } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { returnOrder } from '../return-order.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const talk = await makeTalk(ctx)
  const back = await makeOrder({ ...ctx, actor: system }, talk.id, { note: '在二楼' })
  const byOffice = await as(ctx, await makeAppointed(ctx, 'office'))
  await returnOrder(byOffice, { orderId: back.order.id, reason: '请换一个大一点的场地' })
  return {
    ...back,
    waiting: await makeOrder(ctx, talk.id),
    other: await makeOrderInput(ctx, talk.id),
  }
})
const path = `/orders/${made.order.id}/change`

const fields: Record<string, string> = {
  orderId: made.order.id,
  talkId: made.input.talkId,
  unitId: made.input.unitId,
  venueId: made.input.venueId,
  audience: made.input.audience,
  language: made.input.language,
  headCount: '15',
  note: '改到一楼',
  'times.0.date': '2022-02-10',
  'times.0.from': '14:00',
  'times.1.date': '',
  'times.1.from': '',
}

test('an order that came back is there with the answer and what was typed, and is placed again', async () => {
  const organiser = await visitor(database, made.organiser)
  const { html } = await organiser.get(path)
  expect(textOf(html)).toContain('请换一个大一点的场地')
  expect(html).toContain('在二楼')
  expect(html).toContain('value="2022-01-20"')
  const past = await organiser.post(`${path}?do=submit`, {
    ...fields,
    'times.0.date': '2022-01-03',
  })
  expect([past.status, past.html.includes('改到一楼')]).toEqual([422, true])
  expect((await organiser.post(`${path}?do=keep`, fields)).location).toContain('order.drafted')
  expect((await organiser.post(`${path}?do=submit`, fields)).location).toContain('order.placed')
  const order = textOf((await organiser.get(`/orders/${made.order.id}`)).html)
  expect(order).toContain('等待审核')
  expect(order).toContain('改到一楼')
})

test('an order that is under way can’t be changed, and the page says where it stands', async () => {
  const organiser = await visitor(database, made.waiting.organiser)
  const { html } = await organiser.get(`/orders/${made.waiting.order.id}/change`)
  expect(html).not.toContain('name="headCount"')
  expect(textOf(html)).toContain('这一单已经审核，正在等待派单')
})

test('another branch does not see it', async () => {
  const stranger = await visitor(database, made.other.organiser)
  expect((await stranger.get(path)).status).toBe(403)
  expect((await stranger.post(`${path}?do=keep`, fields)).status).toBe(403)
})
