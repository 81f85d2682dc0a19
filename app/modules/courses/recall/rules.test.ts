import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  daysLearned,
  distances,
  mostADay,
  shareOf,
  whyNotAsked,
  whyNotMore,
  whyNotOpened,
  windowOf,
} from './rules.ts'

const now = new Date('2022-01-20T10:00:00+08:00')

test.each([
  ['due this morning', { dueAt: new Date('2022-01-20T08:00:00+08:00') }, null],
  ['due this evening', { dueAt: new Date('2022-01-20T23:59:00+08:00') }, null],
  ['due tomorrow', { dueAt: new Date('2022-01-21T00:00:00+08:00') }, 'recall.notDue'],
  ['set aside', { setAsideAt: now }, 'recall.setAside'],
  ['answered today', { answeredToday: true, setAsideAt: now }, 'recall.answered'],
] as const)('a card %s', (_, more, reason) => {
  const card = { dueAt: now, setAsideAt: null, answeredToday: false, ...more }
  expect(whyNotAsked(card, now)).toBe(reason)
})

test('five a day, over all', () => {
  expect([whyNotMore(0, mostADay), whyNotMore(4, 1), whyNotMore(4, 2), whyNotMore(5, 1)]).toEqual([
    null,
    null,
    'recall.enoughToday',
    'recall.enoughToday',
  ])
})

test('a link opens its own cards while its week lasts', () => {
  const link = { over: false, cardIds: ['a', 'b'] }
  expect(whyNotOpened(link, ['a', 'b'])).toBe(null)
  expect(whyNotOpened(link, ['a', 'c'])).toBe('recall.notInLink')
  expect(whyNotOpened({ ...link, over: true }, ['a'])).toBe('recall.linkOver')
})

test('days of remembering are days of the calendar', () => {
  const heard = new Date('2022-01-13T20:00:00+08:00')
  expect(daysLearned(heard, new Date('2022-01-20T07:00:00+08:00'))).toBe(7)
  expect(daysLearned(now, heard)).toBe(0)
})

test('the windows of 7, 30 and 90 days lie around them and apart', () => {
  expect(distances.map(windowOf)).toEqual([
    { from: 5, to: 9 },
    { from: 20, to: 40 },
    { from: 60, to: 120 },
  ])
})

test('Wilson’s interval as in the tables', () => {
  // 81 of 263: Newcombe 1998, Statistics in Medicine 17, table I, method 3: 0.2553 to 0.3662.
  const share = shareOf(81, 263)!
  expect([share.low.toFixed(4), share.high.toFixed(4)]).toEqual(['0.2553', '0.3662'])
  // 0 of 20: 0.0000 to 0.1611. 29 of 29: 0.8830 to 1.0000 (from the same table).
  const none = shareOf(0, 20)!
  expect([none.low.toFixed(4), none.high.toFixed(4)]).toEqual(['0.0000', '0.1611'])
  const all = shareOf(29, 29)!
  expect([all.low.toFixed(4), all.high.toFixed(4)]).toEqual(['0.8830', '1.0000'])
  expect(shareOf(0, 0)).toBe(null)
})

test('an interval holds its share, stays within nought and one, and narrows with more', () => {
  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)))
  fc.assert(
    fc.property(counts, ([part, whole]) => {
      const { share, low, high } = shareOf(part, whole)!
      expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true)
      const more = shareOf(part * 4, whole * 4)!
      expect(more.high - more.low).toBeLessThan(high - low)
      const mirror = shareOf(whole - part, whole)!
      expect(mirror.low).toBeCloseTo(1 - high, 10)
    }),
  )
})
