import { expect, test } from 'vitest'
import { type Faces, freePlace, isMinor, stateOf, whyNotAdded, whyNotSaid } from './rules.ts'

const during = {
  start: new Date('2022-01-12T14:00+08:00'),
  end: new Date('2022-01-12T15:00+08:00'),
}
const now = new Date('2022-01-12T16:00+08:00')

test.each([
  ['a fifth', 'held', 4, now, null],
  ['a sixth', 'held', 5, now, 'photo.tooMany'],
  ['while it goes', 'scheduled', 0, during.start, null],
  ['before it begins', 'scheduled', 0, new Date('2022-01-12T13:59+08:00'), 'photo.notYet'],
  ['of what was called off', 'cancelled', 0, now, 'session.cancelled'],
] as const)('adding %s', (_, status, photos, at, expected) => {
  expect(whyNotAdded({ status, during }, photos, at)).toBe(expected)
})

test('a photo takes the first place that is free', () => {
  expect([freePlace([]), freePlace([1, 2, 4])]).toEqual([1, 3])
})

test.each([
  [true, [], null],
  [false, ['a'], null],
  [true, ['a'], 'photo.nobodyOrSome'],
  [false, [], 'photo.whoIsOnIt'],
])('nobody %s, people %o: %s', (nobody, personIds, expected) => {
  expect(whyNotSaid({ takenDownAt: null }, { nobody, personIds })).toBe(expected)
})

test.each([
  ['the day before 18', { bornOn: '2004-01-13', hasGuardian: false }, true],
  ['from 18 on', { bornOn: '2004-01-12', hasGuardian: true }, false],
  ['of unknown age, with a guardian', { bornOn: null, hasGuardian: true }, true],
  ['of unknown age', { bornOn: null, hasGuardian: false }, false],
])('%s', (_, person, expected) => {
  expect(isMinor(person, now)).toBe(expected)
})

const consented = { minor: false, consentId: 'c' }
const asked = { minor: false, consentId: null }
const of = (more: Partial<Faces>): Faces => ({
  people: 'named',
  faces: more.persons?.length ?? 0,
  takenDownAt: null,
  persons: [],
  ...more,
})

test.each([
  ['of whom nothing was said', of({ people: 'unsaid' }), 'unsaid'],
  ['with nobody', of({ people: 'nobody' }), 'shown'],
  ['with two who consent', of({ persons: [consented, consented] }), 'shown'],
  ['with one who has not', of({ persons: [consented, asked] }), 'waiting'],
  ['with one who was deleted', of({ persons: [consented], faces: 2 }), 'waiting'],
  ['with a child that consents', of({ persons: [{ minor: true, consentId: 'c' }] }), 'minor'],
  ['taken down', of({ persons: [consented], takenDownAt: now }), 'down'],
] as const)('a photo %s is %s', (_, photo, expected) => {
  expect(stateOf(photo)).toBe(expected)
})
