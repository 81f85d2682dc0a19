import { expect, test } from 'vitest'
import { hour, later } from '#app/platform/time.ts'
import type { DispatchStatus } from '../dispatches/rules.ts'
import { ageGroupsOf, type Standing, standingOf, whyNotByLink } from './rules.ts'

const now = new Date('2022-01-12T10:00:00+08:00')

test.each<[DispatchStatus, number, Standing]>([
  ['proposed', 1, 'open'],
  ['proposed', 0, 'over'],
  ['proposed', -3, 'over'],
  ['accepted', 1, 'accepted'],
  ['accepted', -3, 'accepted'],
  ['declined', 1, 'declined'],
  ['withdrawn', 1, 'withdrawn'],
  ['cancelled', 1, 'cancelled'],
  ['expired', 1, 'over'],
])('an invitation that is %s, %i hours before its talk, is %s', (status, hours, standing) => {
  const during = { start: later(now, hours * hour), end: later(now, (hours + 1) * hour) }
  expect(standingOf({ status, during }, now)).toBe(standing)
})

test.each([
  [59, null],
  [60, 'invitation.tooManyFromHere'],
])('after %i answers from one place within the hour: %s', (fromHere, reason) => {
  expect(whyNotByLink(fromHere)).toBe(reason)
})

test.each([
  [[], []],
  [[70, 70, 70, 70], []],
  [[60, 61, 70, 74, 74, 75, 75, 75, 75], [{ from: 60, until: 74, people: 5 }]],
  [Array<number>(6).fill(75), [{ from: 75, until: null, people: 6 }]],
])('of the ages %j it tells %j', (years, groups) => {
  expect(ageGroupsOf(years)).toEqual(groups)
})
