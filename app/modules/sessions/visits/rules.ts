import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'
import type { SessionStatus } from '../rules.ts'

export type VisitResult = NonNullable<Tables['visit']['result']>
export const visitResults = [
  'visited',
  'away',
  'declined',
] as const satisfies readonly VisitResult[]

export type VisitReason =
  | 'visit.notARound'
  | 'visit.sessionOver'
  | 'visit.notPublished'
  | 'visit.tooEarly'
  | 'visit.oneself'
  | 'visit.lastOne'
  | 'visit_once'

type Session = { format: string; status: SessionStatus; during: Span }

/** Who is to be visited is said of a round, until it is over. */
function whyNotListed(session: Session): VisitReason | null {
  if (session.format !== 'door') return 'visit.notARound'
  return ['held', 'cancelled'].includes(session.status) ? 'visit.sessionOver' : null
}

/** Why a round can't have these people: nobody visits themselves, and an announced one visits somebody. */
export function whyNotThese(
  session: Session,
  personIds: readonly string[],
  visitorId: string,
): VisitReason | null {
  const refused = whyNotListed(session)
  if (refused) return refused
  if (personIds.includes(visitorId)) return 'visit.oneself'
  return session.status === 'scheduled' && personIds.length === 0 ? 'visit.lastOne' : null
}

/** Why what was found at a door can't be written down: from the morning of the day on, until it is closed. */
export function whyNotRecorded(
  session: Session,
  visit: { personId: string },
  recorderId: string | null,
  now: Date,
): VisitReason | null {
  const refused = whyNotListed(session)
  if (refused) return refused
  if (session.status === 'draft') return 'visit.notPublished'
  if (dayOf(now) < dayOf(session.during.start)) return 'visit.tooEarly'
  return visit.personId === recorderId ? 'visit.oneself' : null
}

export type Door = {
  communityName: string | null
  unitName: string | null
  place: string
  namePinyin: string
}

// Numbers as people count doors: building 3 before building 12.
const byPlace = new Intl.Collator('zh', { numeric: true })

/** The doors in the order in which one walks: community by community, unit by unit, door by door. */
export function walkingOrder<D extends Door>(doors: readonly D[]): D[] {
  return doors.toSorted(
    (a, b) =>
      byPlace.compare(a.communityName ?? '', b.communityName ?? '') ||
      byPlace.compare(a.unitName ?? '', b.unitName ?? '') ||
      byPlace.compare(a.place, b.place) ||
      byPlace.compare(a.namePinyin, b.namePinyin),
  )
}

/** How far a round is. */
export function roundCounts(visits: readonly { result: VisitResult | null; pieces: number }[]) {
  const of = (result: VisitResult) => visits.filter((visit) => visit.result === result).length
  return {
    all: visits.length,
    left: visits.filter((visit) => visit.result === null).length,
    visited: of('visited'),
    away: of('away'),
    declined: of('declined'),
    pieces: visits.reduce((sum, visit) => sum + visit.pieces, 0),
  }
}
