import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import type { Availability } from '../speakers/rules.ts'
import {
  type AskedOrder,
  type AskedSpeaker,
  type AskedVenue,
  type AskingReason,
  showsContact,
  startsFor,
  talkFrom,
  whyNotAnswerable,
  whyNotAskable,
  whyNotByHand,
  whyNotCalledOff,
  whyNotEnded,
  whyNotExpired,
} from './rules.ts'

const now = instantAt('2022-01-12', '10:00')
const hour = (date: string, from: string, to: string) => ({
  start: instantAt(date, from),
  end: instantAt(date, to),
})
const time = hour('2022-01-20', '14:00', '15:00')
const comes: Availability = {
  hours: [],
  extra: [],
  away: [],
  onHolidays: false,
  weeklyLimit: 1,
  seasonLimit: null,
  restDays: 0,
  rangeKm: null,
  vettedUntil: null,
  homeVenueId: null,
  home: null,
  booked: [],
}
const booked = { orderId: 'b', seasonId: 's', venueId: 'v', at: null }
const order: AskedOrder = {
  id: 'o',
  status: 'vetted',
  seasonId: 's',
  talkId: 't',
  venueId: 'v',
  language: 'nantong',
  audience: 'elders',
  headCount: 20,
  minutes: 60,
  times: [time],
  talkIds: ['t'],
}
const speaker: AskedSpeaker = {
  leftAt: null,
  languages: ['nantong'],
  audiences: [],
  lengths: [],
  mostGuests: null,
  talkIds: ['t', 'u'],
  comes,
}
const venue: AskedVenue = { id: 'v', seats: 40, hours: [], at: null }
const day = { now, holidays: new Map() }

test.each<[string, AskingReason | null, Partial<AskedOrder>, Date, Partial<AskedSpeaker>]>([
  ['a speaker who suits', null, {}, time.start, {}],
  ['an order not looked over', 'order.notVettedYet', { status: 'submitted' }, time.start, {}],
  ['an order asked already', 'order.alreadyDispatched', { status: 'proposed' }, time.start, {}],
  [
    'a time the branch did not name',
    'dispatch.notOneOfTheTimes',
    {},
    instantAt('2022-01-20', '14:30'),
    {},
  ],
  ['a time that has come', 'dispatch.timePast', {}, now, {}],
  ['a speaker who left', 'dispatch.speakerLeft', {}, time.start, { leftAt: now }],
  ['another speaker’s talk', 'dispatch.notTheirTalk', {}, time.start, { talkIds: ['u'] }],
  ['a similar talk that would do', null, { talkIds: ['t', 'u'] }, time.start, { talkIds: ['u'] }],
  ['a language not spoken', 'dispatch.languageNotSpoken', {}, time.start, { languages: [] }],
  ['another audience', 'dispatch.notTheirAudience', {}, time.start, { audiences: ['youth'] }],
  ['a talk too long', 'dispatch.tooLong', {}, time.start, { lengths: [10, 30] }],
  ['as long as they speak', null, {}, time.start, { lengths: [30, 60] }],
  ['as many guests as are received', null, { headCount: 8 }, time.start, { mostGuests: 8 }],
  ['a guest more', 'dispatch.tooManyGuests', { headCount: 9 }, time.start, { mostGuests: 8 }],
  ['a venue too small', 'dispatch.venueTooSmall', { headCount: 41 }, time.start, {}],
  [
    'a week that is full',
    'dispatch.enoughThatWeek',
    {},
    time.start,
    { comes: { ...comes, booked: [{ ...booked, time: hour('2022-01-17', '14:00', '15:00') }] } },
  ],
])('asking: %s', (_, expected, itsOrder, start, itsSpeaker) => {
  const asked = { ...order, ...itsOrder }
  const at = { time: talkFrom(start, asked), venue }
  expect(whyNotAskable('propose', asked, at, { ...speaker, ...itsSpeaker }, day)).toBe(expected)
})

