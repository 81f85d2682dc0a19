import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt, later } from '#app/platform/time.ts'
import { calendarOf } from '#app/platform/working-days.ts'
import { callOf, dayDue, deadlineOf, stageOf } from './rules.ts'

// In January 2022 the 1st to the 3rd were free; the Spring Festival was from 31 January to 6 February.
const off = ['2022-01-01', '2022-01-03', '2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03']
const free = [...off, '2022-02-04'].map((day) => ({ day, kind: 'off' as const }))
const worked = ['2022-01-29', '2022-01-30'].map((day) => ({ day, kind: 'work' as const }))
const calendar = calendarOf([...free, ...worked])
const at = (day: string, time: string) => instantAt(`2022-${day}`, time)

test.each([
  ['on a Wednesday, one day', at('01-12', '10:00'), 1, '2022-01-13', at('01-13', '16:24')],
  ['on a Friday, one day', at('01-14', '12:00'), 1, '2022-01-17', at('01-17', '16:48')],
  ['on a Saturday, one day', at('01-15', '09:00'), 1, '2022-01-17', at('01-17', '19:12')],
  ['before the festival, one day', at('01-30', '12:00'), 1, '2022-02-07', at('02-07', '16:48')],
  ['before worked days, two days', at('01-28', '12:00'), 2, '2022-01-30', at('01-30', '12:00')],
])('a stage that begins %s', (_, since, days, lastDay, remindAt) => {
  const deadline = deadlineOf(since, days, calendar)
  if (!('dueAt' in deadline)) throw new Error('this year is known')
  expect(dayDue(deadline.dueAt)).toEqual({ day: lastDay })
  expect(deadline.remindAt).toEqual(remindAt)
})

test('a year whose holidays nobody knows has no deadline', () => {
  const since = instantAt('2022-12-31', '10:00')
  expect(deadlineOf(since, 1, calendar)).toEqual({ unknownYear: 2023 })
})

test('a reminder always lies after the beginning and before the end', () => {
  fc.assert(
    fc.property(fc.nat(300 * 24 * 60), fc.integer({ min: 1, max: 20 }), (minutes, days) => {
      const since = later(instantAt('2022-01-04', '00:00'), minutes * 60_000)
      const deadline = deadlineOf(since, days, calendar)
      if (!('dueAt' in deadline)) return
      expect(deadline.remindAt.getTime()).toBeGreaterThan(since.getTime())
      expect(deadline.remindAt.getTime()).toBeLessThan(deadline.dueAt.getTime())
    }),
  )
})

const [placedAt, vettedAt] = [at('01-12', '10:00'), at('01-12', '11:00')]
const [askedAt, endedAt] = [at('01-12', '12:00'), at('01-12', '13:00')]
const fresh = { placedAt, vettedAt: null, askedAt: null, endedAt: null }
const vetted = { ...fresh, vettedAt }
test.each([
  ['submitted', fresh, { stage: 'vet', since: placedAt }],
  ['vetted', vetted, { stage: 'dispatch', since: vettedAt }],
  ['proposed', { ...vetted, askedAt }, { stage: 'accept', since: askedAt }],
  ['vetted', { ...vetted, askedAt, endedAt }, { stage: 'dispatch', since: endedAt }],
  ['open', { ...vetted, askedAt, endedAt }, { stage: 'dispatch', since: endedAt }],
  ['accepted', { ...vetted, askedAt }, null],
  ['returned', fresh, null],
] as const)('an order that is %s, %o, is in the stage %o', (status, order, expected) => {
  expect(stageOf({ status, ...order })).toEqual(expected)
})

const clock = { remindAt: at('01-13', '14:24'), dueAt: at('01-14', '00:00') }
const silent = { ...clock, remindedAt: null, escalatedAt: null }
test.each([
  ['before the reminder', silent, at('01-13', '14:23'), null],
  ['at the reminder', silent, at('01-13', '14:24'), 'remind'],
  ['after the reminder', { ...silent, remindedAt: placedAt }, at('01-13', '20:00'), null],
  ['at the end', { ...silent, remindedAt: placedAt }, at('01-14', '00:00'), 'escalate'],
  ['after a missed reminder', silent, at('01-14', '08:00'), 'escalate'],
  ['after it went up', { ...silent, escalatedAt: placedAt }, at('01-14', '08:00'), null],
  ['without a deadline', { ...silent, remindAt: null, dueAt: null }, at('02-14', '08:00'), null],
] as const)('a clock %s', (_, its, now, expected) => {
  expect(callOf(its, now)).toBe(expected)
})
