// Whether a plan may be carried out, asked of the season itself, booking by booking and pair by pair.
// It shares no code with what makes plans, so that a mistake there cannot hide here.
import {
  type Booking,
  minutesOfDay,
  type Order,
  type Place,
  type Season,
  type Speaker,
  type Stretch,
  type Venue,
} from './season.ts'

export type Rule =
  | 'unknown_place'
  | 'served_twice'
  | 'topic'
  | 'audience'
  | 'language'
  | 'format'
  | 'length'
  | 'guests'
  | 'home_only'
  | 'range'
  | 'time_not_wished'
  | 'speaker_away'
  | 'seats'
  | 'venue_closed'
  | 'venue_taken'
  | 'speaker_taken'
  | 'way_too_long'
  | 'rest_days'
  | 'most_per_day'
  | 'most_per_week'
  | 'most_per_season'
  | 'lock_broken'

/** A rule that a plan breaks, and the orders whose bookings break it together. */
export type Fault = { rule: Rule; orders: readonly number[] }

/** Every rule that these bookings break; none for a plan that may be carried out. */
export function checkPlan(season: Season, bookings: readonly Booking[]): Fault[] {
  const known = bookings.filter((booking) => inSeason(season, booking))
  const strange = bookings.filter((booking) => !inSeason(season, booking))
  return [
    ...strange.map(({ order }): Fault => ({ rule: 'unknown_place', orders: [order] })),
    ...servedTwice(known),
    ...known.flatMap((booking) =>
      brokenAlone(season, booking).map((rule): Fault => ({ rule, orders: [booking.order] })),
    ),
    ...venueFaults(season, known),
    ...speakerFaults(season, known),
    ...lockFaults(season, known),
  ]
}

function inSeason(season: Season, { order, speaker, venue, start }: Booking): boolean {
  const { orders, speakers, venues } = season
  return order in orders && speaker in speakers && venue in venues && Number.isInteger(start)
}

function servedTwice(bookings: readonly Booking[]): Fault[] {
  return groupsOf(bookings, ({ order }) => order)
    .filter((group) => group.length > 1)
    .map(([first]) => ({ rule: 'served_twice', orders: [first!.order] }))
}

/** What is wrong with a booking whatever else is planned. */
function brokenAlone(season: Season, booking: Booking): Rule[] {
  const order = season.orders[booking.order]!
  const speaker = season.speakers[booking.speaker]!
  const venue = season.venues[booking.venue]!
  const talk = { from: booking.start, until: booking.start + order.minutes }
  const home = season.places[speaker.place]!
  const way = kilometres(home, season.places[venue.place]!)
  const at = (stretch: Stretch) => stretch.from <= talk.from && talk.until <= stretch.until
  const broken: [Rule, boolean][] = [
    ...unfit(order, speaker),
    ['home_only', speaker.homeVenue !== null && speaker.homeVenue !== booking.venue],
    ['range', speaker.range !== null && way > speaker.range],
    [
      'time_not_wished',
      !order.options.some((option) => option.venue === booking.venue && at(option.stretch)),
    ],
    ['speaker_away', !covered(talk, speaker.free)],
    ['seats', order.headCount > venue.seats],
    ['venue_closed', !covered(talk, venue.open)],
    ['venue_taken', venue.booked.some((other) => meet(talk, other))],
  ]
  return broken.filter(([, is]) => is).map(([rule]) => rule)
}

function unfit(order: Order, speaker: Speaker): [Rule, boolean][] {
  const lacks = <T>(able: readonly T[], asked: T) => able.length > 0 && !able.includes(asked)
  const gives = speaker.skills.map(({ skill }) => skill)
  return [
    ['topic', !order.wants.some(({ skill }) => gives.includes(skill))],
    ['audience', lacks(speaker.audiences, order.audience)],
    ['language', lacks(speaker.languages, order.language)],
    ['format', lacks(speaker.formats, order.format)],
    ['length', lacks(speaker.minutes, order.minutes)],
    ['guests', speaker.mostGuests !== null && order.headCount > speaker.mostGuests],
  ]
}

/** Whether every minute of the talk lies in one of the stretches, which may touch. */
function covered(talk: Stretch, stretches: readonly Stretch[]): boolean {
  let reached = talk.from
  for (const { from, until } of stretches.toSorted((a, b) => a.from - b.from))
    if (from <= reached && until > reached) reached = until
  return reached >= talk.until
}

