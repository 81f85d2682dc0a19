import { addDays } from '#app/platform/time.ts'
import { type DayKind, isWeekend, yearOf } from '#app/platform/working-days.ts'

/** Why holidays can't be entered like this. Each is the key of its sentence. */
export type HolidayReason =
  | 'holidays.badLine'
  | 'holidays.otherYear'
  | 'holidays.dayTwice'
  | 'holidays.workOnWeekday'
  | 'holidays.tooFew'

export type Holiday = { day: string; kind: DayKind; name: string; nameEn: string }

/** The package's two tables of days, each day with "Spring Festival,春节,4". */
type Published = { holidays: Record<string, string>; workdays: Record<string, string> }

export function daysIn({ holidays, workdays }: Published): Holiday[] {
  const of = (days: Record<string, string>, kind: DayKind) =>
    Object.entries(days).map(([day, names]) => {
      const [nameEn = '', name = ''] = names.split(',')
      return { day, kind, name, nameEn }
    })
  return [...of(holidays, 'off'), ...of(workdays, 'work')].toSorted((a, b) =>
    a.day < b.day ? -1 : 1,
  )
}

// not a sentence: how lists write it
const kinds: Record<string, DayKind> = { 休: 'off', 班: 'work', off: 'off', work: 'work' }
// not a sentence: how lists write it
const written = { off: '休', work: '班' } as const

const linePattern =
  /^(\d{4}-\d\d-\d\d)(?:\s*[~～至]\s*(\d{4}-\d\d-\d\d))?\s*[,，\s]\s*(休|班|off|work)\s*[,，\s]\s*([^,，]{1,40}?)\s*(?:[,，]\s*([^,，]{1,60}?)\s*)?$/
const longestRun = 31

export type FaultyLine = { line: number; fault: HolidayReason }

// 11 days were free by law until 2024 and 13 since; with the weekends in between it is always more.
const fewestFree = 11

/** Reads a year's holidays as they are typed, one span a line: 2022-01-31~2022-02-06,休,春节. */
export function readHolidays(
  year: number,
  text: string,
): { days: Holiday[]; faulty: FaultyLine[] } {
  const days = new Map<string, Holiday>()
  const faulty: FaultyLine[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const span = spanIn(line.trim())
    const fault = span ? faultOf(span, year, days) : 'holidays.badLine'
    if (fault) faulty.push({ line: at + 1, fault })
    else for (const each of span!) days.set(each.day, each)
  }
  const all = [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const free = all.filter(({ kind }) => kind === 'off').length
  if (faulty.length === 0 && free < fewestFree) faulty.push({ line: 0, fault: 'holidays.tooFew' })
  return { days: all, faulty }
}

function spanIn(line: string): Holiday[] | null {
  const [, from = '', until = from, kind = '', name = '', nameEn = ''] =
    linePattern.exec(line) ?? []
  if (!isDay(from) || !isDay(until) || until < from || until > addDays(from, longestRun))
    return null
  const span: Holiday[] = []
  for (let day = from; day <= until; day = addDays(day, 1))
    span.push({ day, kind: kinds[kind]!, name, nameEn })
  return span
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

function faultOf(
  span: readonly Holiday[],
  year: number,
  before: ReadonlyMap<string, Holiday>,
): HolidayReason | null {
  if (span.some(({ day }) => yearOf(day) !== year)) return 'holidays.otherYear'
  if (span.some(({ day }) => before.has(day))) return 'holidays.dayTwice'
  const odd = span.some(({ day, kind }) => kind === 'work' && !isWeekend(day))
  return odd ? 'holidays.workOnWeekday' : null
}

/** Days that follow one another under one name, as one span. */
export function spansOf(days: readonly Holiday[]): (Holiday & { until: string })[] {
  const spans: (Holiday & { until: string })[] = []
  for (const each of days) {
    const last = spans.at(-1)
    const goesOn =
      last?.kind === each.kind && last.name === each.name && addDays(last.until, 1) === each.day
    if (goesOn) last.until = each.day
    else spans.push({ ...each, until: each.day })
  }
  return spans
}

/** A year's holidays as they are typed, to be corrected. */
export function writeHolidays(days: readonly Holiday[]): string {
  return spansOf(days)
    .map(({ day, until, kind, name, nameEn }) => {
      const span = day === until ? day : `${day}~${until}`
      return [span, written[kind], name, ...(nameEn ? [nameEn] : [])].join(',')
    })
    .join('\n')
}
