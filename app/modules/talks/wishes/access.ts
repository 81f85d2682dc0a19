import { mayRunOffice, mayRunUnit, officeRoles, unitRoles } from '#app/modules/people/access.ts'
import { type Actor, holds } from '#app/platform/context.ts'

/** Whoever orders for a branch wishes for it too. */
export function mayWishFor(actor: Actor, unitId: string): boolean {
  return mayRunUnit(actor, unitId)
}

/** Who sees wishes: the office every one, and who orders those of the own units. */
export function maySeeWishes(actor: Actor): boolean {
  return holds(actor, [...officeRoles, ...unitRoles])
}

export function mayAnswerWishes(actor: Actor): boolean {
  return mayRunOffice(actor)
}
