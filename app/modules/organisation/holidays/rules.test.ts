import { expect, test } from 'vitest'
import { readHolidays, writeHolidays } from './rules.ts'

const year2027 = [
  '2027-01-01~2027-01-03,休,元旦,New Year’s Day',
  '2027-02-05～2027-02-11，休，春节',
  '2027-02-13 班 春节',
  '2027-05-01~2027-05-05,off,劳动节',
].join('\n')

test('a year is read as it is typed and written as it is read', () => {
  const { days, faulty } = readHolidays(2027, year2027)
  expect(faulty).toEqual([])
  expect([days.length, days[0], days.find(({ kind }) => kind === 'work')?.day]).toEqual([
    16,
    { day: '2027-01-01', kind: 'off', name: '元旦', nameEn: 'New Year’s Day' },
    '2027-02-13',
  ])
  expect(readHolidays(2027, writeHolidays(days)).days).toEqual(days)
})

test.each([
  ['holidays.badLine', '明年春节放七天'],
  ['holidays.badLine', '2027-02-30,休,春节'],
  ['holidays.badLine', '2027-03-09~2027-03-08,休,春节'],
  ['holidays.otherYear', '2026-12-31,休,元旦'],
  ['holidays.dayTwice', '2027-01-02,休,元旦'],
  ['holidays.workOnWeekday', '2027-02-15,班,春节'],
] as const)('%s: %s', (fault, line) => {
  expect(readHolidays(2027, `${year2027}\n${line}`).faulty).toEqual([{ line: 5, fault }])
})

test('a year with only its first holiday is not taken for a year that is known', () => {
  expect(readHolidays(2027, '2027-01-01,休,元旦').faulty).toEqual([
    { line: 0, fault: 'holidays.tooFew' },
  ])
})
