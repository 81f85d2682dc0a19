import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeVenue } from '#test/make.ts'
import { makeOrderInput, makeTalk } from '#test/make-talks.ts'
import { retireTalk } from '../menu/retire-talk.ts'
import { orderTalk } from './order-talk.ts'
import { findOrder, timesOf } from './queries.ts'

test('a branch orders a talk with two times', () =>
  rolledBack(async (ctx) => {
    const talk = await makeTalk(ctx)
    const { byOrganiser, organiser, branch, input } = await makeOrderInput(ctx, talk.id)
    const placed = await orderTalk(byOrganiser, input)
    const order = (await findOrder(ctx, placed.id))!
    expect([order.status, order.unitName, order.placedBy]).toEqual([
      'submitted',
      branch.name,
      organiser.id,
    ])
    expect((await timesOf(ctx, placed.id)).map(({ during }) => during)).toEqual([
      { start: new Date('2022-01-20T14:00:00+08:00'), end: new Date('2022-01-20T15:00:00+08:00') },
      { start: new Date('2022-01-21T09:00:00+08:00'), end: new Date('2022-01-21T10:00:00+08:00') },
    ])
    const facts = await ctx.tx
      .selectFrom('fact')
      .select(['name', 'actorId'])
      .where('subjectId', '=', placed.id)
      .execute()
    expect(facts).toEqual([{ name: 'order.placed', actorId: organiser.id }])
  }))

test('orders are numbered one after the other', () =>
  rolledBack(async (ctx) => {
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const first = await orderTalk(byOrganiser, input)
    const second = await orderTalk(byOrganiser, input)
    expect(second.number - first.number).toBe(1)
  }))

test.each([
  ['order.notForAudience', { audience: 'youth' }],
  ['order.languageNotOffered', { language: 'qihai' }],
  ['order.venueTooSmall', { headCount: 41 }],
] as const)('%s', (reason, wrong) =>
  rolledBack(async (ctx) => {
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    expect(
      await failureOf(ctx, () => orderTalk(byOrganiser, { ...input, ...wrong } as typeof input)),
    ).toBe(reason)
  }),
)

test.each([
  ['order.timePast', 'times.1', [null, { date: '2022-01-12', from: '09:00' }]],
  ['order.outsideSeason', 'times.0', [{ date: '2022-04-01', from: '09:00' }]],
  ['order.timeTooShort', 'times.0', [{ date: '2022-01-20', from: '14:00', to: '13:00' }]],
  ['order.noTime', 'times.0', [null]],
])('%s is said at the field %s', (reason, field, times) =>
  rolledBack(async (ctx) => {
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const ordering = orderTalk(byOrganiser, { ...input, times })
    await expect(ordering).rejects.toMatchObject({ issues: { [field]: reason } })
  }),
)

test('a talk off the menu can’t be ordered', () =>
  rolledBack(async (ctx) => {
    const talk = await makeTalk(ctx)
    const { byOrganiser, input } = await makeOrderInput(ctx, talk.id)
    await retireTalk(ctx, { talkId: talk.id })
    expect(await failureOf(ctx, () => orderTalk(byOrganiser, input))).toBe('order.talkRetired')
  }))

test('another branch’s organiser can’t order for this one', () =>
  rolledBack(async (ctx) => {
    const talk = await makeTalk(ctx)
    const { input } = await makeOrderInput(ctx, talk.id)
    const { byOrganiser: stranger } = await makeOrderInput(ctx, talk.id)
    expect(await failureOf(ctx, () => orderTalk(stranger, input))).toBe('forbidden')
  }))

test('an order at a venue that is not of this street finds nothing', () =>
  rolledBack(async (ctx) => {
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const venueId = '018f0000-0000-7000-8000-000000000000'
    expect(await failureOf(ctx, () => orderTalk(byOrganiser, { ...input, venueId }))).toBe(
      'notFound',
    )
  }))

test('the office may order for any unit', () =>
  rolledBack(async (ctx) => {
    const { input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    expect(await failureOf(ctx, () => orderTalk(office, input))).toBeUndefined()
  }))

test('a venue of another unit of the street can be ordered to', () =>
  rolledBack(async (ctx) => {
    const { byOrganiser, input } = await makeOrderInput(ctx, (await makeTalk(ctx)).id)
    const other = await makeOrderInput(ctx, input.talkId)
    const venue = await makeVenue(ctx, other.branch.id)
    expect(
      await failureOf(ctx, () => orderTalk(byOrganiser, { ...input, venueId: venue.id })),
    ).toBeUndefined()
  }))
