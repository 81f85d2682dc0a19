import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './time.ts'
import {
  calendarOf,
  isOverdue,
  isWorkingDay,
  workingDaysAfter,
  workingDaysBetween,
} from './working-days.ts'

// Spring Festival 2022 as the State Council announced it: free from 31 January to 6 February, worked
// for on Saturday and Sunday 29 and 30 January.
const spring = calendarOf([
  { day: '2022-01-03', kind: 'off' },
  { day: '2022-01-29', kind: 'work' },
  { day: '2022-01-30', kind: 'work' },
  ...['01-31', '02-01', '02-02', '02-03', '02-04', '02-05', '02-06'].map((day) => ({
    day: `2022-${day}`,
    kind: 'off' as const,
  })),
])

test.each([
  ['a Wednesday', '2022-01-12', true],
  ['a Saturday', '2022-01-15', false],
  ['a Saturday that is worked', '2022-01-29', true],
  ['a Sunday that is worked', '2022-01-30', true],
  ['New Year’s Eve, a Monday', '2022-01-31', false],
  ['the last day off', '2022-02-06', false],
  ['the Monday after', '2022-02-07', true],
  ['a Monday of a year that is not known', '2027-02-08', 'unknown'],
  ['a Sunday of a year that is not known', '2027-02-07', 'unknown'],
])('%s', (_, day, works) => {
  expect(isWorkingDay(day, spring)).toBe(works)
})

test.each([
  ['Friday to the Saturday that is worked', '2022-01-28', 1, { day: '2022-01-29' }],
  ['over the whole holiday', '2022-01-30', 1, { day: '2022-02-07' }],
  ['within the holiday', '2022-02-02', 1, { day: '2022-02-07' }],
  ['three from the Friday before', '2022-01-28', 3, { day: '2022-02-07' }],
  ['five from the day after it', '2022-02-07', 5, { day: '2022-02-14' }],
  ['none', '2022-02-02', 0, { day: '2022-02-02' }],
  ['into a year that is not known', '2022-12-30', 1, { unknownYear: 2023 }],
  ['up to the last working day that is known', '2022-12-29', 1, { day: '2022-12-30' }],
])('working days after: %s', (_, from, n, due) => {
  expect(workingDaysAfter(from, n, spring)).toEqual(due)
})

test('counting forward and counting between agree, and a due day is always worked', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 1, max: 60 }), (start, n) => {
      const from = addDays('2022-01-01', start)
      const due = workingDaysAfter(from, n, spring)
      if (!('day' in due)) throw new Error('2022 is known')
      expect(workingDaysBetween(from, due.day, spring)).toBe(n)
      expect(isWorkingDay(due.day, spring)).toBe(true)
    }),
  )
})

test('what lies in an unknown year is not counted', () => {
  expect(workingDaysBetween('2022-12-29', '2023-01-04', spring)).toBe('unknown')
})

test.each([
  ['its last day', { day: '2022-02-07' }, false],
  ['the day after', { day: '2022-02-06' }, true],
  ['a day nobody knows', { unknownYear: 2027 }, false],
])('late on 7 February: %s', (_, due, late) => {
  expect(isOverdue(due, '2022-02-07')).toBe(late)
})
