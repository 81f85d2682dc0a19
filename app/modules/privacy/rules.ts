import type { Changes } from '#app/modules/people/rules.ts'

/** Why something about one's data can't be done. Each is the key of its sentence. */
export type PrivacyReason =
  | 'privacy_request_open'
  | 'request.notOpen'
  | 'request.nothingWanted'
  | 'request.isDeletion'
  | 'request.isCorrection'
  | 'forget.already'
  | 'forget.notOneself'
  | 'forget.holdsOffice'
  | 'forget.onlyGuardian'
  | 'forget.speaks'
  | 'forget.hosts'
  | 'forget.opensHome'
  | 'forget.claims'
  | 'forget.serves'
  | 'forget.isShown'

export function whyNotWanted(changes: Changes): PrivacyReason | null {
  return Object.keys(changes).length === 0 ? 'request.nothingWanted' : null
}

export function whyNotAnswered(request: { status: string }): PrivacyReason | null {
  return request.status === 'open' ? null : 'request.notOpen'
}

/**
 * Why a person can't be deleted now. What is still to be done with others is handed over first, so
 * that nobody stands before a closed door.
 */
export function whyNotForgotten(
  person: { id: string; forgottenAt: Date | null },
  actorId: string | null,
  handingOver: readonly string[],
): string | null {
  if (person.forgottenAt !== null) return 'forget.already'
  if (person.id === actorId) return 'forget.notOneself' satisfies PrivacyReason
  return handingOver[0] ?? null
}
