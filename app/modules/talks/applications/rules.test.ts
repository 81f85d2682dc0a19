import { expect, test } from 'vitest'
import {
  type ApplicationStatus,
  whyNotApplied,
  whyNotHeard,
  whyNotRegistered,
  whyNotTalked,
  whyNotTried,
} from './rules.ts'

const now = new Date('2022-01-12T10:00:00+08:00')
const after = new Date('2022-01-13T10:00:00+08:00')

test.each([
  ['a person who is known', null, { isKnown: true }, 99],
  ['a speaker', 'application.speaksAlready', { isKnown: true, speaks: true }, 0],
  ['someone with name and phone', null, { name: '李', phone: '10000000001' }, 29],
  ['someone without a phone', 'application.whoAreYou', { name: '李' }, 0],
  ['someone without a name', 'application.whoAreYou', { phone: '10000000001' }, 0],
  ['the thirty-first', 'application.tooManyToday', { name: '李', phone: '10000000001' }, 30],
])('applying: %s', (_, expected, more, today) => {
  const nobody = { name: '', phone: undefined, isKnown: false, speaks: false }
  expect(whyNotApplied({ ...nobody, ...more }, { fromHere: 0, today })).toBe(expected)
})

const over = 'application.over'
test.each<[ApplicationStatus, string | null, string | null, string | null, string | null]>([
  [
    'applied',
    null,
    'application.notYetTalked',
    'application.noTrialYet',
    'application.noFeedbackYet',
  ],
  [
    'talked',
    'application.alreadyTalked',
    null,
    'application.noTrialYet',
    'application.noFeedbackYet',
  ],
  ['trial', 'application.alreadyTalked', null, null, 'application.noFeedbackYet'],
  ['heard', 'application.alreadyTalked', null, 'application.noTrialYet', null],
  ['registered', over, over, over, over],
  ['declined', over, over, over, over],
  ['withdrawn', over, over, over, over],
])('when %s: talk, trial, hearing, registering', (status, talk, trial, heard, register) => {
  const known = { personId: 'p', conductChecked: true }
  expect([
    whyNotTalked({ status }),
    whyNotTried({ status }, after, now),
    whyNotHeard({ status, trialAt: now }, now),
    whyNotRegistered({ status }, known),
  ]).toEqual([talk, trial, heard, register])
})

test('a trial is to come when it is arranged, and over when it was heard', () => {
  expect(whyNotTried({ status: 'talked' }, now, now)).toBe('application.timePast')
  expect(whyNotHeard({ status: 'trial', trialAt: after }, now)).toBe('application.noTrialYet')
})

test('who is registered is a known person whose conduct was asked about', () => {
  const status = 'heard'
  const asked = { personId: null, conductChecked: true }
  expect(whyNotRegistered({ status }, asked)).toBe('application.nobodyYet')
  const unasked = { personId: 'p', conductChecked: false }
  expect(whyNotRegistered({ status }, unasked)).toBe('application.conductUnknown')
})
