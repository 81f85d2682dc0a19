import { expect, test } from 'vitest'
import { signLink } from '#app/platform/signing.ts'
import { readSheet } from '#app/platform/spreadsheet.ts'
import { day, later } from '#app/platform/time.ts'
import { committed, ownDatabase, testNow } from '#test/database.ts'
import { makePerson } from '#test/make.ts'
import { makeHeld } from '#test/make-reviews.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { callBacks, reviewing } from '../queries.ts'

const database = await ownDatabase()

// The talks of the tests are given on 20 January.
const now = new Date('2022-01-21T10:00:00+08:00')

async function held() {
  return committed(database, async (ctx) => {
    const made = await makeHeld(ctx)
    const token = await signLink(ctx, reviewing, made.order.id, later(now, 30 * day))
    return { ...made, path: `/v/${token}` }
  })
}

test('by the link a unit says once how it was, with nothing chosen beforehand', async () => {
  const { path, branch, organiser } = await held()
  const phone = await visitor(database, null, { now })
  const { html } = await phone.get(path)
  expect(html).not.toContain('checked')
  expect(textOf(html)).toContain(`替${branch.name}评`)
  expect(html).not.toContain(organiser.name)
  const empty = await phone.post(`${path}?do=give`, { words: '还行' })
  expect([empty.status, empty.html.includes('还行')]).toEqual([422, true])
  const given = await phone.post(`${path}?do=give`, { level: '4', asOrdered: 'yes', words: '还行' })
  expect([given.status, given.location]).toEqual([303, path])
  expect(textOf((await phone.get(path)).html)).toContain('评价已经收到，谢谢')
  const again = await phone.post(`${path}?do=give`, { level: '1', asOrdered: 'no', words: '' })
  expect([again.status, textOf(again.html).includes('评价已经收到，谢谢')]).toEqual([409, true])
  const late = await visitor(database, null, { now: later(now, 31 * day) })
  expect(textOf((await late.get((await held()).path)).html)).toContain('这个链接已经过期')
  expect((await phone.get('/v/nonsense')).status).toBe(404)
})

test('the office finds whom to call, notes the call, and keeps the list as a file', async () => {
  const { order, branch, organiser, office } = await held()
  const unit = await visitor(database, organiser, { now })
  expect(textOf((await unit.get('/reviews')).html)).toContain('还没有评的')
  const review = { orderId: order.id, unitId: branch.id, way: 'page', words: '太长了' }
  const sent = await unit.post(`/orders/${order.id}/review?do=give`, {
    ...review,
    level: '2',
    asOrdered: 'partly',
  })
  expect(sent.location).toBe('/reviews?done=review.given')
  const desk = await visitor(database, office, { now })
  const seen = textOf((await desk.get('/reviews')).html)
  for (const said of ['要回的电话', branch.name, '太长了', '不太好', '等回电'])
    expect(seen).toContain(said)
  const [waiting] = await committed(database, callBacks)
  const note = '下次讲短一点'
  await desk.post('/reviews?do=call', { reviewId: waiting!.id, note })
  const { html } = await desk.get('/reviews')
  expect(textOf(html)).toContain(note)
  const [, href] = /class="table-file" href="([^"]*)"/.exec(html)!
  const rows = await readSheet((await desk.get(href!.replaceAll('&amp;', '&'))).bytes, {
    mostRows: 1000,
  })
  expect(rows.some(({ fields }) => fields.includes('太长了'))).toBe(true)
})

test('the pages of reviews are for who had the talk, and for the office', async () => {
  const { order } = await held()
  const member = await committed(database, (ctx) => makePerson(ctx))
  const browser = await visitor(database, member, { now: testNow })
  for (const path of ['/reviews', `/orders/${order.id}/review`, `/orders/${order.id}/review/print`])
    expect((await browser.get(path)).status).toBe(403)
})
