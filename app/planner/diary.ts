// Who is where and when while a plan is put together booking by booking: asked before each, kept after.
import { bookingOf, type Columns } from './columns.ts'
import { type Commitments, slotOf } from './commitments.ts'
import type { Season } from './season.ts'
import { dayOf, minutesBetween, weekOf } from './when-and-where.ts'

export type Diary = {
  /** Whether the column can stand beside all that stands in the diary; its order is not looked at. */
  fits: (column: number) => boolean
  /** What would have to go for it: few columns, or undefined where something fixed is in the way. */
  inTheWay: (column: number) => number[] | undefined
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

/** An empty diary over the columns; what is fixed stands in it from the beginning. */
export function openDiary(season: Season, columns: Columns, fixed: Commitments): Diary {
  const talkOf = talksOf(season, columns)
  const bySpeaker = fixed.speakers.map(({ talks }) =>
    talks.map((slot): Talk => ({ column: -1, ...slot, ...daysOf(season, slot.start) })),
  )
  const byVenue = season.venues.map((): Talk[] => [])
  const lists = (column: number) => [
    bySpeaker[columns.speaker[column]!]!,
    byVenue[columns.venue[column]!]!,
  ]

  /** The talks of the speaker and of the venue that can't stand beside the column's. */
  function inTheWay(column: number): number[] | undefined {
    const talk = talkOf(column)
    const index = columns.speaker[column]!
    const speaker = season.speakers[index]!
    const talks = bySpeaker[index]!
    const found = talks.filter((other) => excludes(season, speaker, talk, other))
    const left = () => talks.filter((other) => !found.includes(other))
    const makeRoom = (within: (other: Talk) => boolean, most: number | null) => {
      const counted = left().filter(within)
      // What was added last goes first, and never what is fixed.
      const surplus = counted.length + 1 - (most ?? Infinity)
      if (surplus > 0) found.push(...counted.slice(-surplus))
    }
    makeRoom(({ day }) => day === talk.day, speaker.mostPerDay)
    makeRoom(({ week }) => week === talk.week, speaker.mostPerWeek)
    makeRoom(() => true, seasonLimit(speaker.mostPerSeason, speaker.given))
    found.push(...byVenue[columns.venue[column]!]!.filter((other) => overlaps(talk, other)))
    const out = [...new Set(found.map((other) => other.column))]
    return out.includes(-1) ? undefined : out
  }

  function fits(column: number): boolean {
    const talk = talkOf(column)
    const index = columns.speaker[column]!
    const speaker = season.speakers[index]!
    const talks = bySpeaker[index]!
    if (talks.length >= (seasonLimit(speaker.mostPerSeason, speaker.given) ?? Infinity))
      return false
    let ofDay = 1
    let ofWeek = 1
    for (const other of talks) {
      if (other.day === talk.day) ofDay += 1
      if (other.week === talk.week) ofWeek += 1
      if (excludes(season, speaker, talk, other)) return false
    }
    if (ofDay > speaker.mostPerDay || ofWeek > (speaker.mostPerWeek ?? Infinity)) return false
    for (const other of byVenue[columns.venue[column]!]!) if (overlaps(talk, other)) return false
    return true
  }

  return {
    fits,
    inTheWay,
    add: (column) => {
      for (const list of lists(column)) list.push(talkOf(column))
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

function seasonLimit(most: number | null, given: number): number | null {
  return most === null ? null : most - given
}

function overlaps(one: Talk, other: Talk): boolean {
  return one.start < other.until && other.start < one.until
}

function excludes(
  season: Season,
  { restDays, restMinutes }: Season['speakers'][number],
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
