/** What is looked at of a topic: heard to the end, understood, and still there after so many days. */
export const measures = ['listened', 'understood', 'days7', 'days30', 'days90'] as const
export type Measure = (typeof measures)[number]

export type Topic = { code: string; name: string; nameEn: string }

/** Fewer people than these are never shown by themselves. */
export const fewestPeople = 5

/** How many people of a unit, how many answers or visits of theirs, and how many of these were good. */
export type Count = { unitId: string; people: number; whole: number; part: number }

/** People who are shown together: under a unit, with the units that they are of. */
export type Group = Count & { from: readonly string[] }

type Unit = { id: string; parentId: string | null }

const none = { people: 0, whole: 0, part: 0, from: [] as readonly string[] }
type Pool = typeof none

/**
 * Merges units of fewer than five people upward, branch into community into street. Everyone is in
 * one group, so that nothing can be learned by subtracting; where four or fewer are left at the top,
 * the smallest group joins them, and fewer than five in all are not shown.
 */
export function mergeUpward(units: readonly Unit[], counts: readonly Count[]): Group[] {
  const known = new Set(units.map(({ id }) => id))
  const isTop = ({ parentId }: Unit) => parentId === null || !known.has(parentId)
  const below = Map.groupBy(units, ({ parentId }) => parentId)
  const own = new Map(counts.map((count) => [count.unitId, { ...count, from: [count.unitId] }]))
  const shown: Group[] = []
  const climb = (unit: Unit): Pool => {
    const pooled = (below.get(unit.id) ?? []).map(climb)
    const rest = sum([own.get(unit.id) ?? none, ...pooled])
    if (rest.people < fewestPeople) return rest
    shown.push({ unitId: unit.id, ...rest })
    return none
  }
  const tops = units.filter(isTop)
  const left = sum(tops.map(climb))
  const [top] = tops
  if (left.people === 0 || !top) return shown
  const smallest = shown.toSorted((a, b) => a.people - b.people)[0]
  if (!smallest) return []
  const joined = { unitId: top.id, ...sum([left, smallest]) }
  return [...shown.filter((group) => group !== smallest), joined]
}

function sum(pools: readonly Pool[]): Pool {
  return pools.reduce(
    (all, pool) => ({
      people: all.people + pool.people,
      whole: all.whole + pool.whole,
      part: all.part + pool.part,
      from: [...all.from, ...pool.from],
    }),
    none,
  )
}

/** All of a scope together; null for fewer than five people. */
export function together(counts: readonly Count[]): Pool | null {
  const all = sum(counts.map((count) => ({ ...count, from: [count.unitId] })))
  return all.people < fewestPeople ? null : all
}
