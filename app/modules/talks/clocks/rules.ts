import type { Tables } from '#app/platform/tables.ts'
import { addDays, dayOf, instantAt, later } from '#app/platform/time.ts'
import {
  isWorkingDay,
  type WorkCalendar,
  workingDaysAfter,
  yearOf,
} from '#app/platform/working-days.ts'
import type { OrderStatus } from '../orders/rules.ts'

/** The stages of an order that somebody must see through in time. */
export const stages = ['vet', 'dispatch', 'accept'] as const
export type Stage = Tables['orderClock']['stage']

/** How many working days each stage may take where a street says nothing else. */
export const usualDays: Readonly<Record<Stage, number>> = { vet: 1, dispatch: 1, accept: 2 }

/** The share of the time after which who must act is reminded. */
const remindAfter = 0.8

/** The stage an order is in by its state, with the moment it began; null where nobody is waited for. */
export function stageOf(order: {
  status: OrderStatus
  placedAt: Date
  vettedAt: Date | null
  /** When the last speaker was asked, and when the last one answered or was freed. */
  askedAt: Date | null
  endedAt: Date | null
}): { stage: Stage; since: Date } | null {
  switch (order.status) {
    case 'submitted':
      return { stage: 'vet', since: order.placedAt }
    case 'vetted':
    case 'planned':
    case 'open': {
      const vetted = order.vettedAt ?? order.placedAt
      const ended = order.endedAt ?? vetted
      return { stage: 'dispatch', since: ended > vetted ? ended : vetted }
    }
    case 'proposed':
      return order.askedAt && { stage: 'accept', since: order.askedAt }
    default:
      return null
  }
}

export type Deadline = { remindAt: Date; dueAt: Date } | { unknownYear: number }

/**
 * By when a stage should be over: at the end of its last working day. The day it began is not counted.
 * Four fifths of the working time between are what goes by before a reminder.
 */
export function deadlineOf(since: Date, workingDays: number, calendar: WorkCalendar): Deadline {
  const from = dayOf(since)
  const last = workingDaysAfter(from, workingDays, calendar)
  if (!('day' in last)) return last
  const first = isWorkingDay(from, calendar)
  if (first === 'unknown') return { unknownYear: yearOf(from) }
  const stretches: { start: number; end: number }[] = []
  for (let day = from; day <= last.day; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar) !== true) continue
    const start = day === from ? since : instantAt(day, '00:00')
    stretches.push({
      start: start.getTime(),
      end: instantAt(addDays(day, 1), '00:00').getTime(),
    })
  }
  const whole = stretches.reduce((sum, { start, end }) => sum + end - start, 0)
  let left = whole * remindAfter
  let remindAt = since.getTime()
  for (const { start, end } of stretches) {
    remindAt = Math.min(end, start + left)
    left -= end - start
    if (left <= 0) break
  }
  return { remindAt: new Date(remindAt), dueAt: instantAt(addDays(last.day, 1), '00:00') }
}

/** What a clock asks for at a moment: nothing yet, a reminder, or that the matter goes up. */
export function callOf(
  clock: {
    remindAt: Date | null
    dueAt: Date | null
    remindedAt: Date | null
    escalatedAt: Date | null
  },
  now: Date,
): 'remind' | 'escalate' | null {
  if (clock.dueAt && clock.dueAt <= now && !clock.escalatedAt) return 'escalate'
  const isReminded = clock.remindedAt !== null || clock.escalatedAt !== null
  return clock.remindAt && clock.remindAt <= now && !isReminded ? 'remind' : null
}

/** The last day of a stage that is due at this moment, which is the end of that day. */
export function dayDue(dueAt: Date): { day: string } {
  return { day: dayOf(later(dueAt, -1)) }
}
