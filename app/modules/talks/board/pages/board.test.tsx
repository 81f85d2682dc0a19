import { expect, test } from 'vitest'
import { startPlan } from '#app/modules/talks/planning/start-plan.ts'
import type { Context } from '#app/platform/context.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { committed, ownDatabase, queriesDuring } from '#test/database.ts'
import { makeAppointed } from '#test/make.ts'
import { makePlan, makeSmallStreet, solveNow } from '#test/make-plans.ts'
import { makeOrder, makeOrderInput, makeSeason, makeTalk } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { orderTalk } from '../../orders/order-talk.ts'

/** A street with a plan that is ready, and its office before the pages. */
async function planned(more: (ctx: Context) => Promise<void> = async () => {}) {
  const database = await ownDatabase()
  const made = await committed(database, async (ctx) => {
    const plan = await makePlan(ctx)
    await more(ctx)
    return plan
  })
  return { ...made, database, browser: await visitor(database, made.office) }
}

async function placed(database: Database, planId: string) {
  return committed(database, (ctx) =>
    ctx.tx
      .selectFrom('planOrder')
      .select(['orderId', 'speakerId', 'venueId', 'locked', 'during'])
      .where('planId', '=', planId)
      .orderBy('orderId')
      .execute(),
  )
}

test('the board says when there is nothing to do, and shows nothing to others', async () => {
  const database = await ownDatabase()
  const [office, organiser] = await committed(database, async (ctx) => {
    await makeSeason(ctx)
    return [await makeAppointed(ctx, 'office'), await makeAppointed(ctx, 'organiser')]
  })
  const own = await visitor(database, office!)
  expect(textOf((await own.get('/dispatch')).html)).toContain('现在没有等着的单子')
  expect(textOf((await own.get('/dispatch/plans')).html)).toContain('现在没有等着的单子')
  const other = await visitor(database, organiser!)
  expect((await other.get('/dispatch')).status).toBe(403)
  expect((await other.get('/dispatch/plans')).status).toBe(403)
})

test('the office vets an order on the board and opens it to speakers', async () => {
  const database = await ownDatabase()
  const { office, id } = await committed(database, async (ctx) => {
    const talk = await makeTalk(ctx)
    const { byOrganiser, input } = await makeOrderInput(ctx, talk.id)
    const order = await orderTalk(byOrganiser, input)
    return { office: await makeAppointed(ctx, 'office'), id: order.id }
  })
  const browser = await visitor(database, office)
  expect(textOf((await browser.get('/dispatch')).html)).toContain('1 等您审核')
  expect((await browser.post('/dispatch?do=vet', { orderId: id })).status).toBe(303)
  expect(textOf((await browser.get('/dispatch')).html)).toContain('1 等宣讲人')
  expect((await browser.post('/dispatch?do=open', { orderId: id })).status).toBe(303)
  const again = await browser.post('/dispatch?do=open', { orderId: id })
  expect([again.status, textOf(again.html).includes('宣讲人可以认领')]).toEqual([409, true])
})

test('a plan is asked for, and its page waits until it is ready', async () => {
  const database = await ownDatabase()
  const { office } = await committed(database, makeSmallStreet)
  const browser = await visitor(database, office)
  const { location } = await browser.post('/dispatch/plans?do=start', {})
  const path = location!.split('?')[0]!
  const waiting = await browser.get(path)
  expect([
    waiting.html.includes('data-solving'),
    textOf(waiting.html).includes('看看好了没有'),
  ]).toEqual([true, true])
  await committed(database, (ctx) => solveNow(ctx, path.split('/').pop()!))
  const ready = await browser.get(path)
  expect(ready.html).not.toContain('data-solving')
  expect(textOf(ready.html)).toContain('已经证明：没有比这更好的排法')
  expect(textOf((await browser.get('/dispatch')).html)).toContain('单里排上')
})

