import { isProgram, isSelf, mayLookAfter, mayRunUnit } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'

type Person = { id: string; unitIds: readonly string[] }

/** Hours of sessions follow from what was held: nobody gives them by hand. */
export function maySettleHours(actor: Actor): boolean {
  return isProgram(actor)
}

/** The person, the office, and whoever runs the person's own branch. */
export function maySeeHours(actor: Actor, person: Person): boolean {
  return isSelf(actor, person.id) || mayKeepHours(actor, person)
}

/** The office and whoever runs the person's own branch: they enter hours, confirm and settle. */
export function mayKeepHours(actor: Actor, person: Person): boolean {
  return mayLookAfter(actor, person.unitIds)
}

/** Whoever runs the unit that held the session, or the office. */
export function mayApproveTeaching(actor: Actor, session: { unitId: string }): boolean {
  return mayRunUnit(actor, session.unitId)
}
