type Branch = { members: number; reached: number; ordersHeld: number }

/** A branch is reached when one of its members came to a session, or one of its orders was held. */
export function isReached(branch: Branch): boolean {
  return branch.reached > 0 || branch.ordersHeld > 0
}

type Counted = Branch & { stayed: number; strands: Readonly<Record<string, number>> }

/** Branches added up: how many were reached, and how many of their members, in all and by strand. */
export function sumOf(branches: readonly Counted[]) {
  const strands: Record<string, number> = {}
  for (const branch of branches) {
    for (const [code, people] of Object.entries(branch.strands))
      strands[code] = (strands[code] ?? 0) + people
  }
  return {
    branches: branches.length,
    branchesReached: branches.filter(isReached).length,
    members: branches.reduce((sum, branch) => sum + branch.members, 0),
    membersReached: branches.reduce((sum, branch) => sum + branch.reached, 0),
    membersStayed: branches.reduce((sum, branch) => sum + branch.stayed, 0),
    strands,
  }
}
