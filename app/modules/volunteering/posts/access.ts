import {
  isSelf,
  mayLookAfter,
  mayRunOffice,
  mayRunUnit,
  type Scope,
  scopeOf,
  unitRoles,
} from '#app/modules/people/access.ts'
import { type Actor, holds } from '#app/platform/context.ts'

/** Who runs the unit of a post, its community workers, or the office. */
export function mayRunPost(actor: Actor, post: { unitId: string }): boolean {
  return mayRunUnit(actor, post.unitId) || holds(actor, ['staff'], post.unitId)
}

/** Among whom someone may look for people to serve: the office anyone, others in their own units. */
export function servedBy(actor: Actor): Scope | null {
  return mayRunOffice(actor) ? null : scopeOf(actor, [...unitRoles, 'staff'])
}

/** What decides who may take a step for someone. */
export type Served = { id: string; unitIds: readonly string[]; guardianIds: readonly string[] }

/** Oneself, a guardian for the child, or staff: who looks after the person or runs the post. */
export function mayServeFor(actor: Actor, person: Served, post: { unitId: string }): boolean {
  if (isSelf(actor, person.id)) return true
  if (person.guardianIds.some((guardianId) => isSelf(actor, guardianId))) return true
  return mayLookAfter(actor, person.unitIds) || mayRunPost(actor, post)
}

/** The second look is the office's. */
export function mayApprove(actor: Actor): boolean {
  return mayRunOffice(actor)
}
