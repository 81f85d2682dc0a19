import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeDispatch, makeOrder, makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { openOrder } from '../orders/open-order.ts'
import { findOrder } from '../orders/queries.ts'
import { setAvailability } from '../speakers/set-availability.ts'
import { cancelSpeaking } from './cancel-speaking.ts'
import { proposeOrders } from './propose-orders.ts'
import { candidatesFor, dispatchesOf, findDispatch, openOrdersFor } from './queries.ts'
import { substituteSpeaker } from './substitute-speaker.ts'
import { takeOpenOrder } from './take-open-order.ts'

const start = '2022-01-20T14:00'

/** An order open to its two speakers. */
async function makeOpen(ctx: Context) {
  const speakers = [await makeSpeaker(ctx), await makeSpeaker(ctx)] as const
  const made = await makeOrder(ctx, (await makeTalk(ctx, speakers)).id)
  const office = await as(ctx, await makeAppointed(ctx, 'office'))
  await openOrder(office, { orderId: made.order.id })
  const [first, second] = speakers.map(({ personId }) => as(ctx, { id: personId }))
  return { ...made, office, speakers, first: await first!, second: await second! }
}

test('a speaker takes an open order up: asked and accepted in one', () =>
  rolledBack(async (ctx) => {
    const { order, first, second, speakers } = await makeOpen(ctx)
    expect((await openOrdersFor(ctx, speakers[0].id)).map(({ id }) => id)).toEqual([order.id])
    const { id } = await takeOpenOrder(first, { orderId: order.id, start })
    const dispatch = (await findDispatch(ctx, id))!
    expect([dispatch.status, dispatch.way, dispatch.speakerId, dispatch.orderStatus]).toEqual([
      'accepted',
      'open',
      speakers[0].id,
      'accepted',
    ])
    const late = () => takeOpenOrder(second, { orderId: order.id, start })
    expect(await failureOf(ctx, late)).toBe('order.speakerComes')
    expect(await openOrdersFor(ctx, speakers[1].id)).toEqual([])
  }))

test('where a similar talk would do, it is the talk of whoever takes the order up', () =>
  rolledBack(async (ctx) => {
    const [own, other] = [await makeSpeaker(ctx), await makeSpeaker(ctx)]
    const [talk, similar] = [await makeTalk(ctx, [own]), await makeTalk(ctx, [other])]
    const { order } = await makeOrder(ctx, talk.id, { takesSimilar: true })
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    await openOrder(office, { orderId: order.id })
    const taker = await as(ctx, { id: other.personId })
    const { id } = await takeOpenOrder(taker, { orderId: order.id, start })
    expect((await findOrder(ctx, order.id))!.talkId).toBe(similar.id)
    const step = () => substituteSpeaker(office, { dispatchId: id, speakerId: own.id })
    expect(await failureOf(ctx, step)).toBe('dispatch.notTheirTalk')
    const { during, venueId } = (await findDispatch(ctx, id))!
    const candidates = await candidatesFor(ctx, order.id, { during, venueId })
    expect(candidates.map((candidate) => candidate.id)).toEqual([other.id])
  }))

test('only speakers take orders up, at the branch’s times and their own', () =>
  rolledBack(async (ctx) => {
    const { order, first, speakers } = await makeOpen(ctx)
    const stranger = await as(ctx, await makePerson(ctx))
    const take = (who: Context, at = start) =>
      failureOf(ctx, () => takeOpenOrder(who, { orderId: order.id, start: at }))
    expect(await take(stranger)).toBe('forbidden')
    expect(await take(first, '2022-01-20T14:30')).toBe('dispatch.notOneOfTheTimes')
    const away = [{ from: '2022-01-20', until: '2022-01-20' }]
    await setAvailability(ctx, { speakerId: speakers[0].id, hours: [], away })
    expect(await take(first)).toBe('dispatch.awayThatDay')
    const [open] = await openOrdersFor(ctx, speakers[0].id)
    expect(open!.starts).toEqual([new Date('2022-01-21T09:00:00+08:00')])
  }))

test('a speaker who can’t come after all leaves the order waiting for another', () =>
  rolledBack(async (ctx) => {
    const { order, dispatch, bySpeaker, byOrganiser } = await makeDispatch(ctx, 'accepted')
    const cancel = (who: Context) => () =>
      cancelSpeaking(who, { dispatchId: dispatch.id, answer: '' })
    expect(await failureOf(ctx, cancel(byOrganiser))).toBe('forbidden')
    await cancel(bySpeaker)()
    expect([
      (await findDispatch(ctx, dispatch.id))!.status,
      (await findOrder(ctx, order.id))!.status,
    ]).toEqual(['cancelled', 'vetted'])
    expect(await failureOf(ctx, cancel(bySpeaker))).toBe('dispatch.cancelled')
  }))

test('another speaker steps in at the same time and place', () =>
  rolledBack(async (ctx) => {
    const made = await makeDispatch(ctx, 'accepted')
    const { order, dispatch, byOffice, bySpeaker, speaker } = made
    const other = await makeSpeaker(ctx)
    const step = (who: Context, speakerId: string) => () =>
      substituteSpeaker(who, { dispatchId: dispatch.id, speakerId })
    expect(await failureOf(ctx, step(bySpeaker, other.id))).toBe('forbidden')
    expect(await failureOf(ctx, step(byOffice, speaker.id))).toBe('dispatch.sameSpeaker')
    expect(await failureOf(ctx, step(byOffice, other.id))).toBe('dispatch.notTheirTalk')
    await ctx.tx
      .insertInto('talkSpeaker')
      .values({ streetId: ctx.street, talkId: made.talk.id, speakerId: other.id, position: 9 })
      .execute()
    await step(byOffice, other.id)()
    const asked = await dispatchesOf(ctx, order.id)
    expect(asked.map(({ speakerId, status }) => [speakerId, status])).toEqual([
      [other.id, 'accepted'],
      [speaker.id, 'cancelled'],
    ])
    expect(asked[0]!.during).toEqual(asked[1]!.during)
  }))

test('several orders are asked for at once; what can’t be is said and leaves the rest', () =>
  rolledBack(async (ctx) => {
    const [one, two] = [await makeSpeaker(ctx), await makeSpeaker(ctx)]
    const talk = await makeTalk(ctx, [one, two])
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const [a, b, c] = [
      await makeOrder(ctx, talk.id),
      await makeOrder(ctx, talk.id),
      await makeOrder(ctx, talk.id),
    ]
    const at = new Date('2022-01-20T14:00:00+08:00')
    const booking = (order: { order: { id: string } }, speaker: { id: string }) => ({
      orderId: order.order.id,
      speakerId: speaker.id,
      start: at,
    })
    const bookings = [booking(a, one), booking(b, one), booking(a, two), booking(c, two)]
    const { proposed, unasked } = await proposeOrders(office, bookings, 'plan')
    expect(proposed.map(({ orderId }) => orderId)).toEqual([a.order.id, c.order.id])
    expect(unasked.map(({ orderId, reason }) => [orderId, reason])).toEqual([
      [b.order.id, 'speaker_taken'],
      [a.order.id, 'dispatch_of_order'],
    ])
    const [dispatch] = await dispatchesOf(ctx, a.order.id)
    expect([dispatch!.way, dispatch!.orderStatus]).toEqual(['plan', 'proposed'])
  }))
