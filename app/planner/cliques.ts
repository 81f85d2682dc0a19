// Sets of things of which at most one can be had. A row "at most one of these" for each such set says
// as much as a row for each pair, and leaves the relaxation far fewer half talks to give.

/**
 * Sets of pairwise clashing things that together hold every clash, each as large as it gets, and every
 * thing at least once. The things are in order of `starts`; those further apart than `reach` never clash.
 *
 * Where clashes are overlaps of intervals, each thing with the earlier ones it clashes with is such a
 * set, and the sets that can't grow are all there are: rows for them make the relaxation whole (interval
 * graphs are perfect: Golumbic, Algorithmic Graph Theory and Perfect Graphs, 1980, ch. 8). Ways between
 * places add clashes that are no overlaps; what such a set leaves uncovered begins another one.
 */
export function cliquesOf(
  starts: readonly number[],
  reach: number,
  clash: (one: number, other: number) => boolean,
): number[][] {
  const near = neighboursOf(starts, reach, clash)
  const sets = new Map<string, number[]>()
  const covered = new Set<number>()
  const cover = (seed: number[]) => {
    const set = grown(seed, near)
    for (const [at, later] of set.entries()) {
      for (const earlier of set.slice(0, at)) covered.add(earlier * starts.length + later)
    }
    sets.set(set.join(), set)
  }
  for (const thing of starts.keys()) {
    cover([thing])
    for (const other of near[thing]!) {
      if (other >= thing) break
      if (!covered.has(other * starts.length + thing)) cover([thing, other])
    }
  }
  return [...sets.values()]
}

/** What each thing clashes with, in order. */
function neighboursOf(
  starts: readonly number[],
  reach: number,
  clash: (one: number, other: number) => boolean,
): Set<number>[] {
  const near: number[][] = starts.map(() => [])
  for (const [later, start] of starts.entries()) {
    for (let earlier = later - 1; earlier >= 0; earlier--) {
      if (start - starts[earlier]! > reach) break
      if (!clash(earlier, later)) continue
      near[earlier]!.push(later)
      near[later]!.push(earlier)
    }
  }
  return near.map((list) => new Set(list.toSorted((a, b) => a - b)))
}

/** A set with everything added that clashes with all in it: first what is earlier, nearest first. */
function grown(seed: readonly number[], near: readonly ReadonlySet<number>[]): number[] {
  const last = Math.max(...seed)
  const around = [...near[last]!]
  const earlier = around.filter((each) => each < last).toReversed()
  const later = around.filter((each) => each > last)
  const set = [...seed]
  for (const candidate of [...earlier, ...later]) {
    if (set.every((each) => near[each]!.has(candidate))) set.push(candidate)
  }
  return set.toSorted((a, b) => a - b)
}
