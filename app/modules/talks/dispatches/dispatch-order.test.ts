import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeDispatch, makeOrder, makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { findOrder } from '../orders/queries.ts'
import { setAvailability } from '../speakers/set-availability.ts'
import { dispatchOrder } from './dispatch-order.ts'
import { endDispatch } from './end-dispatch.ts'
import { findDispatch } from './queries.ts'

const first = '2022-01-20T14:00'
const second = '2022-01-21T09:00'

test('the office asks a speaker at the branch’s first time', () =>
  rolledBack(async (ctx) => {
    const { dispatch, order, speaker } = await makeDispatch(ctx, 'proposed')
    const asked = (await findDispatch(ctx, dispatch.id))!
    expect([asked.status, asked.speakerId, asked.during.start]).toEqual([
      'proposed',
      speaker.id,
      new Date('2022-01-20T14:00:00+08:00'),
    ])
    expect((await findOrder(ctx, order.id))!.status).toBe('proposed')
  }))

test('an order that is dispatched isn’t dispatched again', () =>
  rolledBack(async (ctx) => {
    const { byOffice, order, speaker } = await makeDispatch(ctx, 'proposed')
    const again = () =>
      dispatchOrder(byOffice, { orderId: order.id, speakerId: speaker.id, start: second })
    expect(await failureOf(ctx, again)).toBe('order.alreadyDispatched')
  }))

test('a speaker taken at that time is refused by the database itself', () =>
  rolledBack(async (ctx) => {
    const { byOffice, speaker, talk } = await makeDispatch(ctx, 'proposed')
    const { order } = await makeOrder(ctx, talk.id)
    const ask = (start: string) => () =>
      dispatchOrder(byOffice, { orderId: order.id, speakerId: speaker.id, start })
    expect(await failureOf(ctx, ask(first))).toBe('speaker_taken')
    expect(await failureOf(ctx, ask(second))).toBeUndefined()
  }))

test('a venue promised at that time is refused by the database itself', () =>
  rolledBack(async (ctx) => {
    const { byOffice, venue } = await makeDispatch(ctx, 'proposed')
    const other = await makeSpeaker(ctx)
    const talk = await makeTalk(ctx, [other])
    const { order } = await makeOrder(ctx, talk.id, { venueId: venue.id })
    const ask = () =>
      dispatchOrder(byOffice, { orderId: order.id, speakerId: other.id, start: first })
    expect(await failureOf(ctx, ask)).toBe('venue_promised')
  }))

test('a declined invitation frees the speaker and the order', () =>
  rolledBack(async (ctx) => {
    const { byOffice, bySpeaker, order, speaker, dispatch } = await makeDispatch(ctx, 'proposed')
    await endDispatch(bySpeaker, { dispatchId: dispatch.id, how: 'declined', answer: '' })
    const again = () =>
      dispatchOrder(byOffice, { orderId: order.id, speakerId: speaker.id, start: first })
    expect(await failureOf(ctx, again)).toBeUndefined()
  }))

test.each([
  ['dispatch.notTheirTalk', {}],
  ['dispatch.tooManyGuests', { mostGuests: 8 }],
] as const)('%s', (reason, more) =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx, more)
    const talk = await makeTalk(ctx, reason === 'dispatch.notTheirTalk' ? [] : [speaker])
    const { order } = await makeOrder(ctx, talk.id)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const ask = () =>
      dispatchOrder(office, { orderId: order.id, speakerId: speaker.id, start: first })
    expect(await failureOf(ctx, ask)).toBe(reason)
  }),
)

test('an organiser doesn’t dispatch', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const { order, byOrganiser } = await makeOrder(ctx, (await makeTalk(ctx, [speaker])).id)
    const ask = () =>
      dispatchOrder(byOrganiser, { orderId: order.id, speakerId: speaker.id, start: first })
    expect(await failureOf(ctx, ask)).toBe('forbidden')
  }))

test('a speaker is not asked for a time at which they said they can’t come', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const talk = await makeTalk(ctx, [speaker])
    const { order } = await makeOrder(ctx, talk.id)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const ask = () =>
      dispatchOrder(office, { orderId: order.id, speakerId: speaker.id, start: first })
    const away = [{ from: '2022-01-20', until: '2022-01-20' }]
    await setAvailability(ctx, { speakerId: speaker.id, hours: [], away })
    expect(await failureOf(ctx, ask)).toBe('dispatch.awayThatDay')
    await setAvailability(ctx, { speakerId: speaker.id, hours: [], away: [], weeklyLimit: 1 })
    const earlier = await makeOrder(ctx, talk.id, {
      times: [{ date: '2022-01-17', from: '14:00' }, null],
    })
    await dispatchOrder(office, {
      orderId: earlier.order.id,
      speakerId: speaker.id,
      start: '2022-01-17T14:00',
    })
    expect(await failureOf(ctx, ask)).toBe('dispatch.enoughThatWeek')
  }))
