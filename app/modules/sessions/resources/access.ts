import {
  isSelf,
  mayRunOffice,
  mayRunUnit,
  officeRoles,
  unitRoles,
} from '#app/modules/people/access.ts'
import { type Actor, holds } from '#app/platform/context.ts'

/** The office keeps the register of what can be lent. */
export function mayKeepResources(actor: Actor): boolean {
  return mayRunOffice(actor)
}

/** Who plans something sees what can be lent and when. */
export function maySeeResources(actor: Actor): boolean {
  return holds(actor, [...officeRoles, ...unitRoles])
}

/** Whoever runs a unit books for it, and gives its booking up again. */
export function mayBookFor(actor: Actor, unitId: string): boolean {
  return mayRunUnit(actor, unitId)
}

/** Who keeps a resource hands it over and takes it back, or the office does. */
export function mayHandOver(actor: Actor, resource: { keeperId: string }): boolean {
  return mayKeepResources(actor) || isSelf(actor, resource.keeperId)
}
