/** The winter that is replayed: from 1 December 2021 (a Wednesday) to 15 March 2022. */
export const replayedSeason = { firstDay: '2021-12-01', lastDay: '2022-03-15' }

/** Days are ISO dates such as '2021-12-01'; all arithmetic is on whole days, free of time zones. */
const dayLength = 24 * 60 * 60 * 1000

/** The day so many days after (or, below nought, before) another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)
}

/** The same day of the year, so many years earlier; 29 February becomes 1 March where it must. */
export function yearsBefore(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year - years, month - 1, date)).toISOString().slice(0, 10)
}

/** How many days lie between two days. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayLength
}

/** Age in completed years, as the law counts it. */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}
