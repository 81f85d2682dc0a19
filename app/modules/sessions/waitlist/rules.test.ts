import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, hour, instantAt, later, minute, timeOf } from '#app/platform/time.ts'
import type { Room, Size } from '../seats/rules.ts'
import {
  offersNow,
  offerUntil,
  whyNotAnswered,
  whyNotByLink,
  whyNotFilled,
  whyNotLeft,
  whyWaiting,
} from './rules.ts'

const start = instantAt('2022-01-20', '14:00')
const during = { start, end: later(start, hour) }
const scheduled = { status: 'scheduled', during } as const
const on = (day: number, time: string) => instantAt(`2022-01-${String(day).padStart(2, '0')}`, time)

test.each([
  ['eight days ahead: a day', on(12, '10:00'), on(13, '10:00')],
  ['exactly seven days: a day', on(13, '14:00'), on(14, '14:00')],
  ['a minute less: half a day', on(13, '14:01'), on(14, '09:00')],
  ['half a day that ends by day', on(15, '08:00'), on(15, '20:00')],
  ['half a day that ends by night', on(15, '12:00'), on(16, '09:00')],
  ['exactly two days: half a day', on(18, '14:00'), on(19, '09:00')],
  ['a day ahead: four hours', on(19, '10:00'), on(19, '14:00')],
  ['as late as it may end', on(19, '13:00'), on(19, '17:00')],
  ['hours ahead, in the evening', on(19, '20:30'), on(20, '09:00')],
  ['the morning of the day: an hour', on(20, '08:00'), on(20, '09:00')],
  ['exactly six hours: an hour', on(20, '08:00'), on(20, '09:00')],
  ['less than six: twenty minutes', on(20, '10:00'), on(20, '10:20')],
  ['as late as it can be made', on(20, '13:15'), on(20, '13:30')],
  ['too late to decide', on(20, '13:16'), null],
  ['the last half hour', on(20, '13:30'), null],
  ['begun', on(20, '14:00'), null],
  ['one minute before the night', on(15, '20:59'), on(16, '09:00')],
  ['at night', on(15, '21:00'), null],
  ['early', on(15, '07:59'), null],
] as const)('an offer, %s', (_, now, until) => {
  expect(offerUntil(now, start)).toEqual(until)
})

test('an offer ends in the morning before an early session, rather than after its start', () => {
  const early = on(20, '08:30')
  expect(offerUntil(on(19, '20:00'), early)).toEqual(on(20, '08:00'))
  const dawn = on(20, '06:00')
  expect(offerUntil(on(19, '20:00'), dawn)).toEqual(on(20, '05:30'))
})

test('no offer is made or ends by night, and each is over half an hour before the start', () => {
  const days = fc
    .integer({ min: 0, max: 20 * 24 * 60 })
    .map((at) => later(on(1, '00:00'), at * minute))
  const starts = fc
    .integer({ min: 7 * 60, max: 20 * 60 })
    .map((at) => later(on(20, '00:00'), at * minute))
  fc.assert(
    fc.property(days, starts, (now, begins) => {
      const until = offerUntil(now, begins)
      const isNight = (instant: Date, from: string) =>
        timeOf(instant) >= '21:00' || timeOf(instant) < from
      const last = later(begins, -30 * minute)
      expect(until === null).toBe(isNight(now, '08:00') || later(now, 15 * minute) > last)
      if (until === null) return
      expect(until > now && until <= last).toBe(true)
      expect(!isNight(until, '09:00') || until.getTime() === last.getTime()).toBe(true)
      // Whoever has to answer has twenty minutes, or a quarter of an hour where the session is near.
      const least = until.getTime() === last.getTime() ? 15 : 20
      expect(until >= later(now, least * minute)).toBe(true)
      expect(dayOf(until) <= dayOf(begins)).toBe(true)
    }),
  )
})

