import type { Span } from '#app/platform/database/spans.ts'
import { addDays, dayOf, daysBetween, mondayOf, timeOf } from '#app/platform/time.ts'

/** Whose calendar an address names. */
export type Of = { kind: 'mine' | 'street' } | { [K in Named]: { kind: K; id: string } }[Named]
type Named = 'child' | 'unit' | 'venue' | 'resource' | 'series'

const named = /^(child|unit|venue|resource|series)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Reads `mine`, `street`, or `unit.<id>` and the like; null for anything else. */
export function readOf(text: string): Of | null {
  if (text === 'mine' || text === 'street') return { kind: text }
  const [, kind, id] = named.exec(text) ?? []
  return kind === undefined ? null : ({ kind, id } as Of)
}

export function writeOf(of: Of): string {
  return 'id' in of ? `${of.kind}.${of.id}` : of.kind
}

/** How a calendar is looked at. */
export const views = ['month', 'week', 'list'] as const
export type View = (typeof views)[number]

export function readView(text: string | null): View {
  return views.find((view) => view === text) ?? 'month'
}

/** What an address says of the time: a day, or a month without one. */
export type At = { month: string; day: string | null }

/** Reads "2022-01" or "2022-01-14"; anything else is today. */
export function readAt(text: string | null, today: string): At {
  const [, month, day] = /^((?:19|20)\d\d-(?:0[1-9]|1[0-2]))(-\d\d)?$/.exec(text ?? '') ?? []
  if (month === undefined) return { month: today.slice(0, 7), day: today }
  if (day === undefined) return { month, day: today.startsWith(month) ? today : null }
  const said = `${month}${day}`
  // The 31st of a month that has none is the next month's first: not what was asked for.
  return isDay(said) ? { month, day: said } : { month, day: null }
}

function isDay(text: string): boolean {
  const day = Number(text.slice(8))
  return day > 0 && addDays(`${text.slice(0, 7)}-01`, day - 1) === text
}

const weeksListed = 4

/** The days that a view shows: the first, and the one after the last. */
type Days = { from: string; until: string }

export function daysShown(view: View, { month, day }: At): Days {
  if (view === 'month') return { from: `${month}-01`, until: `${monthAway(month, 1)}-01` }
  const monday = mondayOf(day ?? `${month}-01`)
  return { from: monday, until: addDays(monday, view === 'week' ? 7 : 7 * weeksListed) }
}

/** The pages before and after, as an address says them. */
export function stepsFrom(view: View, at: At): { previous: string; next: string } {
  const { month } = at
  if (view === 'month') return { previous: monthAway(month, -1), next: monthAway(month, 1) }
  const { from, until } = daysShown(view, at)
  return { previous: addDays(from, -daysBetween(from, until)), next: until }
}

/** The month so many months away. */
export function monthAway(month: string, away: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + away
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** What of a span lies on one day; "24:00" where it goes on. */
type Piece = { day: string; from: string; until: string }

const mostDays = 400

/** A span day by day, within the days that are shown. */
export function piecesOf({ start, end }: Span, shown: Days): Piece[] {
  const [first, last] = [dayOf(start), dayOf(end)]
  const from = first < shown.from ? shown.from : first
  const count = Math.min(daysBetween(from, last), daysBetween(from, shown.until) - 1, mostDays)
  return Array.from({ length: Math.max(count + 1, 0) }, (_, at) => addDays(from, at)).flatMap(
    (day) => {
      const piece = {
        day,
        from: day === first ? timeOf(start) : '00:00',
        until: day === last ? timeOf(end) : '24:00',
      }
      // What ends at midnight has nothing on the day that begins then.
      return piece.until === '00:00' && day !== first ? [] : [piece]
    },
  )
}
