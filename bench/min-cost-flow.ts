/** A directed edge as it is asked for: from, to, how much it holds, what a unit of flow costs. */
export type Edge = { from: number; to: number; capacity: number; cost: number }

/**
 * The flow of most units, at most so many, that costs least: cheapest path after cheapest path, with
 * Bellman and Ford's search from a queue. Returns what flows in each edge. No cycle may cost less than
 * nothing.
 */
export function minCostFlow(
  nodes: number,
  edges: readonly Edge[],
  source: number,
  sink: number,
  most: number,
): number[] {
  // Edge e is arc 2e, its way back arc 2e + 1.
  const to = edges.flatMap((edge) => [edge.to, edge.from])
  const cost = edges.flatMap((edge) => [edge.cost, -edge.cost])
  const left = edges.flatMap((edge) => [edge.capacity, 0])
  const arcs: number[][] = Array.from({ length: nodes }, () => [])
  for (const [nth, edge] of edges.entries()) {
    arcs[edge.from]!.push(2 * nth)
    arcs[edge.to]!.push(2 * nth + 1)
  }
  for (let flowing = 0; flowing < most; flowing += 1) {
    const path = cheapestPath(arcs, to, cost, left, source, sink)
    if (!path) break
    for (const arc of path) {
      left[arc]! -= 1
      left[arc ^ 1]! += 1
    }
  }
  return edges.map((_, nth) => left[2 * nth + 1]!)
}

function cheapestPath(
  arcs: readonly number[][],
  to: readonly number[],
  cost: readonly number[],
  left: readonly number[],
  source: number,
  sink: number,
): number[] | undefined {
  const far = arcs.map(() => Infinity)
  const by = arcs.map(() => -1)
  const queued = arcs.map(() => false)
  far[source] = 0
  let queue = [source]
  while (queue.length > 0) {
    const next: number[] = []
    for (const node of queue) {
      queued[node] = false
      for (const arc of arcs[node]!) {
        const end = to[arc]!
        const there = far[node]! + cost[arc]!
        if (!left[arc] || there >= far[end]! - 1e-9) continue
        far[end] = there
        by[end] = arc
        if (queued[end]) continue
        queued[end] = true
        next.push(end)
      }
    }
    queue = next
  }
  if (far[sink] === Infinity) return undefined
  const path: number[] = []
  for (let node = sink; node !== source; node = to[by[node]! ^ 1]!) path.push(by[node]!)
  return path
}
