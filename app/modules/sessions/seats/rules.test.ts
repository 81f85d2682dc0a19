import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import { isChild, seatFor, whyNotDealt, whyNotSignedOff, whyNotSignedUp } from './rules.ts'

const during = { start: instantAt('2022-01-13', '14:00'), end: instantAt('2022-01-13', '15:30') }
const before = instantAt('2022-01-12', '10:00')
const scheduled = { status: 'scheduled', during, seats: 2, childSeats: 0 } as const
const cancelled = { ...scheduled, status: 'cancelled' } as const
const held = { ...scheduled, status: 'held' } as const

test.each([
  ['2004-01-13', true],
  ['2004-01-12', false],
  [null, false],
])('born on %s, a child on 2022-01-12: %s', (bornOn, expected) => {
  expect(isChild({ bornOn }, before)).toBe(expected)
})

const adult = { bornOn: '1950-01-01', asksAlone: true }
const child = { bornOn: '2012-01-01', asksAlone: true }
const none = { taken: 0, childTaken: 0, hasOne: false }
const oneLeft = { ...none, taken: 1 }
const full = { ...none, taken: 2 }

test.each([
  ['a free seat', scheduled, none, adult, before, null],
  ['the last seat', scheduled, oneLeft, adult, before, null],
  ['no seat', scheduled, full, adult, before, 'session.full'],
  [
    'a seat already',
    scheduled,
    { ...full, hasOne: true },
    adult,
    before,
    'session.alreadySignedUp',
  ],
  ['called off', cancelled, none, adult, before, 'session.cancelled'],
  ['held', held, none, adult, before, 'session.closed'],
  ['begun', scheduled, none, adult, during.start, 'session.started'],
  ['over', scheduled, none, adult, during.end, 'session.started'],
  ['a child alone', scheduled, none, child, before, 'session.needsGuardian'],
  ['a child by a guardian', scheduled, none, { ...child, asksAlone: false }, before, null],
  [
    'a grown-up where only children’s are left',
    { ...scheduled, childSeats: 1 },
    oneLeft,
    adult,
    before,
    'session.childSeatsLeft',
  ],
  ['a draft', { ...scheduled, status: 'draft' }, none, adult, before, 'session.draft'],
] as const)('signing up, %s: %s', (_, session, seats, person, now, expected) => {
  expect(whyNotSignedUp(session, seats, person, now)).toBe(expected)
})

test.each([
  ['a seat', scheduled, true, before, null],
  ['no seat', scheduled, false, before, 'session.notSignedUp'],
  ['begun', scheduled, true, during.start, 'session.started'],
  ['called off', cancelled, true, before, 'session.cancelled'],
  ['held', held, true, during.end, 'session.closed'],
] as const)('giving a seat back, %s: %s', (_, session, hasSeat, now, expected) => {
  expect(whyNotSignedOff(session, hasSeat, now)).toBe(expected)
})

test('seats kept for children are theirs, and no more are given than there are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.nat(12),
      fc.array(fc.boolean(), { maxLength: 30 }),
      (seats, kept, arrivals) => {
        const childSeats = Math.min(kept, seats)
        const taken = { taken: 0, childTaken: 0 }
        let adults = 0
        let childTurnedAwayTooSoon = false
        for (const forChild of arrivals) {
          const seat = seatFor({ seats, childSeats }, taken, forChild)
          // A child is turned away only where no seat is left at all.
          if (seat === null) childTurnedAwayTooSoon ||= forChild && taken.taken < seats
          else {
            taken.taken += 1
            if (seat === 'child') taken.childTaken += 1
            if (!forChild) adults += 1
          }
        }
        expect(childTurnedAwayTooSoon).toBe(false)
        expect(taken.taken).toBeLessThanOrEqual(seats)
        expect(adults).toBeLessThanOrEqual(seats - childSeats)
      },
    ),
  )
})

const dealt = { seats: 8, childSeats: 3 }
const room = { venueSeats: 10, mostGuests: null }
test.each([
  ['as they come', scheduled, { taken: 8, childTaken: 3 }, dealt, room, null],
  ['a draft', { ...scheduled, status: 'draft' }, { taken: 0, childTaken: 0 }, dealt, room, null],
  ['under children', scheduled, { taken: 4, childTaken: 4 }, dealt, room, 'session.seatsInUse'],
  ['under grown-ups', scheduled, { taken: 6, childTaken: 0 }, dealt, room, 'session.seatsInUse'],
  [
    'more than the venue has',
    scheduled,
    { taken: 0, childTaken: 0 },
    { seats: 11, childSeats: 0 },
    room,
    'session.moreSeatsThanVenue',
  ],
  [
    'more than the householder receives',
    scheduled,
    { taken: 0, childTaken: 0 },
    dealt,
    { venueSeats: 10, mostGuests: 7 },
    'home.tooManyGuests',
  ],
  [
    'more for children than there are',
    scheduled,
    { taken: 0, childTaken: 0 },
    { seats: 2, childSeats: 3 },
    room,
    'session.moreChildSeats',
  ],
  ['held', held, { taken: 0, childTaken: 0 }, dealt, room, 'session.closed'],
] as const)('dealing seats, %s: %s', (_, session, taken, seats, within, expected) => {
  expect(whyNotDealt({ ...session, ...taken }, seats, within)).toBe(expected)
})
