// Days, weeks and ways: the arithmetic that the rules of a season share.
import {
  type Minute,
  minutesOfDay,
  type Place,
  type Season,
  type Speaker,
  type Stretch,
} from './season.ts'

/** The day of a season that a minute is in, 0 for the first; negative before the season. */
export function dayOf(minute: Minute): number {
  return Math.floor(minute / minutesOfDay)
}

/** The week, from Monday to Sunday, that a day is in. */
export function weekOf(season: Season, day: number): number {
  return Math.floor((day + season.weekday) / 7)
}

const nowhere: Place = { x: 0, y: 0 }

/** The straight line between two places. */
export function kilometresBetween(season: Season, from: number, to: number): number {
  if (from === to) return 0
  const a = season.places[from] ?? nowhere
  const b = season.places[to] ?? nowhere
  // Math.hypot is ten times slower, and this is asked millions of times for a city.
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)
}

/** How long the way takes, in whole minutes. */
export function minutesBetween(season: Season, from: number, to: number): number {
  if (from === to) return 0
  const { atLeast, perKilometre } = season.travel
  return Math.ceil(atLeast + perKilometre * kilometresBetween(season, from, to))
}

/** A talk as the speaker's day sees it. */
export type Slot = { start: Minute; until: Minute; place: number }

/** Whether a speaker can give both: there is time for the way and, within a day, for a rest. */
export function canGiveBoth(season: Season, speaker: Speaker, one: Slot, other: Slot): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one]
  const rest = dayOf(first.start) === dayOf(second.start) ? speaker.restMinutes : 0
  const way = minutesBetween(season, first.place, second.place)
  return second.start >= first.until + rest + way
}

/** Stretches in order, those that meet as one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const list: Stretch[] = []
  for (const each of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = list.at(-1)
    if (last && each.from <= last.until) last.until = Math.max(last.until, each.until)
    else list.push({ ...each })
  }
  return list
}
