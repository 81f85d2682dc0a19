import { describe, expect, test } from 'vitest'
import { anOrder, aSeason, aSpeaker, at, aVenue, daily } from '#test/make-planner.ts'
import { bookingOf, columnOf, columnsOf, funnelOf, type Hurdle, whyNotServed } from './columns.ts'
import type { Order, Season, Speaker, Venue } from './season.ts'

const far = { stretch: { from: at(0, 9), until: at(0, 10) }, venue: 1, choice: 0 }
const talkAt = (day: number, hour: number, place = 0) => ({
  stretch: { from: at(day, hour), until: at(day, hour + 1) },
  place,
})

function bookings(season: Season) {
  const columns = columnsOf(season)
  return Array.from({ length: columns.count }, (_, column) => bookingOf(columns, column))
}

describe('a speaker may serve an order', () => {
  const may: [string, Partial<Speaker>, Partial<Order>][] = [
    ['who says nothing against it', {}, {}],
    ['by a second wish', { skills: [{ skill: 'herbs', strength: 1 }] }, secondWish()],
    ['whose lists hold what is asked', { audiences: ['elders'], minutes: [30, 60] }, {}],
    ['as far as the range reaches', { range: 5 }, { options: [far] }],
    ['who receives at this home', { homeVenue: 0 }, {}],
    ['in two free stretches that touch', { free: [half(9, 9.5), half(9.5, 10)] }, {}],
    ['a day after a talk without rest', { booked: [talkAt(-1, 9)] }, {}],
    ['after a talk and the way from it', { booked: [talkAt(0, 7.5, 1)] }, {}],
    ['with a talk of the week left', { mostPerWeek: 2, booked: [talkAt(6, 9)] }, {}],
    ['with a talk of the season left', { mostPerSeason: 3, given: 1, booked: [talkAt(3, 9)] }, {}],
  ]
  test.each(may)('%s', (_, speaker, order) => {
    const season = aSeason({ speakers: [aSpeaker(speaker)], orders: [anOrder(order)] })
    expect(columnsOf(season).count).toBe(1)
    expect(whyNotServed(season, 0, 0)).toBeUndefined()
  })
})

function half(from: number, until: number) {
  return { from: at(0, from), until: at(0, until) }
}

function secondWish(): Partial<Order> {
  const wants = [
    { skill: 'fraud', worth: 1 },
    { skill: 'herbs', worth: 0.5 },
  ]
  return { wants }
}

describe('a speaker may not serve an order', () => {
  const not: [Hurdle, string, Partial<Speaker>, Partial<Order>, Partial<Venue>][] = [
    ['skill', 'on another subject', { skills: [{ skill: 'herbs', strength: 3 }] }, {}, {}],
    ['audience', 'of another audience', { audiences: ['children'] }, {}, {}],
    ['language', 'in another language', { languages: ['mandarin'] }, {}, {}],
    ['format', 'of another format', { formats: ['visit'] }, {}, {}],
    ['length', 'of another length', { minutes: [10, 30] }, {}, {}],
    ['guests', 'with too many guests', { mostGuests: 19 }, {}, {}],
    ['seats', 'where there are too few seats', {}, {}, { seats: 19 }],
    ['home', 'away from the home where it is received', { homeVenue: 1 }, {}, {}],
    ['range', 'too far away', { range: 4.9 }, { options: [far] }, {}],
    ['hours', 'before the venue opens', {}, {}, { open: daily(14, 10, 21) }],
    ['taken', 'while the venue is taken', {}, {}, { booked: [half(9.5, 11)] }],
    ['free', 'while away', { free: [half(8, 9.5)] }, {}, {}],
    ['booked', 'during another talk', { booked: [talkAt(0, 9.5)] }, {}, {}],
    ['booked', 'before the way is made', { booked: [talkAt(0, 7.75, 1)] }, {}, {}],
    ['booked', 'before the rest is over', { restMinutes: 30, booked: [talkAt(0, 7.75)] }, {}, {}],
    ['booked', 'on a day of rest', { restDays: 2, booked: [talkAt(2, 9)] }, {}, {}],
    ['booked', 'in a full day', { mostPerDay: 1, booked: [talkAt(0, 18)] }, {}, {}],
    ['booked', 'in a full week', { mostPerWeek: 1, booked: [talkAt(6, 9)] }, {}, {}],
    ['booked', 'in a full season', { mostPerSeason: 2, given: 1, booked: [talkAt(9, 9)] }, {}, {}],
  ]
  test.each(not)('(%s) %s', (hurdle, _, speaker, order, venue) => {
    const season = aSeason({
      speakers: [aSpeaker(speaker)],
      venues: [aVenue(venue), aVenue({ id: 'far', place: 1, ...venue })],
      orders: [anOrder(order)],
    })
    expect(columnsOf(season).count).toBe(0)
    expect(whyNotServed(season, 0, 0)).toBe(hurdle)
  })
})

