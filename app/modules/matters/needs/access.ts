import { officeRoles } from '#app/modules/people/access.ts'
import { type Actor, holds, type Role } from '#app/platform/context.ts'

const helperRoles = [
  ...officeRoles,
  'staff',
  'organiser',
  'secretary',
  'volunteer',
] as const satisfies readonly Role[]

/** Who writes a need down for a neighbour who says it by phone or on paper. */
export function mayWriteForOthers(actor: Actor): boolean {
  return holds(actor, helperRoles)
}

/** The office looks at needs and says what becomes of them. */
export function mayTriage(actor: Actor): boolean {
  return holds(actor, officeRoles)
}

/** Where a need stands is for who has it: signed in, or by a link that number and phone open. */
export function mayFollowNeed(
  actor: Actor,
  need: { id: string; personId: string | null },
  linkedNeedId: string | null,
): boolean {
  return linkedNeedId === need.id || (need.personId !== null && actor.personId === need.personId)
}
