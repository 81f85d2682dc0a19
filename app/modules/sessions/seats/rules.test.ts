import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import {
  dealOut,
  isChild,
  isOnTheDay,
  placeInTurn,
  type Room,
  type Size,
  seatsFor,
  sizeOf,
  timesUntil,
  whyNeverSeated,
  whyNotDealt,
  whyNotHeld,
  whyNotNamed,
  whyNotSignedOff,
  whyNotSignedUp,
  whyNotTimed,
} from './rules.ts'

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

const adult = { bornOn: '1950-01-01', asksAlone: true, runs: false }
const child = { bornOn: '2012-01-01', asksAlone: true, runs: false }
const byGuardian = { ...child, asksAlone: false }
const host = { ...adult, asksAlone: false, runs: true }
const always = { opensAt: null, closesAt: null }
const nowhere = { hasOne: false, inLine: false }
const later = { ...always, opensAt: instantAt('2022-01-12', '10:01') }
const over = { ...always, closesAt: before }

test.each([
  ['a seat or a place in line', scheduled, always, nowhere, adult, before, null],
  [
    'a seat already',
    scheduled,
    always,
    { hasOne: true, inLine: false },
    adult,
    before,
    'session.alreadySignedUp',
  ],
  [
    'in line already',
    scheduled,
    always,
    { hasOne: false, inLine: true },
    adult,
    before,
    'session.alreadyInLine',
  ],
  ['called off', cancelled, always, nowhere, adult, before, 'session.cancelled'],
  ['held', held, always, nowhere, adult, before, 'session.closed'],
  ['begun', scheduled, always, nowhere, host, during.start, 'session.started'],
  ['over', scheduled, always, nowhere, adult, during.end, 'session.started'],
  ['a child alone', scheduled, always, nowhere, child, before, 'session.needsGuardian'],
  ['a child by a guardian', scheduled, always, nowhere, byGuardian, before, null],
  ['a draft', { ...scheduled, status: 'draft' }, always, nowhere, adult, before, 'session.draft'],
  ['a minute too early', scheduled, later, nowhere, adult, before, 'session.notOpenYet'],
  ['too early, by its host', scheduled, later, nowhere, host, before, 'session.notOpenYet'],
  ['as it opens', scheduled, later, nowhere, adult, later.opensAt, null],
  ['as it closes', scheduled, over, nowhere, adult, before, 'session.signUpClosed'],
  ['closed, by its host for a caller', scheduled, over, nowhere, host, before, null],
] as const)('signing up, %s: %s', (_, session, times, place, asking, now, expected) => {
  expect(whyNotSignedUp({ ...session, ...times }, place, asking, now)).toBe(expected)
})

const at = (time: string) => instantAt('2022-01-13', time)
test.each([
  ['no times', always, null],
  ['until the start', { opensAt: before, closesAt: during.start }, null],
  ['after the start', { opensAt: null, closesAt: at('14:01') }, 'session.closesAfterStart'],
  ['opening after it', { opensAt: at('14:01'), closesAt: null }, 'session.closesAfterStart'],
  ['opening with it', { opensAt: during.start, closesAt: null }, 'session.closesBeforeOpening'],
  [
    'no time at all',
    { opensAt: at('09:00'), closesAt: at('09:00') },
    'session.closesBeforeOpening',
  ],
] as const)('times of signing up, %s: %s', (_, times, expected) => {
  expect(whyNotTimed(scheduled, times)).toBe(expected)
  expect(whyNotTimed(cancelled, times)).toBe('session.cancelled')
})

test.each([
  ['more', { more: 3, waits: false, runs: false }, always, before, null],
  ['fewer, while it waits', { more: -1, waits: true, runs: false }, always, before, null],
  [
    'more, while it waits',
    { more: 1, waits: true, runs: true },
    always,
    before,
    'session.alreadyInLine',
  ],
  ['more, closed', { more: 1, waits: false, runs: false }, over, before, 'session.signUpClosed'],
  ['fewer, closed', { more: -1, waits: false, runs: false }, over, before, null],
  [
    'fewer, begun',
    { more: -1, waits: false, runs: false },
    always,
    during.start,
    'session.started',
  ],
] as const)('holding seats, %s: %s', (_, asking, times, now, expected) => {
  expect(whyNotHeld({ ...scheduled, ...times }, asking, now)).toBe(expected)
})

