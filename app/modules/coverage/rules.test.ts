import { expect, test } from 'vitest'
import {
  creditFor,
  dayWithin,
  isReached,
  progressOf,
  studyFormOf,
  sumOf,
  whyNotCredited,
} from './rules.ts'

test.each([
  ['held', null],
  ['scheduled', 'hours.notHeld'],
  ['cancelled', 'hours.notHeld'],
] as const)('hours of a session that is %s: %s', (status, expected) => {
  expect(whyNotCredited({ status })).toBe(expected)
})

test.each([
  ['pioneer', 'branch', 'branch'],
  ['arts', 'station', 'branch'],
  ['pioneer', 'street', 'centralised'],
  ['practice', 'branch', 'practice'],
  ['practice', 'street', 'practice'],
] as const)('a session in %s held by a %s counts as %s', (strandCode, unitKind, expected) => {
  expect(studyFormOf({ strandCode, unitKind })).toBe(expected)
})

test('the speaker’s own hours know that the person spoke', () => {
  const session = {
    hourRules: 'B-2026-01',
    strandCode: 'pioneer',
    unitKind: 'branch',
    during: {
      start: new Date('2022-01-12T14:00:00+08:00'),
      end: new Date('2022-01-12T15:30:00+08:00'),
    },
    speakerPersonId: 'a',
  } as const
  expect(creditFor(session, { personId: 'a', presence: 'came' })).toEqual({
    hours: 7.5,
    rule: 'hourly',
    details: {
      set: 'B-2026-01',
      form: 'branch',
      minutes: 90,
      presence: 'came',
      spoke: true,
      gives: 1.5,
      times: 5,
    },
  })
  expect(creditFor(session, { personId: 'b', presence: 'came' }).hours).toBe(1.5)
})

test.each([
  ['2021-11-01', '2021-12-01'],
  ['2022-01-12', '2022-01-12'],
  ['2022-06-01', '2022-02-28'],
])('on %s members are counted for %s', (today, expected) => {
  expect(dayWithin({ startsOn: '2021-12-01', endsOn: '2022-02-28' }, today)).toBe(expected)
})

const asked = [
  { role: 'member', strandCode: null, hours: 32, sessions: 6 },
  { role: 'member', strandCode: 'arts', hours: 0, sessions: 1 },
  { role: 'secretary', strandCode: null, hours: 56, sessions: 8 },
]
const credits = [
  { strandCode: 'pioneer', hours: 1.5 },
  { strandCode: 'pioneer', hours: 4 },
  { strandCode: 'arts', hours: 0 },
]

test.each([
  ['a member', ['member'], { hours: 32, sessions: 6 }, 1],
  ['a secretary, who is a member too', ['member', 'secretary'], { hours: 56, sessions: 8 }, 0],
  ['a volunteer', ['volunteer'], null, 0],
])('the progress of %s', (_, roles, inAll, inArts) => {
  expect(progressOf(credits, ['pioneer', 'arts'], asked, roles)).toEqual({
    hours: 5.5,
    sessions: 2,
    asked: inAll,
    strands: [
      { code: 'pioneer', sessions: 2, asked: 0 },
      { code: 'arts', sessions: 0, asked: inArts },
    ],
  })
})

test.each([
  [0, 0, false],
  [1, 0, true],
  [0, 1, true],
])('%i members reached and %i orders held: %s', (reached, ordersHeld, expected) => {
  expect(isReached({ members: 20, reached, ordersHeld })).toBe(expected)
})

test('branches add up', () => {
  const branches = [
    { members: 20, reached: 3, ordersHeld: 0, strands: { pioneer: 3, arts: 1 } },
    { members: 30, reached: 0, ordersHeld: 1, strands: {} },
    { members: 10, reached: 0, ordersHeld: 0, strands: {} },
    { members: 5, reached: 5, ordersHeld: 2, strands: { arts: 5 } },
  ]
  expect(sumOf(branches)).toEqual({
    branches: 4,
    branchesReached: 3,
    members: 65,
    membersReached: 8,
    strands: { pioneer: 3, arts: 6 },
  })
})