const size: fc.Arbitrary<Size> = fc
  .record({ children: fc.nat(3), others: fc.nat(3) })
  .filter(({ children, others }) => children + others > 0)

function fitsSomehow(room: Room, { children, others }: Size): boolean {
  for (let child = 0; child <= children; child += 1)
    if (child <= room.child && children - child + others <= room.open) return true
  return false
}

test('seats are offered in the order of arrival, and who is passed over would not fit', () => {
  const rooms = fc.record({ child: fc.nat(4), open: fc.nat(5) })
  fc.assert(
    fc.property(rooms, fc.array(size, { maxLength: 6 }), (room, sizes) => {
      const line = sizes.map((each, at) => ({ size: each, at }))
      const offers = new Map(offersNow(room, line).map(({ party, seats }) => [party.at, seats]))
      const left = { ...room }
      for (const { size: wanted, at } of line) {
        expect(offers.has(at)).toBe(fitsSomehow(left, wanted))
        left.child -= offers.get(at)?.child ?? 0
        left.open -= offers.get(at)?.open ?? 0
      }
      expect(Math.min(left.child, left.open)).toBeGreaterThanOrEqual(0)
      // Of equal parties none is asked before one that came earlier.
      const jumped = line.filter(
        ({ size: own, at }) =>
          offers.has(at) &&
          line.some(
            (other) =>
              other.at < at &&
              !offers.has(other.at) &&
              other.size.children === own.children &&
              other.size.others === own.others,
          ),
      )
      expect(jumped).toEqual([])
    }),
  )
})

const now = on(19, '10:00')
test.each([
  ['offered', now, scheduled, 'offer.over'],
  ['offered', later(now, -1), scheduled, null],
  ['waiting', now, scheduled, 'offer.none'],
  ['seated', now, scheduled, 'offer.taken'],
  ['declined', now, scheduled, 'offer.declined'],
  ['lapsed', now, scheduled, 'offer.over'],
  ['left', now, scheduled, 'line.ended'],
  ['offered', later(now, -1), { ...scheduled, status: 'cancelled' }, 'session.cancelled'],
  // It was moved to an earlier time.
  [
    'offered',
    later(now, -1),
    { ...scheduled, during: { ...during, start: later(now, -1) } },
    'session.started',
  ],
] as const)('answering an offer, %s', (status, at, session, expected) => {
  expect(whyNotAnswered(session, { status, offerUntil: now }, at)).toBe(expected)
})

const pair = { children: 0, others: 2 }
test.each([
  ['waiting', { child: 0, open: 2 }, now, null],
  ['waiting', { child: 2, open: 1 }, now, 'line.noRoom'],
  ['offered', { child: 0, open: 0 }, now, null],
  ['lapsed', { child: 0, open: 2 }, now, 'line.ended'],
  ['waiting', { child: 0, open: 2 }, start, 'session.started'],
] as const)('seating a pair by hand, %s with %j', (status, room, at, expected) => {
  expect(whyNotFilled(scheduled, { status, size: pair }, room, at)).toBe(expected)
})

test.each([
  ['waiting', null],
  ['offered', null],
  ['seated', 'line.ended'],
  ['left', 'line.ended'],
] as const)('leaving the line, %s: %s', (status, expected) => {
  expect(whyNotLeft({ status })).toBe(expected)
})

test.each([
  [{ child: 0, open: 0 }, 'line.full'],
  [{ child: 3, open: 0 }, 'line.childSeatsLeft'],
  [{ child: 3, open: 1 }, 'line.tooFewLeft'],
  [{ child: 0, open: 2 }, 'line.othersFirst'],
] as const)('a pair waits while %j is free: %s', (room, expected) => {
  expect(whyWaiting(room, pair)).toBe(expected)
})

test('sixty answers an hour from one place, then it is enough', () => {
  expect([whyNotByLink(59), whyNotByLink(60)]).toEqual([null, 'offer.tooManyFromHere'])
})
