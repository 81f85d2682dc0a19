// Every way in which an order could be served: a speaker, a venue and a start within all rules that
// concern this one booking. What two bookings do to each other is for the rows (clashes.ts).
import { type Commitments, commitmentsOf, fitsCommitments } from './commitments.ts'
import { bestWish, kilometresTo, timePoints } from './fit.ts'
import type { Booking, Minute, Option, Order, Season, Speaker, Stretch, Venue } from './season.ts'

/**
 * The ways to serve orders, in canonical order: by order, speaker, start and venue. Lists of equal
 * length, since there may be half a million of them.
 */
export type Columns = {
  count: number
  order: Int32Array
  speaker: Int32Array
  venue: Int32Array
  start: Int32Array
  /** Which of the order's wishes it would be. */
  want: Int32Array
  /** How it was chosen by the orderer. */
  choice: Int32Array
  /** Between 0 and 1. */
  fit: Float64Array
  kilometres: Float64Array
  /** Where the columns of each order begin; one entry more than orders, the last is the count. */
  ofOrder: Int32Array
}

/** What a speaker may fail by, in the order in which it is asked. */
export const hurdles = [
  'skill',
  'audience',
  'language',
  'format',
  'length',
  'guests',
  'seats',
  'home',
  'range',
  'hours',
  'taken',
  'free',
  'booked',
] as const

export type Hurdle = (typeof hurdles)[number]

/** A venue and a start that an order offers, and what is wrong with the venue then. */
type Opening = {
  venue: number
  start: Minute
  choice: number
  until: Minute
  place: number
  closed: 'seats' | 'hours' | 'taken' | undefined
}

/** All ways to serve the orders of a season that are not locked. */
export function columnsOf(season: Season, fixed: Commitments = commitmentsOf(season)): Columns {
  const found = startColumns()
  const able = ableSpeakers(season)
  for (const [index, order] of season.orders.entries()) {
    found.ofOrder.push(found.order.length)
    if (!order.locked) addOrder(season, fixed, able(order), index, order, found)
  }
  found.ofOrder.push(found.order.length)
  return {
    count: found.order.length,
    order: Int32Array.from(found.order),
    speaker: Int32Array.from(found.speaker),
    venue: Int32Array.from(found.venue),
    start: Int32Array.from(found.start),
    want: Int32Array.from(found.want),
    choice: Int32Array.from(found.choice),
    fit: Float64Array.from(found.fit),
    kilometres: Float64Array.from(found.kilometres),
    ofOrder: Int32Array.from(found.ofOrder),
  }
}

type Growing = { [Key in Exclude<keyof Columns, 'count'>]: number[] }

function startColumns(): Growing {
  return {
    order: [],
    speaker: [],
    venue: [],
    start: [],
    want: [],
    choice: [],
    fit: [],
    kilometres: [],
    ofOrder: [],
  }
}

/** The booking that a column stands for. */
export function bookingOf(columns: Columns, column: number): Booking {
  return {
    order: columns.order[column] ?? 0,
    speaker: columns.speaker[column] ?? 0,
    venue: columns.venue[column] ?? 0,
    start: columns.start[column] ?? 0,
  }
}

/** The column that stands for a booking; -1 where there is none (any more). */
export function columnOf(columns: Columns, { order, speaker, venue, start }: Booking): number {
  const end = columns.ofOrder[order + 1] ?? 0
  for (let column = columns.ofOrder[order] ?? 0; column < end; column++) {
    if (
      columns.speaker[column] === speaker &&
      columns.start[column] === start &&
      columns.venue[column] === venue
    ) {
      return column
    }
  }
  return -1
}

/** How many speakers fall out at each hurdle, for one order; a speaker falls at the furthest reached. */
export type Funnel = { fallen: Record<Hurdle, number>; left: number }

/** How the speakers of a season come down to those who could serve an order. */
export function funnelOf(
  season: Season,
  order: number,
  fixed: Commitments = commitmentsOf(season),
): Funnel {
  const fallen = Object.fromEntries(hurdles.map((hurdle) => [hurdle, 0])) as Funnel['fallen']
  let left = 0
  const wanted = season.orders[order]
  const grid = wanted ? gridOf(season, fixed, wanted) : []
  for (let speaker = 0; speaker < season.speakers.length; speaker++) {
    const hurdle = wanted && hurdleOf(season, fixed, wanted, grid, speaker)
    if (hurdle) fallen[hurdle]++
    else left++
  }
  return { fallen, left }
}

