import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'
import { mayRunSession } from '../access.ts'

/** Who runs the session, or a unit whose people they sign up. */
export function maySendList(actor: Actor, session: { hostId: string; unitId: string }): boolean {
  return (
    mayRunSession(actor, session) ||
    scopeOf(actor, [...officeRoles, ...unitRoles]).unitIds.length > 0
  )
}
