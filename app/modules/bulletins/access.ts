import { officeRoles } from '#app/modules/people/access.ts'
import { type Actor, holds, type Role } from '#app/platform/context.ts'
import type { Reading } from './rules.ts'

const writers = [...officeRoles, 'correspondent'] as const

export function mayWriteBulletins(actor: Actor): boolean {
  return holds(actor, writers)
}

/** A proofreader reads the draft and every record behind its figures. */
export function mayReadBulletins(actor: Actor): boolean {
  return holds(actor, [...writers, 'proofreader'])
}

/** Who decides a reading: three of the office, and at the end a proofreader. */
export function readersOf(reading: Reading): readonly Role[] {
  return reading === 'proof' ? ['proofreader'] : officeRoles
}

export function mayDecide(actor: Actor, reading: Reading): boolean {
  return holds(actor, readersOf(reading))
}

export function mayPublish(actor: Actor): boolean {
  return holds(actor, officeRoles)
}
