// What would have to be otherwise for an order that goes without. What is never asked for: that
// somebody speaks a language they don't, or does more than their health allows.
import type { Columns } from './columns.ts'
import { bookingOf } from './columns.ts'
import type { Commitments } from './commitments.ts'
import type { Diary } from './diary.ts'
import { bestWish, kilometresTo } from './fit.ts'
import {
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
  | { kind: 'audience'; speaker: string; audience: string }
  | { kind: 'length'; speaker: string; minutes: number }
  | { kind: 'format'; speaker: string; format: string }
  | { kind: 'range'; speaker: string; kilometres: number }
  | { kind: 'hours'; speaker: string; day: number; evening: boolean }
  | { kind: 'moreThatDay' | 'moreThatWeek'; speaker: string; day: number }
  | { kind: 'moreThatSeason'; speaker: string }
  | { kind: 'seats'; headCount: number }
  | { kind: 'opening'; venue: string; day: number }
  | { kind: 'venue'; day: number }

/** A plan, with its columns and the diary in which its bookings stand. */
export type Planned = {
  season: Season
  fixed: Commitments
  columns: Columns
  diary: Diary
  /** The column of each order that is served. */
  standing: ReadonlyMap<number, number>
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
 * by trying every speaker, and one more, at every time that the order offers. What is in the way is
 * moved along chains of a few bookings. The best plan leaves no set of none, so a set of one is a
 * smallest; a set of two might be said though one would do, where many would have to move for it.
 */
export function waysToServe(planned: Planned, order: number): (readonly Relaxation[])[] {
  const { speakers, orders } = planned.season
  const wanted = orders[order]!
  const talks = talksOf(planned)
  const ways = new Map<string, readonly Relaxation[]>()
  const able = [...speakers.entries()].filter(([, speaker]) => mayBeAsked(wanted, speaker))
  let smallest = mostInAWay
  const offer = ({ needs, moves }: Answer, placed: Placed) => {
    if (needs.length === 0 || needs.length > smallest) return
    const key = JSON.stringify(needs)
    if (ways.has(key)) return
    if (!canMakeRoom(planned, moves, placed)) return
    if (needs.length < smallest) ways.clear()
    smallest = needs.length
    ways.set(key, needs)
  }
  for (const opening of openingsOf(planned, wanted)) {
    const { language, audience } = wanted
    const skill = wanted.wants[0]!.skill
    const someone: Answer = { needs: [{ kind: 'speaker', skill, language, audience }], moves: [] }
    const venue = venueAnswers(planned, talks, wanted, opening)
    for (const each of combined([[someone], ...venue])) offer(each, { speaker: null, opening })
    for (const [index, speaker] of able) {
      const own = speakerAnswers(planned, talks, { wanted, index, opening })
      const there = speaker.homeVenue === null ? venue : atHome(venue)
      const all = own && [...own, ...there]
      if (!all || leastOf(all) > smallest) continue
      for (const each of combined(all)) offer(each, { speaker: index, opening })
    }
  }
  return [...ways.values()]
    .toSorted((x, y) => easeOf(x) - easeOf(y) || (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1))
    .slice(0, mostWays)
}

/** One answer to a difficulty: what would have to be otherwise, and which orders would have to move. */
type Answer = { needs: readonly Relaxation[]; moves: readonly number[] }

/** How many things have to be otherwise at least, however the difficulties are answered. */
function leastOf(difficulties: readonly (readonly Answer[])[]): number {
  let least = 0
  for (const answers of difficulties) {
    least += answers.reduce((most, { needs }) => Math.min(most, needs.length), Infinity)
  }
  return least
}

/** Every way to answer all difficulties: of each one answer. */
function combined(difficulties: readonly (readonly Answer[])[]): Answer[] {
  return difficulties.reduce<Answer[]>(
    (known, answers) =>
      known.flatMap(({ needs, moves }) =>
        answers.map((answer) => ({
          needs: [...needs, ...answer.needs],
          moves: [...new Set([...moves, ...answer.moves])],
        })),
      ),
    [{ needs: [], moves: [] }],
  )
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

function talksOf({ season, fixed, columns, standing }: Planned): Talks {
  const asTalk = (slot: Slot): Talk => ({ ...slot, order: null })
  const speakers = fixed.speakers.map(({ talks }) => talks.map(asTalk))
  const venues = fixed.venues.map((list, venue) =>
    list.map(({ from, until }) =>
      asTalk({ start: from, until, place: season.venues[venue]!.place }),
    ),
  )
  for (const [order, column] of standing) {
    const { start, speaker, venue } = bookingOf(columns, column)
    const until = start + season.orders[order]!.minutes
    const talk = { start, until, place: season.venues[venue]!.place, order }
    speakers[speaker]!.push(talk)
    venues[venue]!.push(talk)
  }
  return { speakers, venues }
}

const eveningFrom = 17 * 60

function isEvening(start: Minute): boolean {
  return start - dayOf(start) * minutesOfDay >= eveningFrom
}

const needing = (...needs: Relaxation[]): Answer => ({ needs, moves: [] })
const moving = (talks: readonly Talk[]): Answer[] => {
  const moves = talks.flatMap(({ order }) => order ?? [])
  return moves.length < talks.length ? [] : [{ needs: [], moves }]
}

/** What the venue lacks at a time, and what could be done about it. */
function venueAnswers(
  { season }: Planned,
  talks: Talks,
  order: Order,
  opening: Opening,
): Answer[][] {
  const venue = season.venues[opening.venue]!
  const day = dayOf(opening.start)
  if (order.headCount > venue.seats)
    return [[needing({ kind: 'seats', headCount: order.headCount })]]
  const taken = talks.venues[opening.venue]!.filter((talk) => meets(talk, opening))
  const elsewhere = needing({ kind: 'venue', day })
  if (!covers(venue.open, opening))
    return [[taken.length > 0 ? elsewhere : needing({ kind: 'opening', venue: venue.id, day })]]
  return taken.length > 0 ? [[elsewhere, ...moving(taken)]] : []
}

/** Who receives at home can't receive elsewhere: only who is there at that time can move. */
function atHome(venue: readonly Answer[][]): Answer[][] {
  return venue.map((answers) => answers.filter(({ needs }) => needs.length === 0))
}

type Asked = { wanted: Order; index: number; opening: Opening }

/** What a speaker would need at a time; undefined where it can't be at all. */
function speakerAnswers(
  { season }: Planned,
  talks: Talks,
  { wanted, index, opening }: Asked,
): Answer[][] | undefined {
  const speaker = season.speakers[index]!
  if (speaker.homeVenue !== null && speaker.homeVenue !== opening.venue) return undefined
  const answers = personalNeeds(wanted, speaker).map((need) => [needing(need)])
  const kilometres = Math.ceil(kilometresTo(season, speaker, opening.venue))
  if (kilometresTo(season, speaker, opening.venue) > (speaker.range ?? Infinity))
    answers.push([needing({ kind: 'range', speaker: speaker.id, kilometres })])
  const [day, evening] = [dayOf(opening.start), isEvening(opening.start)]
  if (!covers(speaker.free, opening))
    answers.push([needing({ kind: 'hours', speaker: speaker.id, day, evening })])
  const beside = besideOthers(season, speaker, talks.speakers[index]!, opening)
  return beside && [...answers, ...beside]
}

/** What a speaker's other talks ask for; undefined where it can't be beside what is fixed. */
function besideOthers(
  season: Season,
  speaker: Speaker,
  talks: readonly Talk[],
  opening: Opening,
): Answer[][] | undefined {
  const day = dayOf(opening.start)
  const week = weekOf(season, day)
  const clashing = talks.filter((talk) => {
    const apart = Math.abs(dayOf(talk.start) - day)
    return (apart > 0 && apart <= speaker.restDays) || !canGiveBoth(season, speaker, talk, opening)
  })
  const left = talks.filter((talk) => !clashing.includes(talk))
  const ofDay = left.filter(({ start }) => dayOf(start) === day)
  const ofWeek = left.filter(({ start }) => weekOf(season, dayOf(start)) === week)
  const inSeason = (speaker.mostPerSeason ?? Infinity) - speaker.given
  const limits: [readonly Talk[], number, Relaxation][] = [
    [ofDay, speaker.mostPerDay, { kind: 'moreThatDay', speaker: speaker.id, day }],
    [ofWeek, speaker.mostPerWeek ?? Infinity, { kind: 'moreThatWeek', speaker: speaker.id, day }],
    [left, inSeason, { kind: 'moreThatSeason', speaker: speaker.id }],
  ]
  const answers: Answer[][] = clashing.length > 0 ? [moving(clashing)] : []
  for (const [beside, most, more] of limits) {
    // Who has more than the limit already, by promises made before, is not asked for yet another one.
    if (beside.length > most) return undefined
    if (beside.length === most)
      answers.push([needing(more), ...beside.flatMap((talk) => moving([talk]))])
  }
  return answers.every((each) => each.length > 0) ? answers : undefined
}

/** Where the order itself would stand; nobody known gives it where one more speaker would. */
type Placed = { speaker: number | null; opening: Opening }
const longestChain = 3

/** Whether orders that are in the way can all be served otherwise, along chains of further moves. */
function canMakeRoom(planned: Planned, moves: readonly number[], placed: Placed): boolean {
  if (moves.length === 0) return true
  const standing = new Map(planned.standing)
  for (const order of moves) drop(planned, standing, order)
  const gone = new Set(moves)
  const isDone = moves.every((order) =>
    reseat(planned, standing, placed, order, gone, longestChain),
  )
  const changed = [...planned.standing].filter(([order, column]) => standing.get(order) !== column)
  for (const [order] of changed) if (standing.has(order)) drop(planned, standing, order)
  for (const [order, column] of changed) take(planned, standing, order, column)
  return isDone
}

type Standing = Map<number, number>

function drop({ diary }: Planned, standing: Standing, order: number): void {
  diary.remove(standing.get(order)!)
  standing.delete(order)
}

function take({ diary }: Planned, standing: Standing, order: number, column: number): void {
  diary.add(column)
  standing.set(order, column)
}

/** Serves an order otherwise: where it is free, else by moving one booking that is in the way there. */
function reseat(
  planned: Planned,
  standing: Standing,
  placed: Placed,
  order: number,
  moved: ReadonlySet<number>,
  length: number,
): boolean {
  const { columns, diary } = planned
  const ways: number[] = []
  for (let column = columns.ofOrder[order]!; column < columns.ofOrder[order + 1]!; column++) {
    if (goesBeside(planned, column, placed)) ways.push(column)
  }
  const free = ways.find((column) => diary.fits(column))
  if (free !== undefined) {
    take(planned, standing, order, free)
    return true
  }
  if (length === 0) return false
  return ways.some((column) => {
    const [inTheWay, ...more] = diary.inTheWay(column, 1) ?? []
    if (inTheWay === undefined || more.length > 0) return false
    const mover = columns.order[inTheWay]!
    if (moved.has(mover)) return false
    drop(planned, standing, mover)
    take(planned, standing, order, column)
    if (reseat(planned, standing, placed, mover, new Set([...moved, mover]), length - 1))
      return true
    drop(planned, standing, order)
    take(planned, standing, mover, inTheWay)
    return false
  })
}

/** Whether a column leaves room for the order that is to be served. */
function goesBeside({ season, columns }: Planned, column: number, placed: Placed): boolean {
  const { speaker: index, opening } = placed
  const start = columns.start[column]!
  const until = start + season.orders[columns.order[column]!]!.minutes
  const slot = { start, until, place: season.venues[columns.venue[column]!]!.place }
  if (columns.venue[column] === opening.venue && meets(slot, opening)) return false
  if (columns.speaker[column] !== index) return true
  const speaker = season.speakers[index!]!
  const apart = Math.abs(dayOf(start) - dayOf(opening.start))
  const rests = apart > 0 && apart <= speaker.restDays
  // A day with both may be one too many, and a week: whoever has a limit is left alone there.
  const isOneToo =
    apart === 0 || weekOf(season, dayOf(start)) === weekOf(season, dayOf(opening.start))
  const isLimited = isOneToo && (apart === 0 || speaker.mostPerWeek !== null)
  if (rests || isLimited || speaker.mostPerSeason !== null) return false
  return canGiveBoth(season, speaker, slot, opening)
}

function covers(stretches: readonly Stretch[], { start, until }: Slot): boolean {
  return stretches.some((each) => each.from <= start && until <= each.until)
}

function meets(talk: Slot, slot: Slot): boolean {
  return talk.start < slot.until && slot.start < talk.until
}
