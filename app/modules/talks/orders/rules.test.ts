import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import {
  type Act,
  choicesOf,
  liesIn,
  life,
  named,
  type OrderReason,
  type OrderStatus,
  standing,
  startsIn,
  weeksLater,
  whyNot,
  whyNotMissed,
  whyNotOrderable,
} from './rules.ts'

const now = instantAt('2022-01-12', '10:00')
const hour = (date: string, from: string, to: string) => ({
  start: instantAt(date, from),
  end: instantAt(date, to),
})
const talk = {
  putOnMenuAt: now as Date | null,
  retiredAt: null,
  offeredFrom: null,
  offeredUntil: null,
  minutes: 60,
  audiences: ['elders'],
  languages: ['nantong'],
}
const order = {
  audience: 'elders',
  language: 'nantong',
  headCount: 20,
  guests: [] as { unitId: string; headCount: number }[],
  times: [hour('2022-01-20', '14:00', '15:00')],
}
const venue = { seats: 40 }
const season = { startsOn: '2021-12-01', endsOn: '2022-03-15' }

test.each<[string, OrderReason | null, object, object, object]>([
  ['an order that suits', null, {}, {}, {}],
  ['a talk off the menu', 'order.talkRetired', { retiredAt: now }, {}, {}],
  ['a talk in preparation', 'order.talkNotOnMenu', { putOnMenuAt: null }, {}, {}],
  ['a talk of spring', 'order.notOfferedThen', { offeredFrom: '2022-01-21' }, {}, {}],
  ['a talk till that day', null, { offeredUntil: '2022-01-20' }, {}, {}],
  ['another audience', 'order.notForAudience', {}, { audience: 'youth' }, {}],
  ['another language', 'order.languageNotOffered', {}, { language: 'qihai' }, {}],
  ['as many as the venue seats', null, {}, { headCount: 40 }, {}],
  ['one more than the venue seats', 'order.venueTooSmall', {}, { headCount: 41 }, {}],
  [
    'a time that begins now',
    'order.timePast',
    {},
    { times: [{ start: now, end: instantAt('2022-01-12', '11:00') }] },
    {},
  ],
  ['a day before the season', 'order.outsideSeason', {}, {}, { startsOn: '2022-01-21' }],
  ['the season’s last day', null, {}, { times: [hour('2022-03-15', '14:00', '15:00')] }, {}],
  [
    'the day after',
    'order.outsideSeason',
    {},
    { times: [hour('2022-03-16', '14:00', '15:00')] },
    {},
  ],
  [
    'times that touch',
    null,
    {},
    { times: [hour('2022-01-20', '14:00', '15:00'), hour('2022-01-20', '15:00', '16:00')] },
    {},
  ],
  [
    'times that overlap',
    'order.timesOverlap',
    {},
    { times: [hour('2022-01-20', '14:00', '15:00'), hour('2022-01-20', '14:30', '15:30')] },
    {},
  ],
])('ordering: %s', (_, expected, itsTalk, itsOrder, itsSeason) => {
  expect(
    whyNotOrderable(
      { ...talk, ...itsTalk },
      { ...order, ...itsOrder },
      venue,
      { ...season, ...itsSeason },
      now,
    ),
  ).toBe(expected)
})

const guest = { unitId: 'a', headCount: 5 }
test.each<[string, OrderReason | null, object]>([
  ['a span longer than the talk', null, { times: [hour('2022-01-20', '14:00', '17:00')] }],
  [
    'a span shorter than the talk',
    'order.timeTooShort',
    { times: [hour('2022-01-20', '14:00', '14:59')] },
  ],
  ['no time at all', 'order.noTime', { times: [] }],
  ['guests who leave room', null, { guests: [{ ...guest, headCount: 19 }] }],
  ['guests alone', 'order.tooManyGuests', { guests: [{ ...guest, headCount: 20 }] }],
  ['a guest twice', 'order.guestTwice', { guests: [guest, guest] }],
])('ordering: %s', (_, expected, more) => {
  expect(whyNotOrderable(talk, { ...order, ...more }, venue, season, now)).toBe(expected)
})

const statuses = Object.keys(standing) as OrderStatus[]
const acts = Object.keys(life) as Act[]

test('every act starts only from the states of its row, and each other state says where it stands', () => {
  for (const act of acts) {
    const from: readonly OrderStatus[] = life[act].from
    const said = statuses.map((status) => whyNot(act, { status }))
    const expected = statuses.map((status) => (from.includes(status) ? null : standing[status]))
    expect(said, act).toEqual(expected)
  }
})

test('every state can be reached from a draft, and only the ends lead nowhere', () => {
  const reached = new Set<OrderStatus>(['draft'])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const { from, to } of Object.values(life))
      if (from.some((status) => reached.has(status))) reached.add(to)
  }
  expect([...reached].toSorted()).toEqual(statuses.toSorted())
  const left = new Set<OrderStatus>(Object.values(life).flatMap(({ from }) => from))
  expect(statuses.filter((status) => !left.has(status))).toEqual(['refused', 'closed', 'withdrawn'])
})

test('any day of a week: the days still to come, as one choice', () => {
  // The clock stands on Wednesday, 12 January, at ten.
  const times = [{ date: '2022-01-12', from: '09:00', to: '11:30' }]
  const choices = choicesOf(times, { minutes: 60, anyDay: true }, now)
  expect(choices.map(({ choice }) => choice)).toEqual([0, 0, 0, 0])
  expect(choices.map(({ during }) => during)).toEqual(
    ['13', '14', '15', '16'].map((day) => hour(`2022-01-${day}`, '09:00', '11:30')),
  )
})

test('a time without an end is as long as the talk, and its weeks follow each other', () => {
  const times = named(weeksLater([{ date: '2022-01-20', from: '14:00' }], 2))
  expect(choicesOf(times, { minutes: 60, anyDay: false }, now)).toEqual([
    { choice: 0, during: hour('2022-02-03', '14:00', '15:00') },
  ])
})

test('a talk begins every half hour within a span, and only where it ends in time', () => {
  const spans = [hour('2022-01-20', '14:00', '15:45')]
  expect(startsIn(spans, 60)).toEqual([
    instantAt('2022-01-20', '14:00'),
    instantAt('2022-01-20', '14:30'),
  ])
  expect(liesIn(spans, instantAt('2022-01-20', '14:45'), 60)).toBe(true)
  expect(liesIn(spans, instantAt('2022-01-20', '14:46'), 60)).toBe(false)
  expect(liesIn(spans, instantAt('2022-01-20', '13:59'), 60)).toBe(false)
})

test('a talk is missed once its time has come, not before', () => {
  const during = hour('2022-01-12', '10:00', '11:00')
  expect(whyNotMissed({ status: 'scheduled' }, during, now)).toBe(null)
  const before = instantAt('2022-01-12', '09:59')
  expect(whyNotMissed({ status: 'scheduled' }, during, before)).toBe('order.notOverYet')
  expect(whyNotMissed({ status: 'held' }, during, now)).toBe('order.alreadyHeld')
})
