import { expect, test } from 'vitest'
import { historyOf } from '#app/modules/people/queries.ts'
import { type Context, system } from '#app/platform/context.ts'
import { instantAt } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { makeDispatch, makeOrder, makeOrderInput, makeTalk } from '#test/make-talks.ts'
import { endDispatch } from '../dispatches/end-dispatch.ts'
import { findDispatch } from '../dispatches/queries.ts'
import { maySeeOrder } from './access.ts'
import { changeOrder } from './change-order.ts'
import { closeOrder } from './close-order.ts'
import { closeOrders } from './close-orders.ts'
import { confirmHeld } from './confirm-held.ts'
import { disputeOrder } from './dispute-order.ts'
import { draftOrder } from './draft-order.ts'
import { expireOrders } from './expire-orders.ts'
import { followSession } from './follow-session.ts'
import { openOrder } from './open-order.ts'
import { orderTalk } from './order-talk.ts'
import { findOrder, guestsOf, timesOf } from './queries.ts'
import { refuseOrder } from './refuse-order.ts'
import { reopenOrder } from './reopen-order.ts'
import { reportMissed } from './report-missed.ts'
import { returnOrder } from './return-order.ts'
import { scheduleOrder } from './schedule-order.ts'
import { settleDispute } from './settle-dispute.ts'
import { submitOrder } from './submit-order.ts'
import { vetOrder } from './vet-order.ts'
import { withdrawOrder } from './withdraw-order.ts'

const statusOf = async (ctx: Context, orderId: string) => (await findOrder(ctx, orderId))!.status
const again = [{ date: '2022-02-10', from: '14:00' }]

/** An order just placed, with the office and the branch that ordered. */
async function makePlaced(ctx: Context) {
  const made = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
  const { id: orderId } = await orderTalk(made.byOrganiser, made.input)
  return { ...made, orderId, office: await as(ctx, await makeAppointed(ctx, 'office')) }
}

/** An order whose talk was held. */
async function makeHeld(ctx: Context) {
  const made = await makeDispatch(ctx, 'accepted')
  await followSession({ ...ctx, actor: system }, { dispatchId: made.dispatch.id })
  return { ...made, orderId: made.order.id }
}

test('the office looks an order over, and says how much it presses', () =>
  rolledBack(async (ctx) => {
    const { orderId, office, byOrganiser } = await makePlaced(ctx)
    const vet = (who: Context) => () => vetOrder(who, { orderId, priority: 3 })
    expect(await failureOf(ctx, vet(byOrganiser))).toBe('forbidden')
    await vet(office)()
    const order = (await findOrder(ctx, orderId))!
    expect([order.status, order.priority, order.vettedAt]).toEqual(['vetted', 3, ctx.now])
    expect(await failureOf(ctx, vet(office))).toBe('order.waitsForSpeaker')
  }))

test('an order that came back is changed and placed again, with all that was typed', () =>
  rolledBack(async (ctx) => {
    const { orderId, office, byOrganiser, input } = await makePlaced(ctx)
    await returnOrder(office, { orderId, reason: '请换一个大一点的场地' })
    const order = (await findOrder(ctx, orderId))!
    expect([order.status, order.answer]).toEqual(['returned', '请换一个大一点的场地'])
    expect(await failureOf(ctx, () => vetOrder(office, { orderId, priority: 1 }))).toBe(
      'order.wasReturned',
    )
    await changeOrder(byOrganiser, { ...input, orderId, headCount: 30, times: again })
    await submitOrder(byOrganiser, { orderId })
    const changed = (await findOrder(ctx, orderId))!
    expect([changed.status, changed.headCount, changed.answer]).toEqual(['submitted', 30, ''])
    expect((await timesOf(ctx, orderId)).map(({ during }) => during.start)).toEqual([
      instantAt('2022-02-10', '14:00'),
    ])
    const change = () => changeOrder(byOrganiser, { ...input, orderId })
    expect(await failureOf(ctx, change)).toBe('order.notVettedYet')
  }))

test('an order is not taken on, with the reason for the branch', () =>
  rolledBack(async (ctx) => {
    const { orderId, office, byOrganiser } = await makePlaced(ctx)
    const refuse = (who: Context) => () => refuseOrder(who, { orderId, reason: '本季讲满了' })
    expect(await failureOf(ctx, refuse(byOrganiser))).toBe('forbidden')
    await refuse(office)()
    expect(await statusOf(ctx, orderId)).toBe('refused')
    const withdraw = () => withdrawOrder(byOrganiser, { orderId, reason: '' })
    expect(await failureOf(ctx, withdraw)).toBe('order.wasRefused')
  }))

