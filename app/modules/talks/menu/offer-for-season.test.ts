import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeTalk } from '#test/make-talks.ts'
import { offerForSeason } from './offer-for-season.ts'
import { menuOf, talksOffMenu } from './queries.ts'

test('a talk of a part of the year is on the menu until that is over, and then all year again', () =>
  rolledBack(async (ctx) => {
    const { id: talkId } = await makeTalk(ctx)
    await offerForSeason(ctx, { talkId, offeredFrom: '2022-01-20', offeredUntil: '2022-01-31' })
    expect((await menuOf(ctx)).talks.map((talk) => [talk.offeredFrom, talk.offeredUntil])).toEqual([
      ['2022-01-20', '2022-01-31'],
    ])
    const inFebruary = { ...ctx, now: new Date('2022-02-01T09:00:00+08:00') }
    expect((await menuOf(inFebruary)).talks).toEqual([])
    expect((await talksOffMenu(inFebruary)).map(({ id }) => id)).toEqual([talkId])
    await offerForSeason(inFebruary, { talkId })
    expect((await menuOf(inFebruary)).talks.map(({ id }) => id)).toEqual([talkId])
  }))

test.each([
  ['talk_offered_order', { offeredFrom: '2022-01-31', offeredUntil: '2022-01-20' }],
  ['talk.seasonOver', { offeredUntil: '2022-01-11' }],
])('%s', (reason, season) =>
  rolledBack(async (ctx) => {
    const { id: talkId } = await makeTalk(ctx)
    expect(await failureOf(ctx, () => offerForSeason(ctx, { talkId, ...season }))).toBe(reason)
  }),
)

test('only the office says when a talk is to be had', () =>
  rolledBack(async (ctx) => {
    const { id: talkId } = await makeTalk(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser'))
    expect(await failureOf(ctx, () => offerForSeason(organiser, { talkId }))).toBe('forbidden')
  }))
