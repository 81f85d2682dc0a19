import type { Tables } from '#app/platform/tables.ts'
import { addDays, dayOf, instantAt, timeOf } from '#app/platform/time.ts'

export type Urgency = Tables['notice']['urgency']

const quietFrom = '21:00'
const quietUntil = '08:00'
const digestAt = '18:00'

/** The hours in which nobody is messaged but for safety. */
export function isQuiet(instant: Date): boolean {
  const time = timeOf(instant)
  return time >= quietFrom || time < quietUntil
}

/** When a person is told: at once for safety, by day what is soon, in the evening's digest the rest. */
export function dueAt(urgency: Urgency, now: Date): Date {
  if (urgency === 'safety') return now
  if (urgency === 'digest') return nextTime(digestAt, now)
  return isQuiet(now) ? nextTime(quietUntil, now) : now
}

function nextTime(time: string, now: Date): Date {
  const today = instantAt(dayOf(now), time)
  return today >= now ? today : instantAt(addDays(dayOf(now), 1), time)
}

/** A message that goes on is not read: the rest stands in the inbox. */
export const mostInMessage = 5
