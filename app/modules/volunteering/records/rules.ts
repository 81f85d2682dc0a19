import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf, minute } from '#app/platform/time.ts'
import type { ShiftStatus } from '../posts/rules.ts'

export type Outcome = Tables['serviceRecord']['outcome']
export type DisputeAbout = Tables['serviceDispute']['about']

/** Why something about a roll, a record or a certificate can't be done. Each is the key of its sentence. */
export type RecordReason =
  | 'roll.cancelled'
  | 'roll.done'
  | 'roll.early'
  | 'roll.incomplete'
  | 'roll.own'
  | 'roll.tooLong'
  | 'record.confirmed'
  | 'record.sameHand'
  | 'record.own'
  | 'record.replaced'
  | 'record.same'
  | 'record.notYet'
  | 'dispute.open'
  | 'dispute.answered'
  | 'dispute.own'
  | 'certificate.nothing'
  | 'certificate.own'
  | 'certificate.days'
  | 'certificate.withdrawn'
  | 'record_minutes'
  | 'record_not_oneself'
  | 'record_by_another'
  | 'record_now'
  | 'dispute_not_oneself'
  | 'dispute_open'
  | 'certificate_not_oneself'

export const outcomes = ['attended', 'excused', 'sick', 'noShow', 'cancelled'] as const
export const disputeAbouts = ['minutes', 'wasThere', 'other'] as const

export type ShiftMark = { outcome: Outcome; minutes?: number | undefined }

/** The minutes that count: of who served the whole shift all of it, of who served a part the part. */
export function minutesServed(mark: ShiftMark, during: Span): number {
  if (mark.outcome !== 'attended') return 0
  return mark.minutes ?? minutesOfShift(during)
}

export function minutesOfShift(during: Span): number {
  return (during.end.getTime() - during.start.getTime()) / minute
}

/** Why a shift's roll can't be called: it hasn't begun, or names are left out. */
export function whyNotRolled(
  shift: { status: ShiftStatus; during: Span },
  places: readonly { id: string; personId: string; state: string }[],
  marks: ReadonlyMap<string, ShiftMark>,
  callerId: string,
  now: Date,
): RecordReason | null {
  if (shift.status === 'cancelled') return 'roll.cancelled'
  const waiting = places.filter(({ state }) => state === 'on')
  if (waiting.length === 0) return 'roll.done'
  if (shift.during.start > now) return 'roll.early'
  const own = waiting.find(({ personId }) => personId === callerId)
  if (own && marks.has(own.id)) return 'roll.own'
  if (waiting.some(({ id }) => id !== own?.id && !marks.has(id))) return 'roll.incomplete'
  const most = minutesOfShift(shift.during)
  return [...marks.values()].some((mark) => minutesServed(mark, shift.during) > most)
    ? 'roll.tooLong'
    : null
}

type Written = { personId: string; recordedBy: string; confirmedBy: string | null }

/** Why a record can't be confirmed: someone else than who served and who recorded says that it is so. */
export function whyNotConfirmed(record: Written, confirmerId: string): RecordReason | null {
  if (record.confirmedBy !== null) return 'record.confirmed'
  if (record.personId === confirmerId) return 'record.own'
  return record.recordedBy === confirmerId ? 'record.sameHand' : null
}

/** Why a record can't be corrected; nobody corrects their own. */
export function whyNotCorrected(
  record: { personId: string; outcome: Outcome; minutes: number },
  to: { outcome: Outcome; minutes: number },
  during: Span,
  actorId: string,
): RecordReason | null {
  if (record.personId === actorId) return 'record.own'
  if (record.outcome === to.outcome && record.minutes === to.minutes) return 'record.same'
  if ((to.outcome === 'attended') !== to.minutes > 0) return 'record_minutes'
  return to.minutes > minutesOfShift(during) ? 'roll.tooLong' : null
}

/** Why a record can't be disputed: it isn't written yet, or its dispute waits for an answer. */
export function whyNotDisputed(record: object | undefined, open: boolean): RecordReason | null {
  if (!record) return 'record.notYet'
  return open ? 'dispute.open' : null
}

export function whyNotAnswered(
  dispute: { answeredAt: Date | null; personId: string },
  actorId: string,
): RecordReason | null {
  if (dispute.answeredAt) return 'dispute.answered'
  return dispute.personId === actorId ? 'dispute.own' : null
}

type Counted = { outcome: Outcome; minutes: number; noticeUntil: string | null; disputed: boolean }

/** Whether a record counts for good: confirmed, its notice over, and no dispute open. */
export function isSettled(record: Counted, now: Date): boolean {
  return (
    record.outcome === 'attended' &&
    record.noticeUntil !== null &&
    record.noticeUntil < dayOf(now) &&
    !record.disputed
  )
}

/** Why no certificate can be written: nothing settled lies in the days, or it is one's own. */
export function whyNotIssued(
  records: readonly { minutes: number }[],
  asked: { personId: string; fromOn: string; untilOn: string },
  actorId: string,
): RecordReason | null {
  if (asked.personId === actorId) return 'certificate.own'
  if (asked.untilOn < asked.fromOn) return 'certificate.days'
  return records.length === 0 ? 'certificate.nothing' : null
}

export function whyNotWithdrawn(certificate: { withdrawnAt: Date | null }): RecordReason | null {
  return certificate.withdrawnAt ? 'certificate.withdrawn' : null
}

/** Hours as they are said: quarters of an hour, never more than was served. */
export function hoursOf(minutes: number): number {
  return Math.floor(minutes / 15) / 4
}

/** A name as a stranger may read it: the family name alone. */
export function masked(name: string): string {
  return `${name.slice(0, 1)}${'*'.repeat(Math.max(1, name.length - 1))}`
}

/** A certificate's number as it is printed: the street, the year, and its own. */
export function certificateNumber(street: number, issuedOn: string, number: number): string {
  return `${street}-${issuedOn.slice(0, 4)}-${String(number).padStart(4, '0')}`
}
