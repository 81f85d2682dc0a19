import { overlap, type Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'

export type OrderStatus = Tables['talkOrder']['status']

export type OrderReason =
  | 'order.talkRetired'
  | 'order.notForAudience'
  | 'order.languageNotOffered'
  | 'order.timePast'
  | 'order.timesOverlap'
  | 'order.outsideSeason'
  | 'order.venueTooSmall'
  | 'order.alreadyHeld'
  | 'order.alreadyWithdrawn'
  | 'order.alreadyDispatched'

/** Why a branch can't order this talk like this. */
export function whyNotOrderable(
  talk: { retiredAt: Date | null; audiences: readonly string[]; languages: readonly string[] },
  order: { audience: string; language: string; headCount: number; times: readonly Span[] },
  venue: { seats: number },
  season: { startsOn: string; endsOn: string },
  now: Date,
): OrderReason | null {
  if (talk.retiredAt) return 'order.talkRetired'
  if (!talk.audiences.includes(order.audience)) return 'order.notForAudience'
  if (!talk.languages.includes(order.language)) return 'order.languageNotOffered'
  if (order.headCount > venue.seats) return 'order.venueTooSmall'
  if (order.times.some((time) => time.start <= now)) return 'order.timePast'
  const outside = (time: Span) =>
    dayOf(time.start) < season.startsOn || dayOf(time.end) > season.endsOn
  if (order.times.some(outside)) return 'order.outsideSeason'
  const clash = order.times.some((time, at) =>
    order.times.slice(at + 1).some((other) => overlap(time, other)),
  )
  return clash ? 'order.timesOverlap' : null
}

/** Why an order can't be taken back: it was held, or was taken back before. */
export function whyNotWithdrawable(order: { status: OrderStatus }): OrderReason | null {
  if (order.status === 'held') return 'order.alreadyHeld'
  return order.status === 'withdrawn' ? 'order.alreadyWithdrawn' : null
}

/** Why an order can't be dispatched at all now. */
export function whyNotDispatchable(order: { status: OrderStatus }): OrderReason | null {
  if (order.status === 'proposed' || order.status === 'accepted') return 'order.alreadyDispatched'
  return whyNotWithdrawable(order)
}