test.each([
  [{ held: 2, names: 2 }, before, null],
  [{ held: 2, names: 3 }, before, 'session.notSoManyHeld'],
  [{ held: 2, names: 1 }, during.start, 'session.started'],
] as const)('naming seats, %j: %s', (asking, now, expected) => {
  expect(whyNotNamed(scheduled, asking, now)).toBe(expected)
})

test.each([
  ['12:00', '13:00', '12:00', '13:00'],
  ['12:00', '14:00', '12:00', '14:00'],
  ['12:00', '14:01', '12:00', null],
  ['13:59', '14:01', '13:59', null],
  ['14:00', '15:00', null, null],
  [null, '13:00', null, '13:00'],
  ['14:30', null, null, null],
])('moved to 14:00, sign-up from %s to %s is from %s to %s', (opens, closes, opened, closed) => {
  const at = (time: string | null) => time && instantAt('2022-01-13', time)
  const times = { opensAt: at(opens) || null, closesAt: at(closes) || null }
  const expected = { opensAt: at(opened) || null, closesAt: at(closed) || null }
  expect(timesUntil(during.start, times)).toEqual(expected)
  expect(whyNotTimed(scheduled, expected)).toBe(null)
})

test('from the day itself on, giving a seat back says that one can’t come', () => {
  expect(isOnTheDay(scheduled, instantAt('2022-01-12', '23:59'))).toBe(false)
  expect(isOnTheDay(scheduled, at('00:00'))).toBe(true)
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

const size: fc.Arbitrary<Size> = fc
  .record({ children: fc.nat(4), others: fc.nat(4) })
  .filter(({ children, others }) => children + others > 0)

/** Tries every way of giving the children one of theirs or another one. */
function fitsSomehow(room: Room, { children, others }: Size): boolean {
  for (let child = 0; child <= children; child += 1)
    if (child <= room.child && children - child + others <= room.open) return true
  return false
}

test('people who come together are seated exactly where there is any way to', () => {
  fc.assert(
    fc.property(fc.record({ child: fc.nat(6), open: fc.nat(6) }), size, (room, wanted) => {
      const seats = seatsFor(room, wanted)
      expect(seats !== null).toBe(fitsSomehow(room, wanted))
      if (!seats) return
      expect(seats.child + seats.open).toBe(wanted.children + wanted.others)
      expect(seats.child).toBeLessThanOrEqual(Math.min(room.child, wanted.children))
      expect(seats.open).toBeLessThanOrEqual(room.open)
      // One of the children's is never left over where a child has another one.
      expect(seats.child === room.child || seats.child === wanted.children).toBe(true)
    }),
  )
})

test('nobody is seated past somebody in line who would fit, and no seat is given twice', () => {
  const rooms = fc.record({ child: fc.nat(4), open: fc.nat(6) })
  const some = fc.array(size, { maxLength: 5 })
  fc.assert(
    fc.property(rooms, some, some, fc.boolean(), (room, line, coming, firstCome) => {
      const places = placeInTurn(room, line, coming, firstCome)
      const left = { ...room }
      const waiting = firstCome ? [] : [...line]
      for (const [at, seats] of places.entries()) {
        const wanted = coming[at]!
        const mayBeSeated =
          fitsSomehow(left, wanted) && !waiting.some((each) => fitsSomehow(left, each))
        expect(seats !== null).toBe(mayBeSeated)
        if (!seats && !firstCome) waiting.push(wanted)
        left.child -= seats?.child ?? 0
        left.open -= seats?.open ?? 0
      }
      expect(Math.min(left.child, left.open)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('of a family the children sit on the children’s seats, as far as there are any', () => {
  const family = [adult, child, child]
  expect(sizeOf(family, before)).toEqual({ children: 2, others: 1 })
  expect(dealOut(family, { child: 1, open: 2 }, before).map(({ seat }) => seat)).toEqual([
    'open',
    'child',
    'open',
  ])
})

test.each([
  [{ children: 1, others: 1 }, null],
  [{ children: 0, others: 2 }, 'session.partyTooBig'],
  [{ children: 2, others: 0 }, null],
  [{ children: 3, others: 0 }, 'session.partyTooBig'],
] as const)('together at one seat for children and one for anyone, %j: %s', (wanted, expected) => {
  expect(whyNeverSeated({ seats: 2, childSeats: 1 }, wanted)).toBe(expected)
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
