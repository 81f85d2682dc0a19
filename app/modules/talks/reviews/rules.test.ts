import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, later } from '#app/platform/time.ts'
import { calendarOf } from '#app/platform/working-days.ts'
import type { OrderStatus } from '../orders/rules.ts'
import {
  answersShown,
  asOrderedAnswers,
  callDue,
  isPoor,
  recordOf,
  reviewLinkOver,
  whyNotByLink,
  whyNotCalled,
  whyNotReviewed,
} from './rules.ts'

const now = new Date('2022-01-12T10:00:00+08:00')

test.each<[OrderStatus, string, string | null]>([
  ['held', 'own', null],
  ['confirmed', 'guest', null],
  ['reviewed', 'guest', null],
  ['closed', 'own', null],
  ['held', 'stranger', 'review.notTheirs'],
  ['scheduled', 'own', 'review.notHeld'],
  ['accepted', 'own', 'review.notHeld'],
  ['missed', 'own', 'review.notHeld'],
  ['withdrawn', 'own', 'review.notHeld'],
])('a talk that is %s, by the unit %s: %s', (status, unitId, reason) => {
  expect(whyNotReviewed({ status, unitIds: ['own', 'guest'] }, unitId)).toBe(reason)
})

test.each([
  [{ over: false }, 0, null],
  [{ over: true }, 0, 'review.linkOver'],
  [{ over: false }, 59, null],
  [{ over: false }, 60, 'review.tooManyFromHere'],
])('a link that is %j, after %i others from there: %s', (link, fromHere, reason) => {
  expect(whyNotByLink(link, fromHere)).toBe(reason)
})

test('a link takes a review for thirty days', () => {
  expect(reviewLinkOver(now)).toEqual(later(now, 30 * day))
})

test.each([
  [1, 'yes', true],
  [2, 'yes', true],
  [3, 'yes', false],
  [3, 'partly', false],
  [5, 'no', true],
] as const)('level %i, as ordered %s: let down %s', (level, asOrdered, poor) => {
  expect(isPoor({ level, asOrdered })).toBe(poor)
})

const calendar = calendarOf([
  { day: '2022-01-31', kind: 'off' },
  { day: '2022-02-01', kind: 'off' },
  { day: '2022-02-02', kind: 'off' },
  { day: '2022-02-03', kind: 'off' },
  { day: '2022-02-04', kind: 'off' },
  { day: '2022-01-29', kind: 'work' },
])

test.each([
  ['2022-01-12T10:00:00+08:00', { day: '2022-01-13' }],
  ['2022-01-14T17:00:00+08:00', { day: '2022-01-17' }],
  ['2022-01-28T10:00:00+08:00', { day: '2022-01-29' }],
  ['2022-01-30T10:00:00+08:00', { day: '2022-02-07' }],
  ['2022-12-30T10:00:00+08:00', { unknownYear: 2023 }],
])('a poor review of %s is called about by %j', (at, due) => {
  expect(callDue(new Date(at), calendar)).toEqual(due)
})

test.each([
  [{ level: 2, asOrdered: 'yes', calledAt: null }, null],
  [{ level: 4, asOrdered: 'no', calledAt: null }, null],
  [{ level: 4, asOrdered: 'yes', calledAt: null }, 'review.notPoor'],
  [{ level: 1, asOrdered: 'no', calledAt: now }, 'review.alreadyCalled'],
] as const)('a call about %j: %s', (review, reason) => {
  expect(whyNotCalled(review)).toBe(reason)
})

const answer = fc.record({
  level: fc.integer({ min: 1, max: 5 }),
  asOrdered: fc.constantFrom(...asOrderedAnswers),
})

test('under five answers a record says how many there are and nothing else', () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 4 }), (answers) => {
      expect(recordOf(9, answers)).toEqual({
        asked: 9,
        answers: answers.length,
        levels: null,
        asOrdered: null,
        mean: null,
      })
    }),
  )
})

test('from five on every answer of the full fives is counted once, and the mean lies among them', () => {
  fc.assert(
    fc.property(fc.array(answer, { minLength: 5, maxLength: 40 }), (answers) => {
      const { levels, asOrdered, mean } = recordOf(50, answers)
      const shown = answers.slice(0, answers.length - (answers.length % 5))
      const all = levels!.flatMap((each) => Array<number>(each.answers).fill(each.level))
      expect(all).toEqual(shown.map(({ level }) => level).toSorted((a, b) => a - b))
      expect(asOrdered!.yes + asOrdered!.partly + asOrdered!.no).toBe(shown.length)
      const exact = shown.reduce((sum, { level }) => sum + level, 0) / shown.length
      expect(Math.abs(mean! - exact)).toBeLessThanOrEqual(0.05 + 1e-9)
    }),
  )
})

test('one more answer does not show what it says', () => {
  const answers = [5, 5, 5, 5, 5, 1].map((level) => ({ level, asOrdered: 'yes' as const }))
  const five = recordOf(9, answers.slice(0, 5))
  expect(recordOf(9, answers)).toEqual({ ...five, answers: 6 })
})

test.each([
  [0, 0],
  [4, 0],
  [5, 5],
  [9, 5],
  [10, 10],
])('of %i answers the words of %i are shown', (answers, shown) => {
  expect(answersShown(answers)).toBe(shown)
})
