import { expect, test } from 'vitest'
import { isElderly, suggestionFor, whyNotEnded, whyNotInvited } from './rules.ts'

const street = { id: 'street', unitId: 'top', ancestors: ['top'] }
const community = { id: 'community', unitId: 'c', ancestors: ['top', 'c'] }
const neighbour = { id: 'neighbour', unitId: 'x', ancestors: ['top', 'c', 'x'] }
const own = { id: 'own', unitId: 'b', ancestors: ['top', 'c', 'b'] }
const person = { unitId: 'b', communityId: 'c', homebound: false }

test.each([
  ['of the own branch, though later', person, [street, neighbour, own], 'own', 'branch'],
  ['of the community', person, [street, community, neighbour], 'community', 'community'],
  ['of a neighbouring branch', person, [street, neighbour], 'neighbour', 'community'],
  ['of the street', person, [street], 'street', 'street'],
  [
    'of anywhere, without a community',
    { ...person, communityId: null },
    [street],
    'street',
    'street',
  ],
])('the next session is one %s', (_, who, coming, id, near) => {
  expect(suggestionFor(who, coming)).toMatchObject({ kind: 'session', session: { id }, near })
})

test('who is homebound is visited, and without a session a talk is to be ordered', () => {
  expect(suggestionFor({ ...person, homebound: true }, [own])).toEqual({ kind: 'visit' })
  expect(suggestionFor(person, [])).toEqual({ kind: 'order' })
})

const now = new Date('2022-01-12T10:00:00+08:00')
const session = {
  status: 'scheduled',
  during: {
    start: new Date('2022-01-13T10:00:00+08:00'),
    end: new Date('2022-01-13T11:00:00+08:00'),
  },
  seats: 2,
  taken: 1,
} as const

test.each([
  ['that comes and has a seat', session, null],
  ['that is full', { ...session, taken: 2 }, 'outreach.full'],
  [
    'that has begun',
    { ...session, during: { ...session.during, start: now } },
    'outreach.notComing',
  ],
  ['that is off', { ...session, status: 'cancelled' }, 'outreach.notComing'],
] as const)('asking to a session %s: %s', (_, each, expected) => {
  expect(whyNotInvited(each, now)).toBe(expected)
})

test('a step is taken back once', () => {
  expect(whyNotEnded({ endedAt: null })).toBe(null)
  expect(whyNotEnded({ endedAt: now })).toBe('outreach.ended')
})

test.each([
  ['1947-01-12', true],
  ['1947-01-13', false],
  [null, false],
])('born on %s is elderly: %s', (bornOn, expected) => {
  expect(isElderly({ bornOn }, '2022-01-12')).toBe(expected)
})
