// What would have to be otherwise for an order that goes without. What is never asked for: that
// somebody speaks a language they don't, or does more than their health allows.
import type { Columns } from './columns.ts'
import { columnOf } from './columns.ts'
import type { Commitments } from './commitments.ts'
import type { Diary } from './diary.ts'
import { bestWish, kilometresTo } from './fit.ts'
import {
  type Booking,
  type Minute,
  minutesOfDay,
  type Order,
  type Season,
  type Speaker,
  type Stretch,
} from './season.ts'
import { canGiveBoth, dayOf, type Slot, weekOf } from './when-and-where.ts'

/** Something that would have to be otherwise for an order to be served. */
export type Relaxation =
  | { kind: 'speaker'; skill: string; language: string; audience: string }
  | { kind: 'skill'; speaker: string; skill: string }
  | { kind: 'language'; speaker: string; language: string }
  | { kind: 'audience'; speaker: string; audience: string }
  | { kind: 'length'; speaker: string; minutes: number }
  | { kind: 'format'; speaker: string; format: string }
  | { kind: 'guests'; speaker: string; headCount: number }
  | { kind: 'range'; speaker: string; kilometres: number }
  | { kind: 'hours'; speaker: string; day: number; evening: boolean }
  | { kind: 'moreThatDay' | 'moreThatWeek'; speaker: string; day: number }
  | { kind: 'moreThatSeason'; speaker: string }
  | { kind: 'rest'; speaker: string; day: number }
  | { kind: 'seats'; headCount: number }
  | { kind: 'opening'; venue: string; day: number }
  | { kind: 'venue'; day: number }

/** A plan, with its columns and the diary in which its bookings stand. */
export type Planned = {
  season: Season
  fixed: Commitments
  columns: Columns
  diary: Diary
  bookings: readonly Booking[]
}

const mostWays = 4
const mostInAWay = 3

// Of equally small ways the ones that are easiest to ask for come first.
const byEase: readonly Relaxation['kind'][] = [
  'moreThatWeek',
  'hours',
  'venue',
  'opening',
  'moreThatDay',
  'moreThatSeason',
  'range',
  'length',
  'format',
  'audience',
  'seats',
  'speaker',
]

/**
 * The smallest sets of things that would let an order be served with nobody else going without: found
 * by trying every speaker at every time, with the others where they are or, where one is in the way,
 * served otherwise. A plan that is the best one leaves no set of none, so a set of one is a smallest.
 */
