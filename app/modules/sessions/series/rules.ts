import type { Holiday } from '#app/modules/organisation/holidays/rules.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { addDays, daysBetween, instantAt, weekdayOf } from '#app/platform/time.ts'
import { yearOf } from '#app/platform/working-days.ts'
import { type Announceable, type Prepared, type SessionReason, whyNotPublished } from '../rules.ts'

/** Why something about a series can't be done. Each is the key of its sentence. */
export type SeriesReason =
  | 'series.already'
  | 'series.daysStay'
  | 'series.none'
  | 'series.noneReady'
  | 'series.nothingLeft'
  | 'series.nothingReady'
  | 'series.notThatDay'
  | 'series.ofOrder'
  | 'series.over'
  | 'series.tooLong'
  | 'series.tooMany'
  | 'session_series_order'
  | 'session_series_time_order'

export const onHolidays = ['skip', 'hold'] as const
/** The most sessions that one series makes, and the most days it spans. */
const mostSessions = 60
const mostDays = 400

/** The days of the week on which sessions come again, at the time of the first. */
export type Pattern = {
  /** 1 is Monday. */
  weekdays: readonly number[]
  /** The day of the first session, and the last day that one may be on. */
  fromOn: string
  untilOn: string
  fromTime: string
  untilTime: string
  exceptOn: readonly string[]
  onHolidays: (typeof onHolidays)[number]
}

/** What dates are judged by. */
export type Around = {
  season: { startsOn: string; endsOn: string }
  holidays: ReadonlyMap<string, Holiday>
  /** The years whose holidays are known. */
  years: ReadonlySet<number>
  now: Date
}

/** Why a date is in, or why it is out. */
type In = 'first' | 'usual' | 'madeUp' | 'heldOnHoliday'
type Out = 'holiday' | 'unknownYear' | 'exception' | 'outsideSeason' | 'past'
export type SeriesDate = {
  day: string
  during: Span
  why: In | Out
  /** The holiday, or the one for which a weekend day is worked. */
  name: string
  nameEn: string
}

const ins: readonly string[] = ['first', 'usual', 'madeUp', 'heldOnHoliday'] satisfies In[]

/** Whether there is a session on a date. */
export function comes(date: SeriesDate): boolean {
  return ins.includes(date.why)
}

/** Why a pattern can't be looked at: it ends before it begins, or goes on for too long. */
export function whyNotPattern(pattern: Pattern): SeriesReason | null {
  if (pattern.untilTime <= pattern.fromTime) return 'session_series_time_order'
  if (pattern.untilOn < pattern.fromOn) return 'session_series_order'
  return daysBetween(pattern.fromOn, pattern.untilOn) > mostDays ? 'series.tooLong' : null
}

/**
 * Every date of a pattern with why there is a session or none. The first is planned already. In a year
 * whose holidays are not known nobody can say what is one: with holidays left out, so are its dates.
 */
export function datesOf(pattern: Pattern, around: Around): SeriesDate[] {
  const dates: SeriesDate[] = []
  for (let day = pattern.fromOn; day <= pattern.untilOn; day = addDays(day, 1)) {
    if (day !== pattern.fromOn && !pattern.weekdays.includes(weekdayOf(day))) continue
    const { name = '', nameEn = '' } = around.holidays.get(day) ?? {}
    const during = {
      start: instantAt(day, pattern.fromTime),
      end: instantAt(day, pattern.untilTime),
    }
    dates.push({ day, during, why: whyOn(day, during, pattern, around), name, nameEn })
  }
  return dates
}

function whyOn(day: string, during: Span, pattern: Pattern, around: Around): In | Out {
  if (day === pattern.fromOn) return 'first'
  if (day < around.season.startsOn || day > around.season.endsOn) return 'outsideSeason'
  if (during.start <= around.now) return 'past'
  if (pattern.exceptOn.includes(day)) return 'exception'
  if (!around.years.has(yearOf(day))) return pattern.onHolidays === 'hold' ? 'usual' : 'unknownYear'
  const kind = around.holidays.get(day)?.kind
  if (kind === 'work') return 'madeUp'
  if (kind === 'off') return pattern.onHolidays === 'hold' ? 'heldOnHoliday' : 'holiday'
  return 'usual'
}

/** The years of a pattern whose holidays nobody knows yet. */
export function unknownYears({ fromOn, untilOn }: Pattern, years: ReadonlySet<number>): number[] {
  const all = Array.from(
    { length: Math.max(0, yearOf(untilOn) - yearOf(fromOn) + 1) },
    (_, at) => yearOf(fromOn) + at,
  )
  return all.filter((year) => !years.has(year))
}

/** Why a session can't come again: it belongs to an order or a series, or it is over. */
export function whyNotAgain(session: {
  status: string
  dispatchId: string | null
  seriesId: string | null
}): SeriesReason | null {
  if (session.seriesId !== null) return 'series.already'
  if (session.dispatchId !== null) return 'series.ofOrder'
  return ['draft', 'scheduled'].includes(session.status) ? null : 'series.over'
}

/** Why these days can't be made into sessions; the first is there already. */
export function whyNotMade(
  dates: readonly SeriesDate[],
  days: readonly string[],
): SeriesReason | null {
  const coming = new Set(dates.flatMap((date) => (comes(date) ? [date.day] : [])))
  if (days.some((day) => !coming.has(day))) return 'series.notThatDay'
  if (days.length === 0) return 'series.none'
  return days.length >= mostSessions ? 'series.tooMany' : null
}

/** A session of a series and those after it, as long as they are still to come. */
export function andFollowing<S extends { status: string; during: Span }>(
  sessions: readonly S[],
  from: { during: Span },
  now: Date,
): S[] {
  return sessions.filter(
    ({ status, during }) =>
      ['draft', 'scheduled'].includes(status) &&
      during.start >= from.during.start &&
      during.start > now,
  )
}

type Waiting<S> = { session: S; whyNot: SessionReason }

/** Which drafts of a series can be announced now, and why the others can't. */
export function readyOf<S extends Announceable & { id: string }>(
  sessions: readonly S[],
  prepared: ReadonlyMap<string, Prepared>,
  now: Date,
): { ready: S[]; waiting: Waiting<S>[] } {
  const drafts = sessions
    .filter(({ status }) => status === 'draft')
    .map((session) => ({
      session,
      whyNot: whyNotPublished(session, prepared.get(session.id)!, now),
    }))
  return {
    ready: drafts.flatMap(({ session, whyNot }) => (whyNot === null ? [session] : [])),
    waiting: drafts.filter((each): each is Waiting<S> => each.whyNot !== null),
  }
}
