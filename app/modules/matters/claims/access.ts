import { mayRunOffice, mayRunUnit, officeRoles } from '#app/modules/people/access.ts'
import { type Actor, holds } from '#app/platform/context.ts'
import { type Ending, showsResident } from './rules.ts'

/** Whoever runs a branch claims for it; the office may where a branch calls. */
export function mayClaimFor(actor: Actor, unitId: string): boolean {
  return mayRunUnit(actor, unitId)
}

/** Who speaks with the resident, and whoever runs the branch. */
export function mayWorkOn(actor: Actor, claim: { unitId: string; assignedTo: string }): boolean {
  return actor.personId === claim.assignedTo || mayRunUnit(actor, claim.unitId)
}

/** A branch hands back what it holds; the program's round ends what lapsed; the office withdraws. */
export function mayEndClaim(
  actor: Actor,
  claim: { unitId: string; assignedTo: string },
  how: Ending,
): boolean {
  switch (how) {
    case 'handedBack':
      return mayWorkOn(actor, claim)
    case 'lapsed':
      return actor.kind === 'system'
    case 'withdrawn':
      return mayRunOffice(actor)
  }
}

/** The clock of claims is the program's. */
export function mayTendClaims(actor: Actor): boolean {
  return actor.kind === 'system'
}

/** The office and the community's staff ask residents by phone, and call them back. */
export function mayCallResidents(actor: Actor, communityId: string): boolean {
  return holds(actor, [...officeRoles, 'staff'], communityId)
}

/** The resident says whether it was solved, signed in or by a link; staff write down what they say by phone. */
export function mayJudge(
  actor: Actor,
  need: { id: string; personId: string | null; communityId: string },
  linkedNeedId: string | null,
): boolean {
  const own = need.personId !== null && actor.personId === need.personId
  return own || linkedNeedId === need.id || mayCallResidents(actor, need.communityId)
}

/** How to reach residents: for who speaks with them for a branch, and for who calls them. */
export function maySeeResidents(
  actor: Actor,
  matter: { communityId: string },
  claims: readonly Parameters<typeof showsResident>[0][],
  now: Date,
): boolean {
  return (
    mayCallResidents(actor, matter.communityId) ||
    claims.some((claim) => showsResident(claim, actor, now))
  )
}
