import { officeRoles } from '#app/modules/people/access.ts'
import { type Actor, holds } from '#app/platform/context.ts'

const writers = [...officeRoles, 'correspondent'] as const

export function mayWriteBulletins(actor: Actor): boolean {
  return holds(actor, writers)
}

/** A proofreader reads the draft and every record behind its figures. */
export function mayReadBulletins(actor: Actor): boolean {
  return holds(actor, [...writers, 'proofreader'])
}
