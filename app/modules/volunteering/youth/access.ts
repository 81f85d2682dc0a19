import { isSelf, mayRunOffice } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'
import { mayRunPost } from '../posts/access.ts'

/** What protects the young is set by the office. */
export function maySetServiceRule(actor: Actor): boolean {
  return mayRunOffice(actor)
}

/** Who runs the team's unit, its community workers, or the office. */
export function mayRunTeam(actor: Actor, team: { unitId: string }): boolean {
  return mayRunPost(actor, team)
}

type Membership = { personId: string; part: string; guardianIds: readonly string[] }

/** Besides who runs it: its leads, its young members, and their guardians. Nobody else sees a name. */
export function maySeeTeam(
  actor: Actor,
  team: { unitId: string },
  members: readonly Membership[],
): boolean {
  if (mayRunTeam(actor, team)) return true
  return members.some(
    (member) =>
      isSelf(actor, member.personId) ||
      member.guardianIds.some((guardianId) => isSelf(actor, guardianId)),
  )
}
