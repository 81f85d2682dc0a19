// Who is where and when while a plan is put together booking by booking: asked before each, kept after.
import { bookingOf, type Columns } from './columns.ts'
import { type Commitments, slotOf } from './commitments.ts'
import type { Season, Speaker } from './season.ts'
import { dayOf, minutesBetween, weekOf } from './when-and-where.ts'

export type Diary = {
  /** Whether the column can stand beside all that stands in the diary; its order is not looked at. */
  fits: (column: number) => boolean
  /** What would have to go for it; undefined where that is too much, or something fixed. */
  inTheWay: (column: number, most: number) => readonly number[] | undefined
  add: (column: number) => void
  remove: (column: number) => void
}

/** A talk by its times, whether it is a column or fixed; `column` is -1 for what is fixed. */
type Talk = {
  column: number
  start: number
  until: number
  day: number
  week: number
  place: number
}

/** What a diary is kept in. */
type Book = {
  season: Season
  columns: Columns
  talkOf: (column: number) => Talk
  bySpeaker: Talk[][]
  byVenue: Talk[][]
}

/** An empty diary over the columns; what is fixed stands in it from the beginning. */
export function openDiary(season: Season, columns: Columns, fixed: Commitments): Diary {
  const book: Book = {
    season,
    columns,
    talkOf: talksOf(season, columns),
    bySpeaker: fixed.speakers.map(({ talks }) =>
      talks.map((slot): Talk => ({ column: -1, ...slot, ...daysOf(season, slot.start) })),
    ),
    byVenue: season.venues.map((): Talk[] => []),
  }
  const lists = (column: number) => [
    book.bySpeaker[columns.speaker[column]!]!,
    book.byVenue[columns.venue[column]!]!,
  ]
  return {
    fits: (column) => fits(book, column),
    inTheWay: (column, most) => inTheWay(book, column, most),
    add: (column) => {
      for (const list of lists(column)) list.push(book.talkOf(column))
    },
    remove: (column) => {
      for (const list of lists(column))
        list.splice(
          list.findIndex((talk) => talk.column === column),
          1,
        )
    },
  }
}

function inTheWay(book: Book, column: number, most: number): readonly number[] | undefined {
  const { season, columns } = book
  const talk = book.talkOf(column)
  const index = columns.speaker[column]!
  const speaker = season.speakers[index]!
  const talks = book.bySpeaker[index]!
  const found: number[] = []
  let [ofDay, ofWeek, inAll] = [1, 1, 1]
  for (const other of talks) {
    if (excludes(season, speaker, talk, other)) found.push(other.column)
    else {
      inAll += 1
      if (other.day === talk.day) ofDay += 1
      if (other.week === talk.week) ofWeek += 1
    }
  }
  // Above a limit, what was added last goes first, and never what is fixed.
  const makeRoom = (above: number, within: (other: Talk) => boolean) => {
    for (let at = talks.length - 1, left = above; at >= 0 && left > 0; at--) {
      const other = talks[at]!
      if (other.column < 0 || !within(other) || found.includes(other.column)) continue
      found.push(other.column)
      left -= 1
      if (other.week === talk.week) ofWeek -= 1
      inAll -= 1
    }
  }
  if (ofDay > speaker.mostPerDay)
    makeRoom(ofDay - speaker.mostPerDay, ({ day }) => day === talk.day)
  if (ofWeek > mostOfWeek(speaker))
    makeRoom(ofWeek - mostOfWeek(speaker), ({ week }) => week === talk.week)
  if (inAll > leftOf(speaker)) makeRoom(inAll - leftOf(speaker), () => true)
  for (const other of book.byVenue[columns.venue[column]!]!)
    if (overlaps(talk, other) && !found.includes(other.column)) found.push(other.column)
  return found.length > most || found.includes(-1) ? undefined : found
}

function fits(book: Book, column: number): boolean {
  const { season, columns } = book
  const talk = book.talkOf(column)
  const index = columns.speaker[column]!
  const speaker = season.speakers[index]!
  const talks = book.bySpeaker[index]!
  if (talks.length >= leftOf(speaker)) return false
  let ofDay = 1
  let ofWeek = 1
  for (const other of talks) {
    if (other.day === talk.day) ofDay += 1
    if (other.week === talk.week) ofWeek += 1
    if (excludes(season, speaker, talk, other)) return false
  }
  if (ofDay > speaker.mostPerDay || ofWeek > mostOfWeek(speaker)) return false
  return !book.byVenue[columns.venue[column]!]!.some((other) => overlaps(talk, other))
}

/** Each column's talk, made when it is first asked for. */
function talksOf(season: Season, columns: Columns): (column: number) => Talk {
  const known: (Talk | undefined)[] = Array.from({ length: columns.count })
  return (column) => {
    const slot = known[column]
    if (slot) return slot
    const made = slotOf(season, bookingOf(columns, column))
    return (known[column] = { column, ...made, ...daysOf(season, made.start) })
  }
}

function daysOf(season: Season, start: number): { day: number; week: number } {
  const day = dayOf(start)
  return { day, week: weekOf(season, day) }
}

function mostOfWeek({ mostPerWeek }: Speaker): number {
  return mostPerWeek ?? Infinity
}

/** How many talks of this season there may be, beside those already given. */
function leftOf({ mostPerSeason, given }: Speaker): number {
  return (mostPerSeason ?? Infinity) - given
}

function overlaps(one: Talk, other: Talk): boolean {
  return one.start < other.until && other.start < one.until
}

function excludes(
  season: Season,
  { restDays, restMinutes }: Speaker,
  one: Talk,
  other: Talk,
): boolean {
  const apart = Math.abs(one.day - other.day)
  if (apart > 0 && apart <= restDays) return true
  if (apart > 1) return false
  const [first, second] = one.start <= other.start ? [one, other] : [other, one]
  const pause = second.start - first.until - (apart === 0 ? restMinutes : 0)
  return pause < 0 || pause < minutesBetween(season, first.place, second.place)
}