/** Why a speaker can't serve an order at any of its times; undefined when there is a way. */
export function whyNotServed(
  season: Season,
  order: number,
  speaker: number,
  fixed: Commitments = commitmentsOf(season),
): Hurdle | undefined {
  const wanted = season.orders[order]
  return wanted
    ? hurdleOf(season, fixed, wanted, gridOf(season, fixed, wanted), speaker)
    : undefined
}

function hurdleOf(
  season: Season,
  fixed: Commitments,
  order: Order,
  grid: readonly Opening[],
  index: number,
): Hurdle | undefined {
  const speaker = season.speakers[index]
  if (!speaker || !bestWish(order, speaker)) return 'skill'
  const personal = personalHurdle(order, speaker)
  if (personal) return personal
  let furthest: Hurdle = 'seats'
  for (const opening of openingsFor(season, fixed, order, grid, index)) {
    const hurdle = openingHurdle(season, fixed, index, speaker, opening)
    if (!hurdle) return undefined
    if (hurdles.indexOf(hurdle) > hurdles.indexOf(furthest)) furthest = hurdle
  }
  return furthest
}

function personalHurdle(order: Order, speaker: Speaker): Hurdle | undefined {
  if (!allows(speaker.audiences, order.audience)) return 'audience'
  if (!allows(speaker.languages, order.language)) return 'language'
  if (!allows(speaker.formats, order.format)) return 'format'
  if (!allows(speaker.minutes, order.minutes)) return 'length'
  return tooManyGuests(order, speaker) ? 'guests' : undefined
}

/** Whether a speaker's lists hold all that an order asks for. */
function suits(order: Order, speaker: Speaker): boolean {
  const hurdle = personalHurdle(order, speaker)
  return hurdle === undefined || hurdle === 'guests'
}

function tooManyGuests({ headCount }: Order, { mostGuests }: Speaker): boolean {
  return headCount > (mostGuests ?? Infinity)
}

function allows<Value>(list: readonly Value[], value: Value): boolean {
  return list.length === 0 || list.includes(value)
}

function openingHurdle(
  season: Season,
  fixed: Commitments,
  index: number,
  speaker: Speaker,
  opening: Opening,
): Hurdle | undefined {
  if (opening.closed === 'seats') return 'seats'
  if (speaker.homeVenue !== null && speaker.homeVenue !== opening.venue) return 'home'
  if (isTooFar(season, speaker, opening.venue)) return 'range'
  if (opening.closed) return opening.closed
  if (!liesWithin(speaker.free, opening.start, opening.until)) return 'free'
  const own = fixed.speakers[index]
  return own && !fitsCommitments(season, speaker, own, opening) ? 'booked' : undefined
}

function isTooFar(season: Season, speaker: Speaker, venue: number): boolean {
  return kilometresTo(season, speaker, venue) > (speaker.range ?? Infinity)
}

function openingOf(
  season: Season,
  fixed: Commitments,
  order: Order,
  at: { venue: number; start: Minute; choice: number },
): Opening {
  const { venue, start, choice } = at
  const until = start + order.minutes
  const place = season.venues[venue]?.place ?? 0
  const closed = closedness(season.venues[venue], fixed.venues[venue], order, start, until)
  return { venue, start, choice, until, place, closed }
}

function closedness(
  venue: Venue | undefined,
  taken: readonly Stretch[] = [],
  { headCount }: Order,
  start: Minute,
  until: Minute,
): Opening['closed'] {
  if (!venue || headCount > venue.seats) return 'seats'
  if (!liesWithin(venue.open, start, until)) return 'hours'
  return taken.some((each) => each.from < until && start < each.until) ? 'taken' : undefined
}

/** Whether a time lies within the stretches, which are in order and apart or touch. */
function liesWithin(stretches: readonly Stretch[], start: Minute, until: Minute): boolean {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.from ?? 0) <= start) low = middle + 1
    else high = middle
  }
  let reached = stretches[low - 1]?.until ?? start
  for (let next = stretches[low]; next && next.from <= reached; next = stretches[++low]) {
    reached = next.until
  }
  return reached >= until
}

