import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import type { SessionStatus } from '../rules.ts'

/** What the street can lend; the first two are people, who are asked and not handed over. */
export const resourceKinds = [
  'calligrapher',
  'troupe',
  'boards',
  'projector',
  'bus',
  'other',
] as const
export type ResourceKind = (typeof resourceKinds)[number]
export type BookingStatus = Tables['booking']['status']

export type ResourceReason =
  | 'resource.retired'
  | 'resource.alreadyRetired'
  | 'resource.stillBooked'
  | 'resource.timePast'
  | 'resource.endsBeforeStart'
  | 'resource.taken'
  | 'booking.over'
  | 'booking.notThere'
  | 'booking.isSomeone'
  | 'booking.sessionNeedsIt'
  | 'need.sessionOver'
  | 'need.notBooked'
  | 'resource_taken'
  | 'resource_name'

/** Whether it is handed over and brought back; someone who comes is not. */
export function isLent(kind: ResourceKind): boolean {
  return kind !== 'calligrapher' && kind !== 'troupe'
}

/** Why a resource can't be booked for a time; that someone else has it is said with who. */
export function whyNotBooked(
  resource: { retiredAt: Date | null },
  during: Span,
  now: Date,
): ResourceReason | null {
  if (resource.retiredAt) return 'resource.retired'
  if (during.end <= during.start) return 'resource.endsBeforeStart'
  return during.end <= now ? 'resource.timePast' : null
}

type Booking = { status: BookingStatus }

export function whyNotHandedOver(
  booking: Booking,
  resource: { kind: ResourceKind },
): ResourceReason | null {
  if (!isLent(resource.kind)) return 'booking.isSomeone'
  return booking.status === 'booked' ? null : 'booking.over'
}

export function whyNotReturned(booking: Booking): ResourceReason | null {
  return booking.status === 'handed_over' ? null : 'booking.notThere'
}

/** Why a booking can't be given up: it is over, or an announced session would lack what it needs. */
export function whyNotGivenUp(
  booking: Booking,
  session: { status: SessionStatus; needsIt: boolean; hasAnother: boolean } | null,
): ResourceReason | null {
  if (booking.status !== 'booked') return 'booking.over'
  return session?.status === 'scheduled' && session.needsIt && !session.hasAnother
    ? 'booking.sessionNeedsIt'
    : null
}

/** Why a resource can't be taken off the register. */
export function whyNotRetired(
  resource: { retiredAt: Date | null },
  bookings: number,
): ResourceReason | null {
  if (resource.retiredAt) return 'resource.alreadyRetired'
  return bookings > 0 ? 'resource.stillBooked' : null
}

/** Why a session's needs can't be changed: it is over, or it is announced and this is not booked for it. */
export function whyNotNeeded(
  session: { status: SessionStatus },
  wanted: readonly ResourceKind[],
  booked: readonly ResourceKind[],
): ResourceReason | null {
  if (session.status === 'held' || session.status === 'cancelled') return 'need.sessionOver'
  const lacking = wanted.some((kind) => !booked.includes(kind))
  return session.status === 'scheduled' && lacking ? 'need.notBooked' : null
}