test.each<[string, AskingReason | null, Partial<AskedOrder>, Date, Partial<AskedSpeaker>]>([
  ['a time the branch did not name', null, {}, instantAt('2022-01-20', '14:30'), {}],
  ['another audience, language and length', null, {}, time.start, { audiences: ['youth'] }],
  ['a week that is full', null, {}, time.start, { comes: { ...comes, weeklyLimit: 0 } }],
  ['an order asked already', 'order.alreadyDispatched', { status: 'proposed' }, time.start, {}],
  ['a time that has come', 'dispatch.timePast', {}, now, {}],
  ['a speaker who left', 'dispatch.speakerLeft', {}, time.start, { leftAt: now }],
  [
    'nobody vouches for the speaker',
    'dispatch.vettingOver',
    {},
    time.start,
    { comes: { ...comes, vettedUntil: '2022-01-19' } },
  ],
  [
    'a speaker who speaks elsewhere then',
    'speaker_taken',
    {},
    time.start,
    { comes: { ...comes, booked: [{ ...booked, time }] } },
  ],
])('asking what a hand set: %s', (_, expected, itsOrder, start, itsSpeaker) => {
  const asked = { ...order, ...itsOrder }
  const at = talkFrom(start, asked)
  expect(whyNotByHand(asked, at, { ...speaker, ...itsSpeaker }, now)).toBe(expected)
})

test('a venue is asked for only within its hours', () => {
  const mornings = { weekday: 4, fromTime: '08:00', untilTime: '12:00' }
  const shut = { ...venue, hours: [mornings] }
  const why = whyNotAskable('propose', order, { time, venue: shut }, speaker, day)
  expect(why).toBe('venue.closedThen')
})

test('a speaker can take an order up at the beginnings that suit them', () => {
  const afternoon = { ...order, times: [hour('2022-01-20', '14:00', '16:00')] }
  const late = [{ weekday: 4, fromTime: '14:30', untilTime: '18:00' }]
  const free = { ...speaker, comes: { ...comes, hours: late } }
  expect(startsFor(afternoon, venue, free, day)).toEqual([
    instantAt('2022-01-20', '14:30'),
    instantAt('2022-01-20', '15:00'),
  ])
  expect(startsFor({ ...afternoon, status: 'proposed' }, venue, free, day)).toEqual([])
})

const past = hour('2022-01-12', '08:00', '09:00')
test.each([
  ['proposed', time, null, null],
  ['proposed', past, 'dispatch.timePast', 'dispatch.over'],
  ['accepted', time, 'dispatch.alreadyAnswered', null],
  ['accepted', past, 'dispatch.alreadyAnswered', 'dispatch.over'],
  ['declined', time, 'dispatch.alreadyAnswered', 'dispatch.alreadyAnswered'],
  ['withdrawn', time, 'dispatch.takenBack', 'dispatch.takenBack'],
  ['cancelled', time, 'dispatch.cancelled', 'dispatch.cancelled'],
  ['expired', time, 'dispatch.expired', 'dispatch.expired'],
] as const)(
  'an invitation %s for %o: answer %s, take back %s',
  (status, during, answer, takeBack) => {
    expect(whyNotAnswerable({ status, during }, now)).toBe(answer)
    expect(whyNotEnded({ status, during }, 'declined', now)).toBe(answer)
    expect(whyNotEnded({ status, during }, 'takenBack', now)).toBe(takeBack)
  },
)

test.each([
  ['accepted', '2022-02-11T09:00:00+08:00', true],
  ['accepted', '2022-02-11T09:00:01+08:00', false],
  ['proposed', '2022-01-12T10:00:00+08:00', false],
  ['withdrawn', '2022-01-12T10:00:00+08:00', false],
] as const)('the contact of an invitation %s at %s is shown: %s', (status, at, expected) => {
  expect(showsContact({ status, during: past }, new Date(at))).toBe(expected)
})

test.each([
  ['accepted', time, null],
  ['accepted', past, 'dispatch.over'],
  ['proposed', time, 'dispatch.notAccepted'],
  ['withdrawn', time, 'dispatch.takenBack'],
] as const)('a speaker who was %s for %o calls it off: %s', (status, during, expected) => {
  expect(whyNotCalledOff({ status, during }, now)).toBe(expected)
})

test.each([
  ['proposed', time, null, 'dispatch.answerStillDue'],
  ['proposed', time, instantAt('2022-01-12', '10:01'), 'dispatch.answerStillDue'],
  ['proposed', time, now, null],
  ['proposed', past, null, null],
  ['accepted', past, now, 'dispatch.alreadyAnswered'],
] as const)('an invitation %s for %o, due %s, expires: %s', (status, during, dueAt, expected) => {
  expect(whyNotExpired({ status, during, dueAt }, now)).toBe(expected)
})