test('a draft is kept until it is placed, and only then weighed', () =>
  rolledBack(async (ctx) => {
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const draft = { ...input, headCount: 400, times: [] }
    const { id: orderId } = await draftOrder(byOrganiser, draft)
    expect(await statusOf(ctx, orderId)).toBe('draft')
    const guest = await makeBranch(ctx)
    const byGuest = await as(ctx, await makeAppointed(ctx, 'organiser', guest.id))
    const seenByGuest = async () =>
      maySeeOrder(byGuest.actor, (await findOrder(ctx, orderId))!, [{ unitId: guest.id }])
    expect(await seenByGuest()).toBe(false)
    const submit = () => submitOrder(byOrganiser, { orderId })
    expect(await failureOf(ctx, submit)).toBe('order.venueTooSmall')
    await changeOrder(byOrganiser, { ...input, orderId })
    await submit()
    expect(await statusOf(ctx, orderId)).toBe('submitted')
    expect(await seenByGuest()).toBe(true)
  }))

test('what the office writes down for a branch needs no look, and is the caller’s', () =>
  rolledBack(async (ctx) => {
    const { input, organiser } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const { id } = await orderTalk(office, { ...input, callerId: organiser.id })
    const order = (await findOrder(ctx, id))!
    expect([order.status, order.placedBy]).toEqual(['vetted', organiser.id])
    const other = await makeAppointed(ctx, 'organiser', (await makeBranch(ctx)).id)
    const wrong = () => orderTalk(office, { ...input, callerId: other.id })
    expect(await failureOf(ctx, wrong)).toBe('order.notOfUnit')
    await withdrawOrder(office, { orderId: id, reason: '' })
    const history = await historyOf(ctx, id)
    expect(history.map(({ name, onBehalfOf }) => [name, onBehalfOf])).toEqual([
      ['order.withdrawn', organiser.name],
      ['order.vetted', null],
      ['order.placed', organiser.name],
    ])
  }))

test('a series is looked over together, and each of its orders lives alone', () =>
  rolledBack(async (ctx) => {
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const first = await orderTalk(byOrganiser, { ...input, weeks: 3 })
    const { seriesId } = (await findOrder(ctx, first.id))!
    const ofSeries = () =>
      ctx.tx
        .selectFrom('talkOrder')
        .select(['id', 'status'])
        .where('seriesId', '=', seriesId)
        .orderBy('number')
        .execute()
    const ids = (await ofSeries()).map(({ id }) => id)
    const starts = []
    for (const id of ids) starts.push((await timesOf(ctx, id))[0]!.during.start)
    expect(starts).toEqual(
      ['2022-01-20', '2022-01-27', '2022-02-03'].map((day) => instantAt(day, '14:00')),
    )
    await withdrawOrder(byOrganiser, { orderId: ids[1]!, reason: '' })
    await vetOrder(await as(ctx, await makeAppointed(ctx, 'office')), {
      orderId: first.id,
      priority: 2,
    })
    expect((await ofSeries()).map(({ status }) => status)).toEqual([
      'vetted',
      'withdrawn',
      'vetted',
    ])
  }))

test('another unit comes along where one may order for both', () =>
  rolledBack(async (ctx) => {
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const guest = { unitId: (await makeBranch(ctx)).id, headCount: 5 }
    const together = { ...input, guests: [guest, null] }
    expect(await failureOf(ctx, () => orderTalk(byOrganiser, together))).toBe('forbidden')
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const { id } = await orderTalk(office, together)
    expect(await guestsOf(ctx, id)).toMatchObject([guest])
  }))

test('who ordered confirms what was held; it closes by itself thirty days after', () =>
  rolledBack(async (ctx) => {
    const { orderId, byOrganiser, bySpeaker } = await makeHeld(ctx)
    const confirm = (who: Context) => () => confirmHeld(who, { orderId })
    expect(await failureOf(ctx, confirm(bySpeaker))).toBe('forbidden')
    await confirm(byOrganiser)()
    expect(await failureOf(ctx, confirm(byOrganiser))).toBe('order.alreadyConfirmed')
    await closeOrders({ ...ctx, now: instantAt('2022-02-19', '14:59') })
    expect(await statusOf(ctx, orderId)).toBe('confirmed')
    await closeOrders({ ...ctx, now: instantAt('2022-02-19', '15:00') })
    expect(await statusOf(ctx, orderId)).toBe('closed')
  }))

