// Small seasons for the planner's tests: one speaker, venue and order that fit each other, to vary.
import type { Order, Season, Speaker, Venue } from '#app/planner/season.ts'

/** A minute of a season's day. */
export function at(day: number, hour: number, minute = 0): number {
  return (day * 24 + hour) * 60 + minute
}

/** The same hours on each of these days. */
export function daily(days: number, from: number, until: number) {
  return Array.from({ length: days }, (_, day) => ({ from: at(day, from), until: at(day, until) }))
}

export function aSpeaker(over: Partial<Speaker> = {}): Speaker {
  return {
    id: 'speaker',
    place: 0,
    skills: [{ skill: 'fraud', strength: 3 }],
    audiences: [],
    languages: [],
    formats: [],
    minutes: [],
    mostGuests: null,
    homeVenue: null,
    range: null,
    free: daily(14, 8, 21),
    mostPerDay: 3,
    mostPerWeek: null,
    mostPerSeason: null,
    restDays: 0,
    restMinutes: 0,
    booked: [],
    given: 0,
    willingness: 1,
    ...over,
  }
}

export function aVenue(over: Partial<Venue> = {}): Venue {
  return { id: 'venue', place: 0, seats: 40, open: daily(14, 8, 21), booked: [], ...over }
}

/** An order of an hour on the first day from nine, at the first venue. */
export function anOrder(over: Partial<Order> = {}): Order {
  return {
    id: 'order',
    unit: 'branch',
    priority: 1,
    waited: 0,
    wants: [{ skill: 'fraud', worth: 1 }],
    audience: 'elders',
    language: 'dialect',
    format: 'talk',
    minutes: 60,
    headCount: 20,
    options: [{ stretch: { from: at(0, 9), until: at(0, 10) }, venue: 0, choice: 0 }],
    locked: null,
    current: null,
    ...over,
  }
}

/** Two weeks from a Monday; two places five kilometres and twenty minutes apart. */
export function aSeason(over: Partial<Season> = {}): Season {
  return {
    days: 14,
    weekday: 0,
    places: [
      { x: 0, y: 0 },
      { x: 3, y: 4 },
    ],
    travel: { atLeast: 5, perKilometre: 3 },
    step: 30,
    speakers: [aSpeaker()],
    venues: [aVenue(), aVenue({ id: 'far', place: 1 })],
    orders: [anOrder()],
    ...over,
  }
}
