import { expect, test } from 'vitest'
import { pageOf, whyNotAdded, whyNotAppointed, whyNotGuardian } from './rules.ts'

const now = new Date('2022-01-12T10:00:00+08:00')

test.each([
  [undefined, null],
  ['2022-01-12', null],
  ['2022-01-13', 'person.bornLater'],
])('a person born on %s: %s', (bornOn, expected) => {
  expect(whyNotAdded({ bornOn }, now)).toBe(expected)
})

test.each([
  ['2022-01-01', undefined, null],
  ['2022-01-01', '2022-01-01', null],
  ['2022-01-02', '2022-01-01', 'appointment.endsBeforeStart'],
])('an appointment from %s until %s: %s', (fromOn, untilOn, expected) => {
  expect(whyNotAppointed({ fromOn, untilOn })).toBe(expected)
})

test.each([
  ['2012-05-01', '2004-01-12', null],
  ['2012-05-01', '2004-01-13', 'guardian.notAdult'],
  ['2012-05-01', null, 'guardian.ageUnknown'],
  ['2004-01-13', '1970-01-01', null],
  ['2004-01-12', '1970-01-01', 'guardian.ofAdult'],
  [null, '1970-01-01', null],
])('for a child born on %s, a guardian born on %s: %s', (child, guardian, expected) => {
  expect(whyNotGuardian({ bornOn: child }, { bornOn: guardian }, now)).toBe(expected)
})

test.each([
  ['1', 1],
  ['27', 27],
  ['0', 1],
  ['-1', 1],
  ['1e9', 1],
  ['99999', 1],
  [null, 1],
])('page %j of a list is page %i', (asked, expected) => {
  expect(pageOf(asked)).toBe(expected)
})
