// What columns do to each other: the rows "at most so many of these" that make a choice of columns a plan.
import { cliquesOf } from './cliques.ts'
import type { Columns } from './columns.ts'
import { type Commitments, isDayOfRest } from './commitments.ts'
import { minutesOfDay, type Season, type Speaker } from './season.ts'
import { canGiveBoth, dayOf, minutesBetween, type Slot, weekOf } from './when-and-where.ts'

/** Of these columns at most so many; `of` says whose row it is, `subject` which one's. */
export type Row = {
  of: 'order' | 'speaker' | 'day' | 'week' | 'venue'
  subject: number
  most: number
  columns: readonly number[]
}

/** All rows but those of the season's limit and load, which belong to the goals, in canonical order. */
export function clashesOf(season: Season, fixed: Commitments, columns: Columns): Row[] {
  return [
    ...orderRows(columns),
    ...speakerRows(season, fixed, columns),
    ...venueRows(season, columns),
  ]
}

function orderRows(columns: Columns): Row[] {
  const rows: Row[] = []
  for (let order = 0; order + 1 < columns.ofOrder.length; order++) {
    const from = columns.ofOrder[order]!
    const length = columns.ofOrder[order + 1]! - from
    if (length === 0) continue
    const list = Array.from({ length }, (_, at) => from + at)
    rows.push({ of: 'order', subject: order, most: 1, columns: list })
  }
  return rows
}

/** The columns of each of so many speakers or venues. */
export function groupsOf(count: number, of: Int32Array): number[][] {
  const groups: number[][] = Array.from({ length: count }, () => [])
  for (const [column, subject] of of.entries()) groups[subject]!.push(column)
  return groups
}

/** Columns that are alike to a speaker or a venue: the same time, the same place. */
type Group = { slot: Slot; columns: number[] }

function speakerRows(season: Season, fixed: Commitments, columns: Columns): Row[] {
  return groupsOf(season.speakers.length, columns.speaker).flatMap((own, subject) => {
    const speaker = season.speakers[subject]!
    const { perDay, perWeek } = fixed.speakers[subject]!
    const groups = groupedBySlot(season, columns, own)
    const leftOfDay = (day: number) => speaker.mostPerDay - (perDay.get(day) ?? 0)
    const cliques = cliquesOf(
      groups.map(({ slot }) => slot.start),
      reachOf(season, speaker, groups),
      (one, other) => clash(season, speaker, leftOfDay, groups[one]!.slot, groups[other]!.slot),
    )
    const row = (of: Row['of'], most: number, list: readonly number[]): Row[] =>
      binds(columns, most, list) ? [{ of, subject, most, columns: list }] : []
    return [
      ...cliques.flatMap((clique) => row('speaker', 1, joined(groups, clique))),
      ...[...Map.groupBy(own, (column) => dayOf(columns.start[column]!))]
        .filter(([day]) => leftOfDay(day) > 1)
        .flatMap(([day, list]) => row('day', leftOfDay(day), list)),
      ...[...Map.groupBy(own, (column) => weekOf(season, dayOf(columns.start[column]!)))].flatMap(
        ([week, list]) =>
          row('week', (speaker.mostPerWeek ?? Infinity) - (perWeek.get(week) ?? 0), list),
      ),
    ]
  })
}

/** Whether a row says more than that each order is served once. */
function binds({ order }: Columns, most: number, list: readonly number[]): boolean {
  if (list.length <= most) return false
  return new Set(list.map((column) => order[column])).size > most
}

/** Whether of two talks a speaker can give one only. A day with one talk left makes all its talks clash. */
function clash(
  season: Season,
  speaker: Speaker,
  leftOfDay: (day: number) => number,
  one: Slot,
  other: Slot,
): boolean {
  const day = dayOf(one.start)
  const next = dayOf(other.start)
  if (day === next && leftOfDay(day) <= 1) return true
  return isDayOfRest(speaker, day, next) || !canGiveBoth(season, speaker, one, other)
}

/** How far apart two starts of a speaker may be and the talks still clash. */
function reachOf(season: Season, speaker: Speaker, groups: readonly Group[]): number {
  const places = [...new Set(groups.map(({ slot }) => slot.place))]
  const longest = Math.max(0, ...groups.map(({ slot }) => slot.until - slot.start))
  const first = places[0] ?? 0
  // By way of the first place, no way between two is longer than there and back again.
  const way = 2 * Math.max(0, ...places.map((place) => minutesBetween(season, first, place)))
  const days = (speaker.restDays + 1) * minutesOfDay
  return Math.max(days, longest + speaker.restMinutes + way)
}

function venueRows(season: Season, columns: Columns): Row[] {
  return groupsOf(season.venues.length, columns.venue).flatMap((own, subject) => {
    // What one speaker gives at home can't overlap anyway.
    if (new Set(own.map((column) => columns.speaker[column])).size < 2) return []
    const groups = groupedBySlot(season, columns, own)
    const longest = Math.max(0, ...groups.map(({ slot }) => slot.until - slot.start))
    const cliques = cliquesOf(
      groups.map(({ slot }) => slot.start),
      longest,
      (one, other) =>
        groups[one]!.slot.start < groups[other]!.slot.until &&
        groups[other]!.slot.start < groups[one]!.slot.until,
    )
    return cliques.flatMap((clique): Row[] => {
      const list = joined(groups, clique)
      return binds(columns, 1, list) ? [{ of: 'venue', subject, most: 1, columns: list }] : []
    })
  })
}

function groupedBySlot(season: Season, columns: Columns, own: readonly number[]): Group[] {
  const groups = new Map<string, Group>()
  for (const column of own) {
    const start = columns.start[column]!
    const until = start + season.orders[columns.order[column]!]!.minutes
    const place = season.venues[columns.venue[column]!]!.place
    const key = `${start} ${until} ${place}`
    const known = groups.get(key)
    if (known) known.columns.push(column)
    else groups.set(key, { slot: { start, until, place }, columns: [column] })
  }
  return [...groups.values()].toSorted(
    ({ slot: a }, { slot: b }) => a.start - b.start || a.until - b.until || a.place - b.place,
  )
}

function joined(groups: readonly Group[], clique: readonly number[]): number[] {
  return clique.flatMap((each) => groups[each]!.columns).toSorted((a, b) => a - b)
}
