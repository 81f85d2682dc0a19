import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import {
  type BookingStatus,
  isLent,
  whyNotBooked,
  whyNotGivenUp,
  whyNotHandedOver,
  whyNotNeeded,
  whyNotRetired,
  whyNotReturned,
} from './rules.ts'

const now = instantAt('2022-01-12', '10:00')
const during = { start: instantAt('2022-01-13', '09:00'), end: instantAt('2022-01-14', '17:00') }

test.each([
  ['free', { retiredAt: null }, during, null],
  ['retired', { retiredAt: now }, during, 'resource.retired'],
  [
    'upside down',
    { retiredAt: null },
    { start: during.end, end: during.start },
    'resource.endsBeforeStart',
  ],
  [
    'past',
    { retiredAt: null },
    { start: instantAt('2022-01-10', '09:00'), end: now },
    'resource.timePast',
  ],
])('booking: %s', (_, resource, span, expected) => {
  expect(whyNotBooked(resource, span, now)).toBe(expected)
})

test.each<[BookingStatus, string | null, string | null, string | null]>([
  ['booked', null, 'booking.notThere', null],
  ['handed_over', 'booking.over', null, 'booking.over'],
  ['returned', 'booking.over', 'booking.notThere', 'booking.over'],
  ['cancelled', 'booking.over', 'booking.notThere', 'booking.over'],
])('a booking that is %s: handing over, taking back, giving up', (status, over, back, up) => {
  expect([
    whyNotHandedOver({ status }, { kind: 'boards' }),
    whyNotReturned({ status }),
    whyNotGivenUp({ status }, null),
  ]).toEqual([over, back, up])
})

test('people come; they are not handed over', () => {
  expect([isLent('calligrapher'), isLent('troupe'), isLent('bus')]).toEqual([false, false, true])
  expect(whyNotHandedOver({ status: 'booked' }, { kind: 'troupe' })).toBe('booking.isSomeone')
})

test.each([
  ['a draft', { status: 'draft', needsIt: true, hasAnother: false }, null],
  [
    'an announced session',
    { status: 'scheduled', needsIt: true, hasAnother: false },
    'booking.sessionNeedsIt',
  ],
  ['one that has another', { status: 'scheduled', needsIt: true, hasAnother: true }, null],
  ['one that can do without', { status: 'scheduled', needsIt: false, hasAnother: false }, null],
] as const)('giving up what is booked for %s', (_, session, expected) => {
  expect(whyNotGivenUp({ status: 'booked' }, session)).toBe(expected)
})

test('what is booked stays on the register', () => {
  expect([whyNotRetired({ retiredAt: null }, 0), whyNotRetired({ retiredAt: null }, 1)]).toEqual([
    null,
    'resource.stillBooked',
  ])
  expect(whyNotRetired({ retiredAt: now }, 0)).toBe('resource.alreadyRetired')
})

test('an announced session needs only what is booked for it', () => {
  expect(whyNotNeeded({ status: 'draft' }, ['bus'], [])).toBe(null)
  expect(whyNotNeeded({ status: 'scheduled' }, ['bus'], [])).toBe('need.notBooked')
  expect(whyNotNeeded({ status: 'scheduled' }, ['bus'], ['bus'])).toBe(null)
  expect(whyNotNeeded({ status: 'held' }, [], [])).toBe('need.sessionOver')
})
