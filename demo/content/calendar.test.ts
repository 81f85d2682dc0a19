import { expect, test } from 'vitest'
import { addDays, ageOn, daysBetween, yearsBefore } from './calendar.ts'

test.each([
  ['2021-12-01', 62, '2022-02-01'],
  ['2021-12-01', 104, '2022-03-15'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2022-01-01', -1, '2021-12-31'],
])('%s and %i days is %s', (from, days, to) => {
  expect(addDays(from, days)).toBe(to)
  expect(daysBetween(from, to)).toBe(days)
})

test.each([
  ['2021-12-01', 85, '1936-12-01'],
  ['2024-02-29', 1, '2023-03-01'],
])('%s, %i years earlier, is %s', (day, years, before) => {
  expect(yearsBefore(day, years)).toBe(before)
})

test.each([
  ['1936-12-01', '2021-11-30', 84],
  ['1936-12-01', '2021-12-01', 85],
  ['2004-02-29', '2022-02-28', 17],
  ['2004-02-29', '2022-03-01', 18],
])('born %s, on %s the age is %i', (bornOn, day, age) => {
  expect(ageOn(bornOn, day)).toBe(age)
})