test('an order that can’t be served says why and what would help', async () => {
  const { browser, plan, orders, database } = await planned()
  const rows = await placed(database, plan.id)
  const unserved = rows.filter(({ speakerId }) => speakerId === null).length
  expect(unserved).toBe(orders.length - 2)
  const { html } = await browser.get(`/dispatch/plans/${plan.id}`)
  const words = textOf(html)
  expect(words).toContain('2 / 3')
  expect(words).toContain('这样就排得上')
  expect(words).toContain('多一位能用南通话给老年人讲')
})

test('a change by hand is tried before it is saved, and stays', async () => {
  const { browser, plan, database, bo } = await planned()
  const [row] = (await placed(database, plan.id)).filter(({ speakerId }) => speakerId === null)
  const path = `/dispatch/plans/${plan.id}/orders/${row!.orderId}`
  const place = { speakerId: bo.id, day: '2022-01-21', from: '09:00' }
  const asked = await browser.get(`${path}?${new URLSearchParams(place)}`)
  const verdict = textOf(asked.html)
  expect(verdict).toContain('这样会碰到')
  expect(verdict).toContain('支部没有提过这个时间或这个场地')
  expect(verdict).toContain('多排上 1 单')
  expect((await placed(database, plan.id)).filter(({ locked }) => locked)).toEqual([])
  const [, venueId] = /name="venueId" value="([^"]*)"/.exec(asked.html)!
  const form = { planId: plan.id, orderId: row!.orderId, venueId: venueId!, ...place }
  const saved = await browser.post(`${path}?do=move`, form)
  expect(saved.location).toBe(`/dispatch/plans/${plan.id}?done=plan.moved`)
  const kept = (await placed(database, plan.id)).find(({ orderId }) => orderId === row!.orderId)!
  expect([kept.speakerId, kept.locked]).toEqual([bo.id, true])
  expect(textOf((await browser.get(`/dispatch/plans/${plan.id}`)).html)).toContain('已固定')
  expect(textOf((await browser.get(path)).html)).toContain('这一单是亲手排的')
  const here = { planId: plan.id, orderId: row!.orderId }
  expect((await browser.post(`${path}?do=unlock`, here)).status).toBe(303)
  expect((await browser.post(`${path}?do=takeOut`, here)).status).toBe(303)
})

test('publishing is asked twice, and then speakers are asked', async () => {
  const { browser, plan } = await planned()
  const path = `/dispatch/plans/${plan.id}/publish`
  const words = textOf((await browser.get(path)).html)
  expect(words).toContain('会有 2 位宣讲人收到 2 个邀请')
  expect(words).toContain('新排上 2 单')
  const { location } = await browser.post(`${path}?do=publish`, { planId: plan.id })
  expect(location).toBe(`/dispatch/plans/${plan.id}?done=plan.published`)
  const board = textOf((await browser.get('/dispatch')).html)
  expect(board).toContain('2 等宣讲人答复')
  expect(board).toContain('等答复')
  const again = await browser.post(`${path}?do=publish`, { planId: plan.id })
  expect([again.status, textOf(again.html).includes('已经发布')]).toEqual([409, true])
})

test('what a hand put against a rule is said before publishing, and asked all the same', async () => {
  const { browser, plan, database, bo } = await planned()
  const [row] = (await placed(database, plan.id)).filter(({ speakerId }) => speakerId === null)
  const [served] = (await placed(database, plan.id)).filter(({ speakerId }) => speakerId === bo.id)
  const here = `/dispatch/plans/${plan.id}`
  const move = {
    planId: plan.id,
    orderId: row!.orderId,
    speakerId: bo.id,
    venueId: served!.venueId!,
  }
  const form = { ...move, day: '2022-01-21', from: '09:00' }
  await browser.post(`${here}/orders/${row!.orderId}?do=move`, form)
  const warned = textOf((await browser.get(`${here}/publish`)).html)
  expect(warned).toContain('有 1 单是亲手排的，碰到了规矩')
  expect(warned).toContain('支部没有提过这个时间或这个场地')
  expect(warned).toContain('多排上 1 单')
  const published = await browser.post(`${here}/publish?do=publish`, { planId: plan.id })
  expect(published.status).toBe(303)
  expect(textOf((await browser.get('/dispatch')).html)).toContain('3 等宣讲人答复')
  const order = textOf((await browser.get(`/orders/${row!.orderId}`)).html)
  expect(order).toContain('定在')
  expect(order).toContain('是街道定的')
})

