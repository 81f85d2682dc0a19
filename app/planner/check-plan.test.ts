import { describe, expect, test } from 'vitest'
import { checkPlan, type Rule } from './check-plan.ts'
import type { Booking, Order, Season, Speaker, Venue } from './season.ts'

const at = (day: number, hour: number) => day * 1440 + hour * 60
const allWeek = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ from: at(day, 8), until: at(day, 21) }))

const speaker: Speaker = {
  id: 's',
  place: 0,
  skills: [{ skill: 'fraud', strength: 3 }],
  audiences: ['elders'],
  languages: ['dialect'],
  formats: ['talk'],
  minutes: [60],
  mostGuests: 30,
  homeVenue: null,
  range: 6,
  free: allWeek,
  mostPerDay: 2,
  mostPerWeek: 3,
  mostPerSeason: 4,
  restDays: 0,
  restMinutes: 15,
  booked: [],
  given: 0,
  willingness: 1,
}

const venue: Venue = { id: 'v', place: 0, seats: 30, open: allWeek, booked: [] }

const order: Order = {
  id: 'o',
  unit: 'u',
  priority: 1,
  waited: 0,
  wants: [{ skill: 'fraud', worth: 1 }],
  audience: 'elders',
  language: 'dialect',
  format: 'talk',
  minutes: 60,
  headCount: 20,
  options: allWeek.flatMap((stretch) =>
    [0, 1].map((where) => ({ stretch, venue: where, choice: 0 })),
  ),
  locked: null,
  current: null,
}

// Two places five kilometres and thirty-five minutes apart, a venue in each.
const season: Season = {
  days: 7,
  weekday: 0,
  places: [
    { x: 0, y: 0 },
    { x: 3, y: 4 },
  ],
  travel: { atLeast: 10, perKilometre: 5 },
  step: 30,
  speakers: [speaker, { ...speaker, id: 't' }],
  venues: [venue, { ...venue, id: 'w', place: 1 }],
  orders: [order, order, order, order, order],
}

const book = (number: number, start: number, over: Partial<Booking> = {}): Booking => ({
  order: number,
  speaker: 0,
  venue: 0,
  start,
  ...over,
})
const withSpeaker = (change: Partial<Speaker>): Season => ({
  ...season,
  speakers: [{ ...speaker, ...change }, speaker],
})
const withVenue = (change: Partial<Venue>): Season => ({
  ...season,
  venues: [{ ...venue, ...change }, season.venues[1]!],
})
const withOrder = (change: Partial<Order>): Season => ({
  ...season,
  orders: [{ ...order, ...change }, ...season.orders.slice(1)],
})

const one = [book(0, at(0, 9))]
const two = (first: number, second: number, over: Partial<Booking> = {}) => [
  book(0, first),
  book(1, second, over),
]
const sunday = at(6, 9)
const outside = (start: number, place = 0) => ({
  booked: [{ stretch: { from: start, until: start + 60 }, place }],
})

describe('a plan that may be carried out has no fault', () => {
  test.each<[string, Season, Booking[]]>([
    ['nothing planned', season, []],
    ['one talk at the edge of all hours', season, [book(0, at(0, 20))]],
    ['two talks with exactly the rest between', season, two(at(0, 9), at(0, 10) + 15)],
    [
      'with exactly the way and the rest between',
      season,
      two(at(0, 9), at(0, 10) + 50, { venue: 1 }),
    ],
    ['one venue used back to back', season, two(at(0, 9), at(0, 10), { speaker: 1 })],
    ['a rest day kept', withSpeaker({ restDays: 1 }), two(at(0, 9), at(2, 9))],
    [
      'two talks of one day before a rest day',
      withSpeaker({ restDays: 1 }),
      two(at(0, 9), at(0, 12)),
    ],
    [
      'three talks on Sunday and Monday of two weeks',
      { ...season, weekday: 6 },
      [book(0, at(0, 9)), book(1, at(0, 12)), book(2, at(1, 9)), book(3, at(2, 9))],
    ],
    [
      'a speaker who says nothing of whom',
      withSpeaker({
        audiences: [],
        languages: [],
        formats: [],
        minutes: [],
        mostGuests: null,
        range: null,
      }),
      one,
    ],
    [
      'a speaker free in stretches that touch',
      withSpeaker({
        free: [
          { from: at(0, 8), until: at(0, 9) + 30 },
          { from: at(0, 9) + 30, until: at(0, 12) },
        ],
      }),
      one,
    ],
    ['a lock that is kept', withOrder({ locked: one[0]! }), one],
    [
      'limits that only talks outside the plan break',
      withSpeaker({ mostPerSeason: 1, given: 2 }),
      [],
    ],
  ])('%s', (_, given, bookings) => {
    expect(checkPlan(given, bookings)).toEqual([])
  })
})

