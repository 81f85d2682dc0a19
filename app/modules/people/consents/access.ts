import type { Actor } from '#app/platform/context.ts'
import { isSelf, mayLookAfter } from '../access.ts'

/** Whose consent it is, or who looks after them and keeps the signed paper. */
export function mayFileConsent(
  actor: Actor,
  consent: { givenBy: string; unitIds: readonly string[]; onPaper: boolean },
): boolean {
  return consent.onPaper ? mayLookAfter(actor, consent.unitIds) : isSelf(actor, consent.givenBy)
}

/** The person, a guardian, or who looks after them and does it for them. */
export function mayWithdrawConsent(
  actor: Actor,
  person: { id: string; guardianIds: readonly string[]; unitIds: readonly string[] },
): boolean {
  return (
    isSelf(actor, person.id) ||
    person.guardianIds.some((guardianId) => isSelf(actor, guardianId)) ||
    mayLookAfter(actor, person.unitIds)
  )
}
