// The peer for fair assignments: FairFlow as Kobren, Saha and McCallum published it in "Paper Matching
// with Local Fairness Constraints" (KDD 2019), written anew from its description.
import { type Edge, minCostFlow } from './min-cost-flow.ts'

/** Reviewers by papers, how many reviewers each paper needs, and the most papers of a reviewer. */
export type Assignment = { similarity: readonly number[][]; needed: number; load: number }
/** The reviewers of each paper. */
export type Assigned = readonly (readonly number[])[]

export const scoreOf = ({ similarity }: Assignment, paper: number, by: readonly number[]) =>
  by.reduce((sum, reviewer) => sum + similarity[reviewer]![paper]!, 0)

const searches = 10

/**
 * A search for the highest score that every paper may be promised. At each try, papers far below it
 * take a reviewer from papers above it, along a cheapest flow, until none is far below or nothing
 * changes. The best that was ever seen is kept: by its worst paper, then by its total.
 */
export function fairFlow(given: Assignment): Assigned {
  const papers = given.similarity[0]!.length
  const worst = (assigned: Assigned) => Math.min(...scoresOf(given, assigned))
  const total = (assigned: Assigned) => scoresOf(given, assigned).reduce((a, b) => a + b, 0)
  let current: Assigned = filled(
    given,
    Array.from({ length: papers }, () => []),
  )
  let best = current
  const keep = (found: Assigned) => {
    const better = worst(found) - worst(best) || total(found) - total(best)
    if (better > 0) best = found
  }
  let low = 0
  let high = Math.max(...given.similarity.flat()) * given.needed
  for (let search = 0; search < searches; search += 1) {
    const promised = (low + high) / 2
    let below = Infinity
    for (;;) {
      const groups = groupsOf(given, current, promised)
      if (groups.below.length === 0 || groups.below.length >= below) break
      below = groups.below.length
      current = filled(given, refined(given, current, groups, promised))
      keep(current)
    }
    if (groupsOf(given, current, promised).below.length === 0) low = promised
    else high = promised
  }
  return best
}

function scoresOf(given: Assignment, assigned: Assigned): number[] {
  return assigned.map((by, paper) => scoreOf(given, paper, by))
}

/** Papers that have what is promised, that lack less than the best reviewer brings, and that lack more. */
type Groups = { above: number[]; near: number[]; below: number[]; floor: number }

function groupsOf(given: Assignment, assigned: Assigned, promised: number): Groups {
  const floor = promised - Math.max(...given.similarity.flat())
  const groups: Groups = { above: [], near: [], below: [], floor }
  for (const [paper, score] of scoresOf(given, assigned).entries()) {
    if (score >= promised) groups.above.push(paper)
    else if (score >= floor) groups.near.push(paper)
    else groups.below.push(paper)
  }
  return groups
}

/** Gives every free place to the reviewers who have room, as similar as possible in all. */
function filled(given: Assignment, assigned: Assigned): number[][] {
  const { similarity, load, needed } = given
  const reviewers = similarity.length
  const source = reviewers + assigned.length
  const sink = source + 1
  const loads = similarity.map(
    (_, reviewer) => assigned.filter((by) => by.includes(reviewer)).length,
  )
  const edges: Edge[] = [
    ...loads.map((has, reviewer) => ({
      from: source,
      to: reviewer,
      capacity: load - has,
      cost: 0,
    })),
    ...assigned.map((by, paper) => ({
      from: reviewers + paper,
      to: sink,
      capacity: needed - by.length,
      cost: 0,
    })),
    ...similarity.flatMap((row, reviewer) =>
      row.flatMap((worth, paper) =>
        assigned[paper]!.includes(reviewer)
          ? []
          : [{ from: reviewer, to: reviewers + paper, capacity: 1, cost: -worth }],
      ),
    ),
  ]
  const flows = minCostFlow(sink + 1, edges, source, sink, needed * assigned.length)
  const full = assigned.map((by) => [...by])
  for (const [nth, { from, to }] of edges.entries())
    if (flows[nth]! > 0 && from < reviewers) full[to - reviewers]!.push(from)
  return full
}

/** Moves reviewers from papers above to papers below, if need be over papers that stay near. */
function refined(
  given: Assignment,
  assigned: Assigned,
  groups: Groups,
  promised: number,
): number[][] {
  const { similarity } = given
  const reviewers = similarity.length
  const papers = assigned.length
  const next = assigned.map((by) => [...by])
  for (const paper of groups.below) {
    const weakest = next[paper]!.toSorted(
      (a, b) => similarity[a]![paper]! - similarity[b]![paper]!,
    )[0]
    next[paper] = next[paper]!.filter((reviewer) => reviewer !== weakest)
  }
  const edges = refinement(given, next, groups, promised)
  const source = reviewers + 2 * papers
  const most = Math.min(groups.above.length, groups.below.length)
  const flows = minCostFlow(source + 2, edges, source, source + 1, most)
  for (const [nth, { from, to }] of edges.entries()) {
    if (!flows[nth] || from === source || to === source + 1) continue
    const paper = (node: number) => (node - reviewers) % papers
    if (to < reviewers) next[paper(from)] = next[paper(from)]!.filter((each) => each !== to)
    else if (from < reviewers) next[paper(to)]!.push(from)
  }
  return next
}

/** The refinement network: nodes are reviewers, papers, gates that let one reviewer into a near paper. */
function refinement(
  { similarity }: Assignment,
  assigned: Assigned,
  { above, near, below, floor }: Groups,
  promised: number,
): Edge[] {
  const reviewers = similarity.length
  const papers = assigned.length
  const source = reviewers + 2 * papers
  const node = (paper: number) => reviewers + paper
  const gate = (paper: number) => reviewers + papers + paper
  const edge = (from: number, to: number, cost = 0): Edge => ({ from, to, capacity: 1, cost })
  const score = (paper: number) =>
    assigned[paper]!.reduce((sum, reviewer) => sum + similarity[reviewer]![paper]!, 0)
  const released = new Set(above.flatMap((paper) => assigned[paper]!))
  const edges = [
    ...above.map((paper) => edge(source, node(paper))),
    ...above.flatMap((paper) => assigned[paper]!.map((by) => edge(node(paper), by))),
    ...below.map((paper) => edge(node(paper), source + 1)),
  ]
  for (const paper of near) {
    const coming = [...released].filter((by) => !assigned[paper]!.includes(by))
    const least = Math.min(...coming.map((by) => similarity[by]![paper]!))
    const leaving = assigned[paper]!.filter(
      (by) => coming.length > 0 && score(paper) + least - similarity[by]![paper]! >= floor,
    )
    edges.push(edge(gate(paper), node(paper)))
    edges.push(...coming.map((by) => edge(by, gate(paper))))
    edges.push(...leaving.map((by) => edge(node(paper), by)))
    for (const by of leaving) released.add(by)
  }
  // Lifting a paper over the line is worth more than any similarity.
  const lift = promised * papers
  for (const paper of below)
    for (const by of released)
      if (!assigned[paper]!.includes(by)) {
        const worth = similarity[by]![paper]!
        edges.push(edge(by, node(paper), -worth - (score(paper) + worth >= floor ? lift : 0)))
      }
  return edges
}
