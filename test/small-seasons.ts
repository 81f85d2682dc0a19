// Seasons of a few orders for generated tests, so narrow that bookings are in each other's way.
import fc from 'fast-check'
import type { Booking, Option, Order, Season, Speaker, Venue } from '#app/planner/season.ts'
import { anOrder, aSeason, aSpeaker, at, aVenue } from '#test/make-planner.ts'

const days = [0, 1, 7, 8] as const
const day = fc.constantFrom(...days)
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const some = <T>(...values: T[]) => fc.subarray(values, { minLength: 1 })

const speaker = fc
  .record({
    skills: some('fraud', 'herbs').chain((skills) =>
      fc.tuple(
        ...skills.map((skill) =>
          fc.record({ skill: fc.constant(skill), strength: fc.integer({ min: 1, max: 3 }) }),
        ),
      ),
    ),
    place: fc.nat(1),
    languages: fc.constantFrom<string[]>([], [], [], ['dialect']),
    mostGuests: fc.constantFrom(null, null, null, 15),
    homeVenue: fc.constantFrom(null, null, null, null, null, 1),
    range: fc.constantFrom(null, null, null, 4),
    mostPerDay: fc.integer({ min: 1, max: 2 }),
    mostPerWeek: nullable(fc.integer({ min: 1, max: 2 })),
    mostPerSeason: nullable(fc.integer({ min: 1, max: 3 })),
    restDays: fc.constantFrom(0, 0, 1, 2),
    restMinutes: fc.constantFrom(0, 30),
    given: fc.constantFrom(0, 0, 1),
    willingness: fc.constantFrom(0.5, 1, 1.5),
    free: fc
      .subarray([...days], { minLength: 3 })
      .map((list) => list.map((each) => ({ from: at(each, 9), until: at(each, 14) }))),
    booked: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(day, fc.nat(1))
          .map(([on, place]) => [{ stretch: { from: at(on, 11), until: at(on, 12) }, place }]),
      },
    ),
  })
  .map((over): Speaker => aSpeaker(over))

const venue = fc
  .record({
    place: fc.nat(1),
    seats: fc.constantFrom(15, 40, 40, 40),
    open: fc
      .subarray([...days], { minLength: 3 })
      .map((list) => list.map((each) => ({ from: at(each, 9), until: at(each, 14) }))),
    booked: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: day.map((on) => [{ from: at(on, 9), until: at(on, 10) }]) },
    ),
  })
  .map((over): Venue => aVenue(over))

const option = fc
  .record({
    on: day,
    hour: fc.integer({ min: 9, max: 11 }),
    hours: fc.integer({ min: 1, max: 2 }),
    venue: fc.nat(1),
    choice: fc.nat(2),
  })
  .map(
    ({ on, hour, hours, ...rest }): Option => ({
      stretch: { from: at(on, hour), until: at(on, hour + hours) },
      ...rest,
    }),
  )

const order = fc
  .record({
    priority: fc.constantFrom(1, 2, 3),
    waited: fc.nat(9),
    wants: some('fraud', 'herbs').map((skills) =>
      skills.map((skill, nth) => ({ skill, worth: 1 - nth / 2 })),
    ),
    language: fc.constantFrom('dialect', 'mandarin'),
    minutes: fc.constantFrom(30, 60, 60),
    headCount: fc.constantFrom(10, 20),
    options: fc.array(option, { minLength: 2, maxLength: 4 }),
  })
  .map((over): Order => anOrder(over))

/** A season of two or three speakers, two venues five kilometres apart or not, and three to six orders. */
export const smallSeason: fc.Arbitrary<Season> = fc
  .record({
    weekday: fc.nat(6),
    speakers: fc.array(speaker, { minLength: 2, maxLength: 3 }),
    venues: fc.array(venue, { minLength: 2, maxLength: 2 }),
    orders: fc.array(order, { minLength: 3, maxLength: 6 }),
  })
  .map((over) =>
    aSeason({
      ...over,
      speakers: over.speakers.map((each, nth) => ({ ...each, id: `speaker ${nth}` })),
      venues: over.venues.map((each, nth) => ({ ...each, id: `venue ${nth}` })),
      orders: over.orders.map((each, nth) => ({ ...each, id: `order ${nth}` })),
    }),
  )

/** The same season in which these bookings are promised. */
export function promised(season: Season, bookings: readonly Booking[]): Season {
  const orders = season.orders.map((each, nth) => ({
    ...each,
    current: bookings.find(({ order: of }) => of === nth) ?? null,
  }))
  return { ...season, orders }
}
