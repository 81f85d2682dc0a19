import { addDays } from './time.ts'

// Chinese working days: weekends are free unless they are worked for a holiday, and holidays are
// announced a year at a time. A year that was not announced to us is unknown, never guessed.

export type DayKind = 'off' | 'work'

/** The days that differ from their weekday, and the years for which all of them are known. */
export type WorkCalendar = {
  days: ReadonlyMap<string, DayKind>
  years: ReadonlySet<number>
}

/** A day that was counted to, or the year whose holidays would have to be known for it. */
export type Counted = { day: string } | { unknownYear: number }

/** The calendar of these days; a year is known once it has any. */
export function calendarOf(rows: readonly { day: string; kind: DayKind }[]): WorkCalendar {
  return {
    days: new Map(rows.map(({ day, kind }) => [day, kind])),
    years: new Set(rows.map(({ day }) => yearOf(day))),
  }
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** Whether a day of any year is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

/** Whether people work on this day; 'unknown' in a year whose holidays are not known. */
export function isWorkingDay(day: string, calendar: WorkCalendar): boolean | 'unknown' {
  if (!calendar.years.has(yearOf(day))) return 'unknown'
  const kind = calendar.days.get(day)
  return kind === undefined ? !isWeekend(day) : kind === 'work'
}

/** The n-th working day after a day, which itself is not counted. */
export function workingDaysAfter(from: string, n: number, calendar: WorkCalendar): Counted {
  let day = from
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    const works = isWorkingDay(day, calendar)
    if (works === 'unknown') return { unknownYear: yearOf(day) }
    if (works) left -= 1
  }
  return { day }
}

/** How many working days lie after one day up to and with another; 'unknown' where a year is not known. */
export function workingDaysBetween(
  from: string,
  to: string,
  calendar: WorkCalendar,
): number | 'unknown' {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const works = isWorkingDay(day, calendar)
    if (works === 'unknown') return 'unknown'
    if (works) count += 1
  }
  return count
}

/** Whether a time allowed has run out: its last day is over. An unknown day is never called late. */
export function isOverdue(due: Counted, today: string): boolean {
  return 'day' in due && due.day < today
}