test('what came since is fitted into the published plan, and what is promised stays', async () => {
  const { browser, plan, database } = await planned()
  const here = `/dispatch/plans/${plan.id}`
  expect(textOf((await browser.get(here)).html)).not.toContain('把新来的排进去')
  await browser.post(`${here}/publish?do=publish`, { planId: plan.id })
  expect(textOf((await browser.get(here)).html)).toContain('把新来的排进去')
  const { location } = await browser.post(`${here}?do=heal`, {})
  const healed = /plans\/([^?]*)/.exec(location!)![1]!
  await committed(database, (ctx) => solveNow(ctx, healed))
  const { html } = await browser.get(`/dispatch/plans/${healed}/compare/${plan.id}`)
  expect(textOf(html)).toContain('没有不一样的地方')
})

test('what if somebody can’t come is asked of a plan, and the two are compared', async () => {
  const { browser, plan, ann, database } = await planned()
  const form = {
    fromId: plan.id,
    name: '假如少一位',
    withoutSpeakerIds: ann.id,
    'days.0.day': '',
    'days.0.speakerId': '',
    'days.0.orderId': '',
    'pairs.0.orderId': '',
    'pairs.0.speakerId': '',
  }
  expect((await browser.get(`/dispatch/plans/new?from=${plan.id}`)).status).toBe(200)
  const { location } = await browser.post('/dispatch/plans/new?do=start', form)
  const other = /plans\/([^?]*)/.exec(location!)![1]!
  await committed(database, (ctx) => solveNow(ctx, other))
  const { html } = await browser.get(`/dispatch/plans/${other}/compare/${plan.id}`)
  const words = textOf(html)
  expect(words).toContain('不排了 1 单')
  expect(words).toContain('计划 2：假如少一位')
  expect(
    (await browser.post(`/dispatch/plans/${other}?do=discard`, { planId: other })).status,
  ).toBe(303)
  expect(textOf((await browser.get('/dispatch/plans')).html)).toContain('已作废')
})

test('a week is looked at by venue, two weeks at a time, with the empty lines too', async () => {
  const { browser, plan } = await planned()
  const path = `/dispatch/plans/${plan.id}`
  const { html } = await browser.get(`${path}?by=venue&from=2022-01-19&weeks=2&lanes=all`)
  expect(html.match(/data-day="2022-01-\d\d"/g)).toHaveLength(14)
  expect(html).toContain('data-lane-name="venueId"')
  expect(html.match(/<tr data-lane=/g)).toHaveLength(3)
})

test('a plan of many orders takes no more queries than one of few', async () => {
  const queries: number[][] = []
  for (const count of [1, 12]) {
    const database = await ownDatabase()
    const { office, plan } = await committed(database, async (ctx) => {
      const made = await makeSmallStreet(ctx)
      for (let at = 0; at < count; at++) await makeOrder(ctx, made.talk.id)
      const started = await startPlan(made.byOffice, {})
      await solveNow(ctx, started.id)
      return { ...made, plan: started }
    })
    const browser = await visitor(database, office)
    const pages = ['/dispatch', '/dispatch/plans', `/dispatch/plans/${plan.id}`]
    const counted: number[] = []
    for (const path of pages) {
      await browser.get(path)
      counted.push(await queriesDuring(() => browser.get(path)))
    }
    queries.push(counted)
  }
  expect(queries[1]).toEqual(queries[0])
})