describe('each broken rule is found', () => {
  test.each<[Rule, string, Season, Booking[], number[]]>([
    ['unknown_place', 'an order that is not there', season, [book(9, at(0, 9))], [9]],
    ['unknown_place', 'a start between minutes', season, [book(0, 600.5)], [0]],
    [
      'served_twice',
      'by two speakers',
      season,
      [book(0, at(0, 9)), book(0, at(1, 9), { speaker: 1 })],
      [0],
    ],
    ['topic', 'not given', withSpeaker({ skills: [{ skill: 'tea', strength: 3 }] }), one, [0]],
    ['audience', 'not spoken to', withOrder({ audience: 'children' }), one, [0]],
    ['language', 'not spoken', withOrder({ language: 'mandarin' }), one, [0]],
    ['format', 'not given', withOrder({ format: 'visit' }), one, [0]],
    ['length', 'not given', withOrder({ minutes: 30 }), one, [0]],
    ['guests', 'one too many', withSpeaker({ mostGuests: 19 }), one, [0]],
    ['home_only', 'asked elsewhere', withSpeaker({ homeVenue: 1 }), one, [0]],
    [
      'range',
      'a metre too far',
      withSpeaker({ range: 4.999 }),
      [book(0, at(0, 9), { venue: 1 })],
      [0],
    ],
    ['time_not_wished', 'on another day', withOrder({ options: [order.options[2]!] }), one, [0]],
    ['time_not_wished', 'in another venue', withOrder({ options: [order.options[1]!] }), one, [0]],
    ['speaker_away', 'on that day', withSpeaker({ free: [allWeek[1]!] }), one, [0]],
    [
      'speaker_away',
      'from the middle',
      withSpeaker({ free: [{ from: at(0, 8), until: at(0, 9) + 59 }] }),
      one,
      [0],
    ],
    ['seats', 'one too few', withVenue({ seats: 19 }), one, [0]],
    ['venue_closed', 'on that day', withVenue({ open: [allWeek[1]!] }), one, [0]],
    [
      'venue_taken',
      'outside the plan',
      withVenue({ booked: [{ from: at(0, 9) + 59, until: at(0, 12) }] }),
      one,
      [0],
    ],
    ['venue_taken', 'by two talks', season, two(at(0, 9), at(0, 9) + 30, { speaker: 1 }), [0, 1]],
    ['speaker_taken', 'by two talks', season, two(at(0, 9), at(0, 9) + 30, { venue: 1 }), [0, 1]],
    ['speaker_taken', 'outside the plan', withSpeaker(outside(at(0, 9) + 30, 1)), one, [0]],
    [
      'way_too_long',
      'a minute too little for the way',
      season,
      two(at(0, 9), at(0, 10) + 49, { venue: 1 }),
      [0, 1],
    ],
    [
      'way_too_long',
      'a minute too little to rest, given the later one first',
      season,
      two(at(0, 10) + 14, at(0, 9)),
      [0, 1],
    ],
    [
      'way_too_long',
      'from a talk outside the plan',
      withSpeaker(outside(at(0, 10) + 30, 1)),
      one,
      [0],
    ],
    ['rest_days', 'too few', withSpeaker({ restDays: 2 }), two(at(0, 9), at(2, 9)), [0, 1]],
    [
      'rest_days',
      'after a talk before the season',
      withSpeaker({ restDays: 2, ...outside(at(-2, 9)) }),
      one,
      [0],
    ],
    [
      'most_per_day',
      'one too many',
      withSpeaker({ mostPerDay: 1 }),
      two(at(0, 9), at(0, 12)),
      [0, 1],
    ],
    [
      'most_per_week',
      'one too many',
      withSpeaker({ mostPerWeek: 1 }),
      two(at(0, 9), sunday),
      [0, 1],
    ],
    [
      'most_per_week',
      'with one outside the plan',
      withSpeaker({ mostPerWeek: 1, ...outside(sunday) }),
      one,
      [0],
    ],
    [
      'most_per_season',
      'with those given',
      withSpeaker({ mostPerSeason: 2, given: 1 }),
      two(at(0, 9), sunday),
      [0, 1],
    ],
    ['lock_broken', 'not planned', withOrder({ locked: one[0]! }), [], [0]],
    ['lock_broken', 'later', withOrder({ locked: one[0]! }), [book(0, at(0, 10))], [0]],
  ])('%s: %s', (rule, _, given, bookings, orders) => {
    expect(checkPlan(given, bookings)).toEqual([{ rule, orders }])
  })
})
