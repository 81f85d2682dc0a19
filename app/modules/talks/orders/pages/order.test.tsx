import { expect, test } from 'vitest'
import { committed, ownDatabase, queriesDuring } from '#test/database.ts'
import { makeAppointed } from '#test/make.ts'
import { makeDispatch, makeOrder, makeOrderInput, makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const dispatched = await makeDispatch(ctx, 'proposed')
  const open = await makeOrder(ctx, dispatched.talk.id)
  const stranger = await makeOrderInput(ctx, dispatched.talk.id)
  return { ...dispatched, open, stranger }
})

function orderForm(input: (typeof made)['input']): Record<string, string> {
  return {
    talkId: input.talkId,
    unitId: input.unitId,
    venueId: input.venueId,
    audience: input.audience,
    language: input.language,
    headCount: String(input.headCount),
    note: '请讲慢一点',
    'times.0.date': '2022-02-10',
    'times.0.from': '14:00',
    'times.1.date': '',
    'times.1.from': '',
  }
}

test('a branch’s organiser orders from the form, and sending it twice makes one order', async () => {
  const organiser = await visitor(database, made.stranger.organiser)
  const path = `/menu/${made.talk.id}/order`
  expect((await organiser.get(path)).status).toBe(200)
  const form = { ...orderForm(made.stranger.input), _key: 'one-press' }
  const first = await organiser.post(`${path}?do=order`, form)
  const second = await organiser.post(`${path}?do=order`, form)
  expect(first.status).toBe(303)
  expect(second.location).toBe(first.location)
  expect(textOf((await organiser.get(first.location!)).html)).toContain('请讲慢一点')
})

test('an order that is refused says why and keeps what was typed', async () => {
  const organiser = await visitor(database, made.stranger.organiser)
  const form = { ...orderForm(made.stranger.input), headCount: '400' }
  const { status, html } = await organiser.post(`/menu/${made.talk.id}/order?do=order`, form)
  expect(status).toBe(409)
  expect(textOf(html)).toContain('这个场地坐不下这么多人')
  expect(html).toContain('value="400"')
  expect(html).toContain('请讲慢一点')
})

test('a day that is over is said at its field, with what was typed', async () => {
  const organiser = await visitor(database, made.stranger.organiser)
  const form = { ...orderForm(made.stranger.input), 'times.0.date': '2022-01-03' }
  for (const button of ['order', 'draft']) {
    const { status, html } = await organiser.post(`/menu/${made.talk.id}/order?do=${button}`, form)
    expect(status).toBe(422)
    const [field] = /<fieldset class="field span wrong"[\s\S]*?<\/fieldset>/.exec(html)!
    expect(textOf(field)).toContain('有一个时间已经过去，请改到以后。')
    expect(field).toContain('value="2022-01-03"')
  }
})

test('the form says when holidays are, and an order for one of their days says so too', async () => {
  const day = { name: '春节', nameEn: 'Spring Festival', kind: 'off', source: 'hand' } as const
  const days = ['2022-01-31', '2022-02-01'].map((date) => ({ ...day, day: date }))
  await committed(database, (ctx) =>
    ctx.tx
      .insertInto('holiday')
      .values(days)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  const organiser = await visitor(database, made.stranger.organiser)
  const path = `/menu/${made.talk.id}/order`
  expect(textOf((await organiser.get(path)).html)).toContain('少有宣讲人能来：春节（1月31日')
  const form = { ...orderForm(made.stranger.input), 'times.0.date': '2022-02-01' }
  const { location } = await organiser.post(`${path}?do=order`, form)
  expect(textOf((await organiser.get(location!)).html)).toMatch(/2月1日 周二 14:00–15:00 放假/)
})

test('an order with a field that is none is refused', async () => {
  const organiser = await visitor(database, made.stranger.organiser)
  const form = { ...orderForm(made.stranger.input), status: 'accepted' }
  expect((await organiser.post(`/menu/${made.talk.id}/order?do=order`, form)).status).toBe(422)
})

test('the office dispatches an order from its page', async () => {
  const office = await visitor(database, made.office)
  const path = `/orders/${made.open.order.id}`
  const words = textOf((await office.get(path)).html)
  expect(words).toContain('派给宣讲人')
  // The speaker is promised elsewhere at the first time, and the page says so.
  expect(words).toContain('这位宣讲人这个时间已经有安排了')
  const form = {
    orderId: made.open.order.id,
    speakerId: made.speaker.id,
    start: '2022-01-20T14:00',
  }
  const refused = await office.post(`${path}?do=dispatch`, form)
  expect([refused.status, textOf(refused.html).includes('这位宣讲人这个时间已经有安排了')]).toEqual(
    [409, true],
  )
  expect(
    (await office.post(`${path}?do=dispatch`, { ...form, start: '2022-01-21T09:00' })).status,
  ).toBe(303)
})

test('an order is seen by those who run its unit, and by nobody else', async () => {
  const path = `/orders/${made.order.id}`
  expect((await (await visitor(database, made.organiser)).get(path)).status).toBe(200)
  expect((await (await visitor(database, made.stranger.organiser)).get(path)).status).toBe(403)
  expect((await (await visitor(database, null)).get(path)).location).toContain('/sign-in?from=')
})

test('the speaker accepts on the phone; before that no phone number is shown', async () => {
  const speaker = await visitor(database, { id: made.speaker.personId })
  const path = `/dispatches/${made.dispatch.id}`
  const before = await speaker.get(path)
  const entry = `/speakers/${made.speaker.id}`
  expect(before.html).toContain(`href="${entry}/times"`)
  expect((await speaker.get(entry)).status).toBe(200)
  expect([before.status, before.html.includes('tel:')]).toEqual([200, false])
  const going = await speaker.post(`${path}?do=accept`, { dispatchId: made.dispatch.id })
  expect(going.location).toBe(`${path}?done=dispatch.accepted`)
  const after = await speaker.get(going.location!)
  expect([textOf(after.html).includes('已接单，谢谢您'), after.html.includes('tel:')]).toEqual([
    true,
    false,
  ])
  await speaker.post(`${path}?do=contact`, { dispatchId: made.dispatch.id })
  expect((await speaker.get(path)).html).toContain('tel:')
})

test('who ordered opens the speaker’s number on the order’s page, once it is agreed', async () => {
  const organiser = await visitor(database, made.organiser)
  const path = `/orders/${made.order.id}`
  expect((await organiser.get(path)).html).not.toContain('tel:')
  expect((await organiser.get(path)).html).not.toContain(`/dispatches/${made.dispatch.id}`)
  await organiser.post(`${path}?do=contact`, { dispatchId: made.dispatch.id })
  expect((await organiser.get(path)).html).toContain('tel:')
})

test('a list of thirty orders takes no more queries than a list of one', async () => {
  const queries: number[] = []
  for (const count of [1, 30]) {
    const own = await ownDatabase()
    const office = await committed(own, async (ctx) => {
      const talk = await makeTalk(ctx, [await makeSpeaker(ctx)])
      for (let at = 0; at < count; at += 1) await makeOrder(ctx, talk.id)
      return makeAppointed(ctx, 'office')
    })
    const reader = await visitor(own, office)
    await reader.get('/orders')
    queries.push(await queriesDuring(() => reader.get('/orders')))
  }
  expect(queries[1]).toBe(queries[0])
})
