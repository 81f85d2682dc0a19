import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed } from '#test/make.ts'
import { makeOrder, makeTalk } from '#test/make-talks.ts'
import { type Answer, textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const talk = await makeTalk(ctx)
  const orders = []
  for (let at = 0; at < 12; at += 1) orders.push(await makeOrder(ctx, talk.id))
  const member = await makeAppointed(ctx, 'volunteer')
  return { orders, office: await makeAppointed(ctx, 'office'), member }
})
const ids = made.orders.map(({ order }) => order.id)

const linked = ({ html }: Answer, part: string) =>
  [
    ...html
      .split(`id="${part}"`)[1]!
      .split('id="orders"')[0]!
      .matchAll(/orders\/([0-9a-f-]{36})"/g),
  ].map(([, id]) => id)

test('what waits longest comes first, ten at a time, and of all the newest', async () => {
  const office = await visitor(database, made.office)
  const first = await office.get('/orders')
  expect(linked(first, 'waiting')).toEqual(ids.slice(0, 10))
  expect(linked(first, 'orders')).toEqual(ids.toReversed())
  const second = await office.get('/orders?waiting=2')
  expect(linked(second, 'waiting')).toEqual(ids.slice(10))
  expect(textOf(second.html)).toContain('第 2 页，共 2 页 · 共 12 条')
})

test('orders of one state are looked at alone', async () => {
  const office = await visitor(database, made.office)
  const waiting = await office.get('/orders?status=vetted')
  expect(linked(waiting, 'orders')).toEqual(ids.toReversed())
  expect(waiting.html).not.toContain('id="waiting"')
  expect(textOf((await office.get('/orders?status=open')).html)).toContain('这里没有单子')
})

test('a branch sees its own orders, and others none', async () => {
  const [own] = made.orders
  const organiser = await visitor(database, own!.organiser)
  expect(linked(await organiser.get('/orders'), 'orders')).toEqual([own!.order.id])
  const member = await visitor(database, made.member)
  expect((await member.get('/orders')).status).toBe(403)
})
