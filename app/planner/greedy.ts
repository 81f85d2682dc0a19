// Plans as offices make them by hand: order after order, taking what is free. They are what a better
// plan is measured against, what is shown while one is looked for, and what is left if none is found.
import type { Columns } from './columns.ts'
import { type Commitments, commitmentsOf } from './commitments.ts'
import { openDiary } from './diary.ts'
import type { Season } from './season.ts'

/** A way to choose columns, at most one an order, that can all stand together. */
type Choose = (season: Season, columns: Columns, fixed?: Commitments) => number[]

/** Who has waited longest chooses first: the time that suits best, with whoever knows the topic best. */
export const firstCome: Choose = (season, columns, fixed) => {
  const { orders } = season
  return inTurn(
    season,
    columns,
    fixed,
    (a, b) => orders[b]!.waited - orders[a]!.waited,
    (a, b) => columns.choice[a]! - columns.choice[b]! || columns.fit[b]! - columns.fit[a]!,
  )
}

/** The same, but what presses comes first. */
export const byPriority: Choose = (season, columns, fixed) => {
  const { orders } = season
  return inTurn(
    season,
    columns,
    fixed,
    (a, b) => orders[b]!.priority - orders[a]!.priority || orders[b]!.waited - orders[a]!.waited,
    (a, b) => columns.fit[b]! - columns.fit[a]!,
  )
}

/** The order with the fewest speakers first, and to it the speaker whom the fewest others need. */
export const scarcestFirst: Choose = (season, columns, fixed) => {
  const needed = new Float64Array(season.speakers.length)
  const able = season.orders.map((_, order) => {
    const speakers = new Set(
      columns.speaker.subarray(columns.ofOrder[order], columns.ofOrder[order + 1]),
    )
    for (const speaker of speakers) needed[speaker]! += 1 / speakers.size
    return speakers.size
  })
  return inTurn(
    season,
    columns,
    fixed,
    (a, b) => able[a]! - able[b]!,
    (a, b) =>
      needed[columns.speaker[a]!]! - needed[columns.speaker[b]!]! ||
      columns.fit[b]! - columns.fit[a]!,
  )
}

type Compare = (a: number, b: number) => number

function inTurn(
  season: Season,
  columns: Columns,
  fixed = commitmentsOf(season),
  byTurn: Compare,
  byLiking: Compare,
): number[] {
  const diary = openDiary(season, columns, fixed)
  const turns = season.orders.map((_, order) => order).toSorted((a, b) => byTurn(a, b) || a - b)
  return turns.flatMap((order) => {
    const first = columns.ofOrder[order]!
    const ways = Array.from(
      { length: columns.ofOrder[order + 1]! - first },
      (_, nth) => first + nth,
    )
    const taken = ways.toSorted((a, b) => byLiking(a, b) || a - b).find((way) => diary.fits(way))
    if (taken === undefined) return []
    diary.add(taken)
    return [taken]
  })
}
