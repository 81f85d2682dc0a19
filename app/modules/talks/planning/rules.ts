import type { Reasons } from '#app/planner/reasons.ts'
import type { Booking, Worth } from '#app/planner/season.ts'
import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { instantAt, later, minute } from '#app/platform/time.ts'
import type { GivenSeason } from '../outlook/rules.ts'

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

/** When a booking of a plan is. */
export function spanOfBooking(season: GivenSeason, { order, start }: Booking): Span {
  const from = later(instantAt(season.firstDay, '00:00'), start * minute)
  return { start: from, end: later(from, (season.orders[order]?.minutes ?? 0) * minute) }
}

/** The planner's minute of an instant. */
export function minuteIn(season: GivenSeason, at: Date): number {
  return Math.round((at.getTime() - instantAt(season.firstDay, '00:00').getTime()) / minute)
}