export function waysToServe(planned: Planned, order: number): (readonly Relaxation[])[] {
  const wanted = planned.season.orders[order]!
  const talks = talksOf(planned)
  const ways = new Map<string, Relaxation[]>()
  let smallest = mostInAWay
  const offer = (way: Relaxation[], isPossible: () => boolean) => {
    if (way.length === 0 || way.length > smallest) return
    const key = JSON.stringify(way)
    if (ways.has(key) || !isPossible()) return
    if (way.length < smallest) ways.clear()
    smallest = way.length
    ways.set(key, way)
  }
  for (const { skill } of wanted.wants.slice(0, 1)) {
    for (const opening of openingsOf(planned, wanted)) {
      const at = venueNeeds(planned, talks, wanted, opening)
      offer(
        [...at, { kind: 'speaker', skill, language: wanted.language, audience: wanted.audience }],
        () => true,
      )
    }
  }
  for (const [index, speaker] of planned.season.speakers.entries()) {
    if (!mayBeAsked(wanted, speaker)) continue
    const own = personalNeeds(wanted, speaker)
    for (const opening of openingsOf(planned, wanted)) {
      const needs = needsAt(planned, talks, { wanted, index, own, opening })
      if (needs) offer(needs.way, () => canMakeRoom(planned, needs.inTheWay, { index, opening }))
    }
  }
  return [...ways.values()]
    .toSorted((a, b) => easeOf(a) - easeOf(b) || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    .slice(0, mostWays)
}

function easeOf(way: readonly Relaxation[]): number {
  return Math.max(...way.map(({ kind }) => byEase.indexOf(kind)))
}

/** Health, languages and what one can give are as they are. */
function mayBeAsked(order: Order, speaker: Speaker): boolean {
  if (!bestWish(order, speaker) || order.headCount > (speaker.mostGuests ?? Infinity)) return false
  return speaker.languages.length === 0 || speaker.languages.includes(order.language)
}

function personalNeeds(order: Order, speaker: Speaker): Relaxation[] {
  const lacks = <Value>(list: readonly Value[], value: Value) =>
    list.length > 0 && !list.includes(value)
  const { audience, format, minutes } = order
  const needs: Relaxation[] = []
  if (lacks(speaker.audiences, audience))
    needs.push({ kind: 'audience', speaker: speaker.id, audience })
  if (lacks(speaker.formats, format)) needs.push({ kind: 'format', speaker: speaker.id, format })
  if (lacks(speaker.minutes, minutes)) needs.push({ kind: 'length', speaker: speaker.id, minutes })
  return needs
}

/** A time and a place that an order offers. */
type Opening = Slot & { venue: number }

function openingsOf({ season }: Planned, order: Order): Opening[] {
  const seen = new Map<string, Opening>()
  for (const { stretch, venue } of order.options) {
    const place = season.venues[venue]!.place
    for (let start = stretch.from; start + order.minutes <= stretch.until; start += season.step) {
      seen.set(`${start} ${venue}`, { start, until: start + order.minutes, place, venue })
    }
  }
  return [...seen.values()]
}

/** Who speaks when and where in the plan; `order` is null for what is fixed. */
type Talk = Slot & { order: number | null }
type Talks = { speakers: Talk[][]; venues: Talk[][] }

function talksOf({ season, fixed, bookings, columns }: Planned): Talks {
  const asTalk = (slot: Slot): Talk => ({ ...slot, order: null })
  const speakers = fixed.speakers.map(({ talks }) => talks.map(asTalk))
  const venues = fixed.venues.map((list, venue) =>
    list.map(({ from, until }) =>
      asTalk({ start: from, until, place: season.venues[venue]!.place }),
    ),
  )
  for (const booking of bookings) {
    if (columnOf(columns, booking) < 0) continue
    const { order, start } = booking
    const until = start + season.orders[order]!.minutes
    const talk = { start, until, place: season.venues[booking.venue]!.place, order }
    speakers[booking.speaker]!.push(talk)
    venues[booking.venue]!.push(talk)
  }
  return { speakers, venues }
}

const eveningFrom = 17 * 60

function isEvening(start: Minute): boolean {
  return start - dayOf(start) * minutesOfDay >= eveningFrom
}

/** What the venue lacks at a time. */
function venueNeeds(
  { season }: Planned,
  talks: Talks,
  order: Order,
  opening: Opening,
): Relaxation[] {
  const venue = season.venues[opening.venue]!
  const needs: Relaxation[] = []
  const day = dayOf(opening.start)
  if (order.headCount > venue.seats) needs.push({ kind: 'seats', headCount: order.headCount })
  else if (!covers(venue.open, opening)) needs.push({ kind: 'opening', venue: venue.id, day })
  else if (talks.venues[opening.venue]!.some((talk) => meets(talk, opening)))
    needs.push({ kind: 'venue', day })
  return needs
}

type Asked = { wanted: Order; index: number; own: readonly Relaxation[]; opening: Opening }

/** What a speaker would need at a time, and the talks of the plan that would have to move for it. */
function needsAt(
  planned: Planned,
  talks: Talks,
  { wanted, index, own, opening }: Asked,
): { way: Relaxation[]; inTheWay: number[] } | undefined {
  const { season } = planned
  const speaker = season.speakers[index]!
  if (speaker.homeVenue !== null && speaker.homeVenue !== opening.venue) return undefined
  const way = [...own, ...venueNeeds(planned, talks, wanted, opening)]
  const kilometres = kilometresTo(season, speaker, opening.venue)
  const day = dayOf(opening.start)
  if (kilometres > (speaker.range ?? Infinity))
    way.push({ kind: 'range', speaker: speaker.id, kilometres: Math.ceil(kilometres) })
  if (!covers(speaker.free, opening))
    way.push({ kind: 'hours', speaker: speaker.id, day, evening: isEvening(opening.start) })
  const beside = besideOthers(season, speaker, talks.speakers[index]!, opening)
  if (!beside) return undefined
  return { way: [...way, ...beside.needs], inTheWay: beside.inTheWay }
}

/** What a speaker's other talks ask for; undefined where a fixed one or a day of rest says no. */
function besideOthers(
  season: Season,
  speaker: Speaker,
  talks: readonly Talk[],
  opening: Opening,
): { needs: Relaxation[]; inTheWay: number[] } | undefined {
  const day = dayOf(opening.start)
  const clashing = talks.filter((talk) => {
    const apart = Math.abs(dayOf(talk.start) - day)
    return (apart > 0 && apart <= speaker.restDays) || !canGiveBoth(season, speaker, talk, opening)
  })
  const inTheWay = clashing.flatMap(({ order }) => order ?? [])
  if (inTheWay.length < clashing.length) return undefined
  const left = talks.filter((talk) => !clashing.includes(talk))
  const week = weekOf(season, day)
  const ofWeek = left.filter(({ start }) => weekOf(season, dayOf(start)) === week).length
  const ofDay = left.filter(({ start }) => dayOf(start) === day).length
  const needs: Relaxation[] = []
  if (ofDay >= speaker.mostPerDay) needs.push({ kind: 'moreThatDay', speaker: speaker.id, day })
  if (ofWeek >= (speaker.mostPerWeek ?? Infinity))
    needs.push({ kind: 'moreThatWeek', speaker: speaker.id, day })
  if (speaker.given + left.length >= (speaker.mostPerSeason ?? Infinity))
    needs.push({ kind: 'moreThatSeason', speaker: speaker.id })
  return { needs, inTheWay }
}

/** Whether the talks that are in the way can all be given by others, or elsewhere in time. */
function canMakeRoom(
  { columns, diary, bookings, season }: Planned,
  inTheWay: readonly number[],
  { index, opening }: { index: number; opening: Opening },
): boolean {
  const moved: number[] = []
  const taken = inTheWay.map((order) => {
    const column = columnOf(columns, bookings.find((booking) => booking.order === order)!)
    diary.remove(column)
    return column
  })
  const isDone = inTheWay.every((order) => {
    for (let column = columns.ofOrder[order]!; column < columns.ofOrder[order + 1]!; column++) {
      if (columns.speaker[column] === index || !diary.fits(column)) continue
      const start = columns.start[column]!
      const until = start + season.orders[order]!.minutes
      const atVenue = columns.venue[column] === opening.venue
      if (atVenue && start < opening.until && opening.start < until) continue
      diary.add(column)
      moved.push(column)
      return true
    }
    return false
  })
  for (const column of moved) diary.remove(column)
  for (const column of taken) diary.add(column)
  return isDone
}

function covers(stretches: readonly Stretch[], { start, until }: Slot): boolean {
  return stretches.some((each) => each.from <= start && until <= each.until)
}

function meets(talk: Slot, slot: Slot): boolean {
  return talk.start < slot.until && slot.start < talk.until
}
