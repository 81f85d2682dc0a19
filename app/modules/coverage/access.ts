import { officeRoles, unitRoles } from '#app/modules/people/access.ts'
import { type Actor, holds } from '#app/platform/context.ts'

/** Who reads coverage: the office for the street, organisers and secretaries for their own units. */
export const coverageRoles = [...officeRoles, ...unitRoles]

export function maySeeCoverage(actor: Actor): boolean {
  return holds(actor, coverageRoles)
}
