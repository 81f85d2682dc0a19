import { isSelf, mayLookAfter } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'
import { mayRunPost, type Served } from '../posts/access.ts'

/** Who runs the post calls the roll, confirms, corrects and answers. */
export function mayKeepRecords(actor: Actor, post: { unitId: string }): boolean {
  return mayRunPost(actor, post)
}

/** One's own record, a guardian's child's, or of someone whom one looks after. */
export function maySeeRecord(actor: Actor, person: Served): boolean {
  const family = [person.id, ...person.guardianIds].some((id) => isSelf(actor, id))
  return (
    family ||
    mayLookAfter(actor, person.unitIds) ||
    person.unitIds.some((unitId) => mayRunPost(actor, { unitId }))
  )
}

/** Certificates are issued and withdrawn by the unit's staff. */
export function mayIssue(actor: Actor, unit: { id: string }): boolean {
  return mayRunPost(actor, { unitId: unit.id })
}
