import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { yearsBetween } from '#app/platform/time.ts'

export type OutreachReason =
  | 'outreach_once'
  | 'outreach.full'
  | 'outreach.notComing'
  | 'outreach.ended'

/** From this age on people are asked after first, and offered what is nearest. */
export const elderlyFrom = 75

export function isElderly(person: { bornOn: string | null }, today: string): boolean {
  return person.bornOn !== null && yearsBetween(person.bornOn, today) >= elderlyFrom
}

export type Near = 'branch' | 'community' | 'street'

type Person = { unitId: string; communityId: string | null; homebound: boolean }
type Coming = { id: string; unitId: string; ancestors: readonly string[] }

/** What would help someone whom the season has not reached yet. */
export type Suggestion<S> =
  | { kind: 'visit' }
  | { kind: 'session'; session: S; near: Near }
  | { kind: 'order' }

/**
 * What would help one person: who can't leave the house is visited; anyone else is offered the next
 * session with a seat, of the own branch before the community's and the community's before any
 * other; without one, a talk is to be ordered. The sessions come in the order of their times.
 */
export function suggestionFor<S extends Coming>(
  person: Person,
  coming: readonly S[],
): Suggestion<S> {
  if (person.homebound) return { kind: 'visit' }
  const { communityId } = person
  const ways: [Near, (session: S) => boolean][] = [
    ['branch', (session) => session.unitId === person.unitId],
    ['community', (session) => communityId !== null && session.ancestors.includes(communityId)],
    ['street', () => true],
  ]
  for (const [near, fits] of ways) {
    const session = coming.find(fits)
    if (session) return { kind: 'session', session, near }
  }
  return { kind: 'order' }
}

/** Why nobody can be asked to a session: it is not to come, or has no seat left. */
export function whyNotInvited(
  session: { status: Tables['session']['status']; during: Span; seats: number; taken: number },
  now: Date,
): OutreachReason | null {
  if (session.status !== 'scheduled' || session.during.start <= now) return 'outreach.notComing'
  return session.taken >= session.seats ? 'outreach.full' : null
}

/** Why a step can't be taken back: it was already. */
export function whyNotEnded(step: { endedAt: Date | null }): OutreachReason | null {
  return step.endedAt ? 'outreach.ended' : null
}