describe('columns', () => {
  test('stand in order of order, speaker, start and venue, at the steps of the options', () => {
    const stretch = { from: at(0, 9), until: at(0, 10, 45) }
    const options = [
      { stretch, venue: 1, choice: 1 },
      { stretch, venue: 0, choice: 0 },
    ]
    const season = aSeason({
      speakers: [aSpeaker(), aSpeaker({ id: 'second' })],
      orders: [anOrder({ options }), anOrder({ id: 'next' })],
    })
    const found = bookings(season)
    expect(found.map(({ order, speaker, start, venue }) => [order, speaker, start, venue])).toEqual(
      [
        ...[0, 1].flatMap((speaker) => [
          [0, speaker, at(0, 9), 0],
          [0, speaker, at(0, 9), 1],
          [0, speaker, at(0, 9, 30), 0],
          [0, speaker, at(0, 9, 30), 1],
        ]),
        [1, 0, at(0, 9), 0],
        [1, 1, at(0, 9), 0],
      ],
    )
    expect(found.map((booking) => columnOf(columnsOf(season), booking))).toEqual([...found.keys()])
  })

  test('say how well they fit and how far it is', () => {
    const season = aSeason({
      speakers: [aSpeaker({ skills: [{ skill: 'herbs', strength: 2 }] })],
      orders: [anOrder({ ...secondWish(), options: [{ ...far, choice: 1 }] })],
    })
    const { fit, kilometres, want, choice } = columnsOf(season)
    expect([...fit, ...kilometres, ...want, ...choice]).toEqual([0.33 + 0.15 + 0.1, 5, 1, 1])
  })

  test('leave out locked orders, and what locks leave no room for', () => {
    const locked = { order: 0, speaker: 0, venue: 1, start: at(0, 9) }
    const season = aSeason({
      speakers: [aSpeaker({ skills: [] }), aSpeaker({ id: 'second' })],
      orders: [anOrder({ locked }), anOrder({ id: 'other', options: [far] }), anOrder()],
    })
    expect(bookings(season)).toEqual([{ order: 2, speaker: 1, venue: 0, start: at(0, 9) }])
  })

  test('keep what is promised off the steps, for who promised it', () => {
    const current = { order: 0, speaker: 1, venue: 0, start: at(0, 9, 10) }
    const options = [{ stretch: { from: at(0, 9), until: at(0, 10, 20) }, venue: 0, choice: 0 }]
    const season = aSeason({
      speakers: [aSpeaker(), aSpeaker({ id: 'second' })],
      orders: [anOrder({ options, current })],
    })
    expect(bookings(season).map(({ speaker, start }) => [speaker, start])).toEqual([
      [0, at(0, 9)],
      [1, at(0, 9)],
      [1, at(0, 9, 10)],
    ])
  })
})

test('a funnel counts each speaker at the furthest hurdle reached', () => {
  const season = aSeason({
    speakers: [
      aSpeaker(),
      aSpeaker({ skills: [] }),
      aSpeaker({ languages: ['mandarin'], mostGuests: 3 }),
      aSpeaker({ free: [half(9, 10)], range: 3 }),
      aSpeaker({ free: [] }),
      aSpeaker({ booked: [talkAt(0, 9)] }),
    ],
    orders: [anOrder({ options: [far] })],
  })
  const { fallen, left } = funnelOf(season, 0)
  const counted = Object.entries(fallen).filter(([, count]) => count > 0)
  expect(Object.fromEntries(counted)).toEqual({
    skill: 1,
    language: 1,
    range: 1,
    free: 1,
    booked: 1,
  })
  expect(left).toBe(1)
})
