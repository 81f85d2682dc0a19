import { isSelf } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'
import { mayRunPost, mayServeFor, type Served } from '../posts/access.ts'

/** Who runs the post calls the roll, confirms, corrects and answers. */
export function mayKeepRecords(actor: Actor, post: { unitId: string }): boolean {
  return mayRunPost(actor, post)
}

/** One's own record, a guardian's child's, or of someone whom one looks after. */
export function maySeeRecord(actor: Actor, person: Served): boolean {
  return person.unitIds.length === 0
    ? isSelf(actor, person.id) || person.guardianIds.some((id) => isSelf(actor, id))
    : person.unitIds.some((unitId) => mayServeFor(actor, person, { unitId }))
}

/** Certificates are issued and withdrawn by the unit's staff. */
export function mayIssue(actor: Actor, unit: { id: string }): boolean {
  return mayRunPost(actor, { unitId: unit.id })
}
