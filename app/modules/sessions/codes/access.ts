import { isSelf, mayLookAfter } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'

/** Oneself, a guardian for the child, or who looks after the person and prints the card. */
export function mayHaveCodeOf(
  actor: Actor,
  person: { id: string; unitIds: readonly string[]; guardianIds: readonly string[] },
): boolean {
  return (
    isSelf(actor, person.id) ||
    person.guardianIds.some((guardianId) => isSelf(actor, guardianId)) ||
    mayLookAfter(actor, person.unitIds)
  )
}
