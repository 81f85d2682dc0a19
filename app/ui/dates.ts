import type { Language } from '#app/platform/language.ts'

// China keeps one time, eight hours ahead of UTC, without summer time since 1991: plain
// arithmetic is exact for every date a season can have, and costs nothing per call.
const AHEAD = 8 * 3600 * 1000
const DAY = 24 * 3600 * 1000

const zhWeekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const enWeekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const enMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
]
const enLongMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A calendar day in China as `YYYY-MM-DD`, the way the database keeps a `date`. */
export type Day = string

/** The day in China on which an instant falls. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + AHEAD).toISOString().slice(0, 10)
}

/** The instant of a clock time (`HH:MM`) on a day in China. */
export function instantOf(day: Day, time = '00:00'): Date {
  return new Date(`${day}T${time}:00+08:00`)
}

/** The day so many days later (or earlier). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** An instant with China's offset, as `<time datetime>` and calendars want it. */
export function isoInChina(instant: Date): string {
  return `${new Date(instant.getTime() + AHEAD).toISOString().slice(0, 16)}+08:00`
}

/** "1月12日" / "12 Jan"; with the year when it is not the one of `now`. */
export function sayDay(when: Day | Date, language: Language, now: Date): string {
  return dateWords(wall(when), language, now)
}

/** "1月12日 周三" / "Wed 12 Jan". */
export function sayWeekdayAndDay(when: Day | Date, language: Language, now: Date): string {
  const at = wall(when)
  const day = dateWords(at, language, now)
  return language === 'zh'
    ? `${day} ${zhWeekdays[at.getUTCDay()]}`
    : `${enWeekdays[at.getUTCDay()]} ${day}`
}

/** "周三" / "Wed". */
export function sayWeekday(when: Day | Date, language: Language): string {
  return (language === 'zh' ? zhWeekdays : enWeekdays)[wall(when).getUTCDay()] as string
}

/** "14:00", on a clock of 24 hours in both languages. */
export function sayTime(instant: Date): string {
  return clock(wall(instant))
}

/** "1月12日 周三 14:00" / "Wed 12 Jan, 14:00". */
export function sayMoment(instant: Date, language: Language, now: Date): string {
  return `${sayWeekdayAndDay(instant, language, now)}${language === 'zh' ? ' ' : ', '}${sayTime(instant)}`
}

/** "1月12日 周三 14:00–15:30" / "Wed 12 Jan, 14:00–15:30"; both days when it ends on another. */
export function saySpan(from: Date, to: Date, language: Language, now: Date): string {
  const start = sayMoment(from, language, now)
  if (dayOf(from) === dayOf(to)) return `${start}–${sayTime(to)}`
  return `${start} – ${sayMoment(to, language, now)}`
}

/** "1月4日至2月28日" / "4 Jan – 28 Feb", for a season. */
export function sayDays(from: Day, to: Day, language: Language, now: Date): string {
  const join = language === 'zh' ? '至' : ' – '
  return `${sayDay(from, language, now)}${join}${sayDay(to, language, now)}`
}

/** "2022年1月" / "January 2022". */
export function sayMonth(month: string, language: Language): string {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))]
  return language === 'zh' ? `${year}年${number}月` : `${enLongMonths[number - 1]} ${year}`
}

const zhNear = ['前天', '昨天', '今天', '明天', '后天']
const enNear = [undefined, 'yesterday', 'today', 'tomorrow', undefined]

/** "明天" / "tomorrow" for a day close to now, otherwise the day with its weekday. */
export function sayNearDay(when: Day | Date, language: Language, now: Date): string {
  const day = typeof when === 'string' ? when : dayOf(when)
  const near = (language === 'zh' ? zhNear : enNear)[daysBetween(dayOf(now), day) + 2]
  return near ?? sayWeekdayAndDay(day, language, now)
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** "1小时30分钟" / "1 h 30 min". */
export function sayMinutes(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts =
    language === 'zh'
      ? [hours > 0 && `${hours}小时`, (rest > 0 || hours === 0) && `${rest}分钟`]
      : [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`]
  return parts.filter(Boolean).join(language === 'zh' ? '' : ' ')
}

/** The clock on a wall in China, readable through the UTC getters. */
function wall(when: Day | Date): Date {
  return typeof when === 'string' ? new Date(`${when}T00:00:00Z`) : new Date(when.getTime() + AHEAD)
}

function dateWords(at: Date, language: Language, now: Date): string {
  const year = at.getUTCFullYear()
  const sameYear = year === wall(now).getUTCFullYear()
  if (language === 'zh') {
    const day = `${at.getUTCMonth() + 1}月${at.getUTCDate()}日`
    return sameYear ? day : `${year}年${day}`
  }
  const day = `${at.getUTCDate()} ${enMonths[at.getUTCMonth()]}`
  return sameYear ? day : `${day} ${year}`
}

function clock(at: Date): string {
  const minutes = at.getUTCMinutes()
  const hours = at.getUTCHours()
  return `${hours < 10 ? '0' : ''}${hours}:${minutes < 10 ? '0' : ''}${minutes}`
}
