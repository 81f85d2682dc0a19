import type { Reasons } from '#app/planner/reasons.ts'
import type { Season, Worth } from '#app/planner/season.ts'
import type { Tables } from '#app/platform/tables.ts'
import { addDays } from '#app/platform/time.ts'
import { isWeekend, type WorkCalendar, workingDaysBetween } from '#app/platform/working-days.ts'

export type PlanKind = Tables['plan']['kind']
export type PlanStatus = Tables['plan']['status']

export type PlanReason =
  | 'plan.nothingOpen'
  | 'plan.notReady'
  | 'plan.alreadyPublished'
  | 'plan.discarded'
  | 'plan.nothingPlanned'
  | 'plan.breaksRules'
  | 'plan.changedMeanwhile'
  | 'plan.notLocked'
  | 'plan.notPlanned'
  | 'plan.notASpeaker'
  | 'plan.noSeason'

/** What a plan is asked with beside what is known anyway: the questions "what if …?". */
export type Asked = {
  /** Only these orders; none means all that are open. */
  orderIds: string[]
  /** Speakers who are left out. */
  withoutSpeakerIds: string[]
  /** Days on which a speaker can come too, or which suit an order too; else every speaker. */
  days: { day: string; speakerId: string | null; orderId: string | null }[]
  /** Whoever else could: this order is for this speaker. */
  pairs: { orderId: string; speakerId: string }[]
  /** Promised talks that may be changed after all. */
  freedOrderIds: string[]
}

export const nothingAsked: Asked = {
  orderIds: [],
  withoutSpeakerIds: [],
  days: [],
  pairs: [],
  freedOrderIds: [],
}

/** What the planner was given, and the day that its minutes are counted from. */
export type GivenSeason = Season & { firstDay: string }

/** How far the planner is: what the best plan so far is worth. */
export type Progress = { served: number; objective: number; bound: number; worth: Worth }

/** What is said of an order in a plan; nothing of one that somebody put there by hand. */
export type OrderReasons = Reasons | Record<string, never>

/** Why a plan can't be changed or published any more, or not yet. */
export function whyNotChanged(plan: { status: PlanStatus }): PlanReason | null {
  if (plan.status === 'published') return 'plan.alreadyPublished'
  if (plan.status === 'discarded') return 'plan.discarded'
  return plan.status === 'ready' ? null : 'plan.notReady'
}

/** How many working days an order has waited; where holidays are not known, weekends alone are free. */
export function waitedDays(placedOn: string, today: string, calendar: WorkCalendar): number {
  const counted = workingDaysBetween(placedOn, today, calendar)
  if (counted !== 'unknown') return counted
  let days = 0
  for (let day = addDays(placedOn, 1); day <= today; day = addDays(day, 1))
    if (!isWeekend(day)) days += 1
  return days
}
