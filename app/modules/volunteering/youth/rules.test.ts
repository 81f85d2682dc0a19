import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import {
  ageBand,
  clockOf,
  firstRule,
  minuteOfDay,
  minutesOfClock,
  weekOf,
  whyNotSet,
  whyNotYoung,
} from './rules.ts'

test.each([
  ['2004-01-13', 'adult'],
  ['2004-01-14', 'young'],
  ['2008-01-13', 'young'],
  ['2008-01-14', 'little'],
] as const)('who was born on %s is %s on 13 January 2022', (bornOn, band) => {
  expect(ageBand(bornOn, '2022-01-13', firstRule)).toBe(band)
})

const shift = (from: string, to: string, risk = 'none') => ({
  during: { start: instantAt('2022-01-13', from), end: instantAt('2022-01-13', to) },
  risk,
})
const child = { bornOn: '2011-01-01', consentId: 'c', inTeam: true, pickUp: '外婆', days: [] }
const lead = { placeId: 'p', children: 4 }

test.each([
  ['as it should be', shift('14:00', '16:00'), child, lead, null],
  ['risk comes before all', shift('14:00', '16:00', 'some'), child, lead, 'young.risk'],
  ['no team', shift('14:00', '16:00'), { ...child, inTeam: false }, lead, 'young.team'],
  ['no consent', shift('14:00', '16:00'), { ...child, consentId: null }, lead, 'young.consent'],
  [
    'a second on one day',
    shift('14:00', '16:00'),
    { ...child, days: ['2022-01-13'] },
    lead,
    'young.onceADay',
  ],
  ['too early', shift('07:59', '09:00'), child, lead, 'young.early'],
  ['to the last minute', shift('16:00', '18:00'), child, lead, null],
  ['a minute too late', shift('16:30', '18:01'), child, lead, 'young.late'],
  ['a minute too long', shift('14:00', '16:01'), child, lead, 'young.long'],
  ['no adult', shift('14:00', '16:00'), child, null, 'young.adult'],
  ['an adult of elsewhere', shift('14:00', '16:00'), child, undefined, 'young.adultElsewhere'],
  [
    'an adult with five',
    shift('14:00', '16:00'),
    child,
    { ...lead, children: 5 },
    'young.adultFull',
  ],
  ['nobody to fetch', shift('14:00', '16:00'), { ...child, pickUp: '' }, lead, 'young.pickUp'],
  [
    'at fourteen alone',
    shift('14:00', '16:00'),
    { ...child, bornOn: '2008-01-01', pickUp: '' },
    null,
    null,
  ],
  [
    'of age',
    shift('22:00', '23:00', 'some'),
    { ...child, bornOn: '2000-01-01', consentId: null },
    null,
    null,
  ],
] as const)('a child on a shift: %s', (_, during, person, adult, reason) => {
  expect(whyNotYoung(during, person, adult, firstRule)).toBe(reason)
})

test('a week begins on its Monday', () => {
  const days = ['2022-01-09', '2022-01-10', '2022-01-16', '2022-01-17', '2017-12-31']
  expect(days.map(weekOf)).toEqual([
    '2022-01-03',
    '2022-01-10',
    '2022-01-10',
    '2022-01-17',
    '2017-12-25',
  ])
})

test('times of day as minutes and back', () => {
  expect(['08:00', '20:30'].map(minutesOfClock)).toEqual([480, 1230])
  expect([480, 1230].map(clockOf)).toEqual(['08:00', '20:30'])
  expect(minuteOfDay(instantAt('2022-01-13', '20:30'))).toBe(1230)
})

test('rules have to stand together', () => {
  expect(whyNotSet(firstRule)).toBe(null)
  expect(whyNotSet({ ...firstRule, littleUntil: firstRule.youngUntil + 1 })).toBe('rule.order')
  expect(whyNotSet({ ...firstRule, littleMinutes: 300 })).toBe('rule.order')
  expect(whyNotSet({ ...firstRule, youngFrom: 5 * 60 })).toBe('rule.order')
  expect(whyNotSet({ ...firstRule, youngUntil: 22 * 60 })).toBe('rule.order')
})