function venueFaults(season: Season, bookings: readonly Booking[]): Fault[] {
  return groupsOf(bookings, ({ venue }) => venue).flatMap((group) =>
    pairsOf(group.map((booking) => talkOf(season, booking)))
      .filter(([one, other]) => one.order !== other.order && meet(one.stretch, other.stretch))
      .map(([one, other]): Fault => ({ rule: 'venue_taken', orders: ordersOf([one, other]) })),
  )
}

/** A talk of a speaker: of this plan, or fixed outside it and then without an order. */
type Talk = { order: number | null; stretch: Stretch; place: number }

function speakerFaults(season: Season, bookings: readonly Booking[]): Fault[] {
  return groupsOf(bookings, ({ speaker }) => speaker).flatMap((group) => {
    const speaker = season.speakers[group[0]!.speaker]!
    const talks: Talk[] = [
      ...group.map((booking) => talkOf(season, booking)),
      ...speaker.booked.map((fixed) => ({ order: null, ...fixed })),
    ]
    const pairs = pairsOf(talks).filter(([one, other]) => one.order !== other.order)
    return [
      ...pairs.flatMap(([one, other]): Fault[] => {
        const rule = brokenTogether(season, speaker, one, other)
        return rule ? [{ rule, orders: ordersOf([one, other]) }] : []
      }),
      ...limitFaults(season, speaker, talks),
    ]
  })
}

/** What keeps a speaker from giving both talks, if anything. */
function brokenTogether(season: Season, speaker: Speaker, one: Talk, other: Talk): Rule | null {
  if (meet(one.stretch, other.stretch)) return 'speaker_taken'
  const [before, after] = one.stretch.from < other.stretch.from ? [one, other] : [other, one]
  const apart = dayOf(after) - dayOf(before)
  if (apart > 0 && apart <= speaker.restDays) return 'rest_days'
  const pause = after.stretch.from - before.stretch.until - (apart === 0 ? speaker.restMinutes : 0)
  return pause < wayBetween(season, before.place, after.place) ? 'way_too_long' : null
}

function limitFaults(season: Season, speaker: Speaker, talks: readonly Talk[]): Fault[] {
  const weekOf = (talk: Talk) => Math.floor((dayOf(talk) + season.weekday) / 7)
  const above = (rule: Rule, most: number | null, groups: readonly Talk[][]): Fault[] =>
    groups
      .filter((group) => most !== null && group.length > most)
      .map((group) => ({ rule, orders: ordersOf(group) }))
      .filter(({ orders }) => orders.length > 0)
  const left = speaker.mostPerSeason === null ? null : speaker.mostPerSeason - speaker.given
  return [
    ...above('most_per_day', speaker.mostPerDay, groupsOf(talks, dayOf)),
    ...above('most_per_week', speaker.mostPerWeek, groupsOf(talks, weekOf)),
    ...above('most_per_season', left, [[...talks]]),
  ]
}

function lockFaults(season: Season, bookings: readonly Booking[]): Fault[] {
  return season.orders.flatMap(({ locked }, order): Fault[] => {
    if (!locked) return []
    const kept = bookings.some(
      (booking) =>
        booking.order === order &&
        booking.speaker === locked.speaker &&
        booking.venue === locked.venue &&
        booking.start === locked.start,
    )
    return kept ? [] : [{ rule: 'lock_broken', orders: [order] }]
  })
}

function talkOf(season: Season, { order, venue, start }: Booking): Talk & { order: number } {
  const until = start + (season.orders[order] as Order).minutes
  return { order, stretch: { from: start, until }, place: (season.venues[venue] as Venue).place }
}

function ordersOf(talks: readonly Talk[]): number[] {
  return talks.flatMap(({ order }) => order ?? [])
}

function dayOf({ stretch }: Talk): number {
  return Math.floor(stretch.from / minutesOfDay)
}

function wayBetween({ places, travel }: Season, from: number, to: number): number {
  if (from === to) return 0
  return travel.atLeast + travel.perKilometre * kilometres(places[from]!, places[to]!)
}

function kilometres(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function meet(a: Stretch, b: Stretch): boolean {
  return a.from < b.until && b.from < a.until
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => number): T[][] {
  return [...Map.groupBy(items, keyOf).values()]
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((one, at) => items.slice(at + 1).map((other): [T, T] => [one, other]))
}