test('a dispute is settled as held, or the talk is to be held again at another time', () =>
  rolledBack(async (ctx) => {
    const { orderId, byOrganiser, byOffice, dispatch } = await makeHeld(ctx)
    await disputeOrder(byOrganiser, { orderId, reason: '只讲了十分钟' })
    expect(await statusOf(ctx, orderId)).toBe('disputed')
    const settle = (who: Context, how: 'settleHeld' | 'settleAgain', times = again) =>
      settleDispute(who, { orderId, how, answer: '', times })
    expect(await failureOf(ctx, () => settle(byOrganiser, 'settleHeld'))).toBe('forbidden')
    await settle(byOffice, 'settleHeld')
    expect(await statusOf(ctx, orderId)).toBe('confirmed')
    await disputeOrder(byOrganiser, { orderId, reason: '还是不对' })
    expect(await failureOf(ctx, () => settle(byOffice, 'settleAgain', []))).toBe('order.noTime')
    await settle(byOffice, 'settleAgain')
    expect(await statusOf(ctx, orderId)).toBe('vetted')
    expect((await findDispatch(ctx, dispatch.id))!.status).toBe('withdrawn')
  }))

test('a talk that could not be held frees its speaker and gets another time, or is closed', () =>
  rolledBack(async (ctx) => {
    const { order, byOrganiser, byOffice, dispatch } = await makeDispatch(ctx, 'accepted')
    const orderId = order.id
    await scheduleOrder({ ...ctx, actor: system }, { dispatchId: dispatch.id })
    const miss = (now: Date) => () =>
      reportMissed({ ...byOrganiser, now }, { orderId, reason: '停电' })
    expect(await failureOf(ctx, miss(ctx.now))).toBe('order.notOverYet')
    await miss(instantAt('2022-01-20', '15:00'))()
    expect(await statusOf(ctx, orderId)).toBe('missed')
    expect((await findDispatch(ctx, dispatch.id))!.status).toBe('cancelled')
    const reopen = () => reopenOrder(byOffice, { orderId, times: again })
    await reopen()
    expect(await statusOf(ctx, orderId)).toBe('vetted')
    expect(await failureOf(ctx, reopen)).toBe('order.waitsForSpeaker')
    expect(await failureOf(ctx, () => closeOrder(byOffice, { orderId }))).toBe(
      'order.waitsForSpeaker',
    )
  }))

test('an order whose times have all passed runs out, one that is asked does not', () =>
  rolledBack(async (ctx) => {
    const waiting = await makeOrder(ctx, (await makeTalk(ctx)).id)
    const asked = await makeDispatch(ctx, 'proposed')
    const at = (time: string) => ({ ...ctx, actor: system, now: instantAt('2022-01-21', time) })
    await expireOrders(at('09:59'))
    expect(await statusOf(ctx, waiting.order.id)).toBe('vetted')
    await expireOrders(at('10:00'))
    expect([await statusOf(ctx, waiting.order.id), await statusOf(ctx, asked.order.id)]).toEqual([
      'expired',
      'proposed',
    ])
  }))

test('an order is opened to the speakers by the office alone, and can still come back', () =>
  rolledBack(async (ctx) => {
    const { order, byOrganiser } = await makeOrder(ctx, (await makeTalk(ctx)).id)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const open = (who: Context) => () => openOrder(who, { orderId: order.id })
    expect(await failureOf(ctx, open(byOrganiser))).toBe('forbidden')
    await open(office)()
    expect(await failureOf(ctx, open(office))).toBe('order.isOpen')
    await returnOrder(office, { orderId: order.id, reason: '请写明听众' })
    expect(await statusOf(ctx, order.id)).toBe('returned')
  }))

test('an invitation taken back leaves the order waiting, and a scheduled one is freed', () =>
  rolledBack(async (ctx) => {
    const { order, dispatch, byOffice } = await makeDispatch(ctx, 'accepted')
    await scheduleOrder({ ...ctx, actor: system }, { dispatchId: dispatch.id })
    await endDispatch(byOffice, { dispatchId: dispatch.id, how: 'takenBack', answer: '' })
    expect(await statusOf(ctx, order.id)).toBe('vetted')
  }))