/** The venues and starts that an order offers, in order of start, each once with its best choice. */
function gridOf(season: Season, fixed: Commitments, order: Order): readonly Opening[] {
  const best = new Map<string, { venue: number; start: Minute; choice: number }>()
  for (const { stretch, venue, choice } of order.options) {
    for (let start = stretch.from; start + order.minutes <= stretch.until; start += season.step) {
      const key = `${start} ${venue}`
      if (choice < (best.get(key)?.choice ?? Infinity)) best.set(key, { venue, start, choice })
    }
  }
  return [...best.values()].toSorted(byStart).map((each) => openingOf(season, fixed, order, each))
}

/** The same for one speaker: what is promised already is among them, even off the steps. */
function openingsFor(
  season: Season,
  fixed: Commitments,
  order: Order,
  grid: readonly Opening[],
  speaker: number,
): readonly Opening[] {
  const { current } = order
  if (current?.speaker !== speaker) return grid
  const { venue, start } = current
  if (grid.some((each) => each.venue === venue && each.start === start)) return grid
  const options = order.options.filter((option) => offers(option, current, order))
  if (options.length === 0) return grid
  const choice = Math.min(...options.map((option) => option.choice))
  return [...grid, openingOf(season, fixed, order, { venue, start, choice })].toSorted(byStart)
}

function offers({ stretch, venue }: Option, at: Booking, { minutes }: Order): boolean {
  return venue === at.venue && stretch.from <= at.start && at.start + minutes <= stretch.until
}

type At = { venue: number; start: Minute }

function byStart(one: At, other: At): number {
  return one.start - other.start || one.venue - other.venue
}

/**
 * Who has one of an order's skills and speaks to such an audience, in such a language, format and length:
 * the speakers in order. Orders that ask for the same are answered once, which is what makes the columns
 * of a whole city quick.
 */
function ableSpeakers(season: Season): (order: Order) => readonly number[] {
  const bySkill = new Map<string, number[]>()
  for (const [index, { skills }] of season.speakers.entries()) {
    for (const { skill } of skills) {
      const known = bySkill.get(skill)
      if (known) known.push(index)
      else bySkill.set(skill, [index])
    }
  }
  const byWish = new Map<string, readonly number[]>()
  const withSkill = (skill: string, order: Order) => {
    const key = JSON.stringify([skill, order.audience, order.language, order.format, order.minutes])
    const known = byWish.get(key)
    if (known) return known
    const able = (bySkill.get(skill) ?? []).filter((each) => suits(order, season.speakers[each]!))
    byWish.set(key, able)
    return able
  }
  return (order) => order.wants.map(({ skill }) => withSkill(skill, order)).reduce(merged, [])
}

/** Two lists in order as one, each number once. */
function merged(one: readonly number[], other: readonly number[]): readonly number[] {
  if (one.length === 0) return other
  const all: number[] = []
  for (let [at, by] = [0, 0]; at < one.length || by < other.length; ) {
    const [a, b] = [one[at] ?? Infinity, other[by] ?? Infinity]
    all.push(Math.min(a, b))
    if (a <= b) at++
    if (b <= a) by++
  }
  return all
}

function addOrder(
  season: Season,
  fixed: Commitments,
  able: readonly number[],
  index: number,
  order: Order,
  into: Growing,
): void {
  const grid = gridOf(season, fixed, order)
  const venues = [...new Set(grid.map(({ venue }) => venue))]
  for (const number of able) {
    const speaker = season.speakers[number]!
    if (tooManyGuests(order, speaker)) continue
    // Most speakers of a city live too far away: that is asked once, not for each time.
    if (venues.every((venue) => isTooFar(season, speaker, venue))) continue
    let wish: ReturnType<typeof bestWish>
    for (const opening of openingsFor(season, fixed, order, grid, number)) {
      if (openingHurdle(season, fixed, number, speaker, opening)) continue
      wish ??= bestWish(order, speaker)!
      into.order.push(index)
      into.speaker.push(number)
      into.venue.push(opening.venue)
      into.start.push(opening.start)
      into.want.push(wish.want)
      into.choice.push(opening.choice)
      into.fit.push((wish.subject + wish.wish + timePoints(opening.choice)) / 100)
      into.kilometres.push(kilometresTo(season, speaker, opening.venue))
    }
  }
}
