import { isProgram, isSelf, mayLookAfter, mayRunOffice } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'

type Whose = { id: string; unitIds: readonly string[] }

/** A copy of the data is for the person, a guardian of theirs, and the office, by whom it is handed over. */
export function mayHaveCopy(
  actor: Actor,
  personId: string,
  guardianIds: readonly string[],
): boolean {
  return (
    isSelf(actor, personId) ||
    guardianIds.some((guardianId) => isSelf(actor, guardianId)) ||
    mayRunOffice(actor)
  )
}

/** The person asks, a guardian for a child, or whoever looks after them writes down what they said. */
export function mayAskAbout(actor: Actor, person: Whose, guardianIds: readonly string[]): boolean {
  return (
    isSelf(actor, person.id) ||
    guardianIds.some((guardianId) => isSelf(actor, guardianId)) ||
    mayLookAfter(actor, person.unitIds)
  )
}

/** The street's office answers, and deletes. */
export function mayAnswerRequests(actor: Actor): boolean {
  return mayRunOffice(actor)
}

/** The office looks at retention and starts it; the schedule does so every month. */
export function mayRunRetention(actor: Actor): boolean {
  return isProgram(actor) || mayRunOffice(actor)
}
