// Heals a plan after a decline, a cancellation or a new order, with as few changes as can be to what is
// promised already.
import type { Columns } from './columns.ts'
import { columnOf } from './columns.ts'
import { type Diary, openDiary } from './diary.ts'
import { type Problem, solveExactly } from './exact.ts'
import { servicePoints } from './goals.ts'
import { type OnPlan, planOf, problemOf, unproven } from './plan-season.ts'
import type { Booking, Plan, Season } from './season.ts'

/** An order whose promise a plan changes: to another booking, or to none. */
export type Change = { order: number; from: Booking; to: Booking | null }

/** What a plan changes of what is promised. */
export function changesOf(season: Season, { bookings }: Pick<Plan, 'bookings'>): Change[] {
  const now = new Map(bookings.map((booking) => [booking.order, booking]))
  return season.orders.flatMap(({ current, locked }, order): Change[] => {
    if (!current || locked) return []
    const to = now.get(order) ?? null
    return to && isSame(current, to) ? [] : [{ order, from: current, to }]
  })
}

function isSame(one: Booking, other: Booking): boolean {
  return one.speaker === other.speaker && one.venue === other.venue && one.start === other.start
}

/**
 * The plan that serves the most with the fewest changes. What can be healed at once is told first; the
 * plan that is given back may be better, and change more: each change brings a point of service at least.
 */
export async function repairPlan(season: Season, onPlan: OnPlan = () => {}): Promise<Plan> {
  const problem = problemOf(season, { repair: true })
  const local = planOf(problem, unproven(problem, healed(problem)))
  onPlan(local)
  const best = await solveExactly(problem)
  return best ? planOf(problem, best) : local
}

/** The plan that heals what it can at once, by chains of at most so many moved bookings. */
export function repairLocally(season: Season): Plan {
  const problem = problemOf(season, { repair: true })
  return planOf(problem, unproven(problem, healed(problem)))
}

const longestChain = 3

type Healing = Problem & { diary: Diary; taken: Int32Array }

/**
 * Keeps what is promised where it still can be. Then serves what is unserved, the weightiest first: where
 * nothing is free, one booking makes room by moving elsewhere, which may in turn make another one move.
 */
function healed(problem: Problem): number[] {
  const { season, columns, fixed } = problem
  const diary = openDiary(season, columns, fixed)
  const taken = new Int32Array(season.orders.length).fill(-1)
  const at = { ...problem, diary, taken }
  const byPoints = [...season.orders.keys()].toSorted(
    (a, b) => servicePoints(season.orders[b]!) - servicePoints(season.orders[a]!) || a - b,
  )
  for (const order of byPoints) {
    const { current } = season.orders[order]!
    const column = current ? columnOf(columns, current) : -1
    if (column >= 0 && diary.fits(column)) take(at, column)
  }
  for (const order of byPoints) {
    if (taken[order]! >= 0) continue
    const best = bestFree(at, order)
    if (best >= 0) take(at, best)
    else makeRoom(at, order, longestChain, new Set([order]))
  }
  return [...taken].filter((column) => column >= 0).toSorted((a, b) => a - b)
}

function take({ columns, diary, taken }: Healing, column: number): void {
  diary.add(column)
  taken[columns.order[column]!] = column
}

function drop({ columns, diary, taken }: Healing, column: number): void {
  diary.remove(column)
  taken[columns.order[column]!] = -1
}

function columnsOfOrder({ ofOrder }: Columns, order: number): number[] {
  const from = ofOrder[order]!
  return Array.from({ length: ofOrder[order + 1]! - from }, (_, at) => from + at)
}

/** The best column of an order that nothing is in the way of; -1 for none. */
function bestFree({ columns, goals, diary }: Healing, order: number): number {
  return columnsOfOrder(columns, order)
    .filter((column) => diary.fits(column))
    .reduce(
      (best, column) =>
        best < 0 || goals.ofColumn[column]! > goals.ofColumn[best]! ? column : best,
      -1,
    )
}

/** Serves an order by moving one booking out of its way, along a chain; false if there is none. */
function makeRoom(at: Healing, order: number, length: number, moved: Set<number>): boolean {
  const { columns, diary } = at
  for (const column of columnsOfOrder(columns, order)) {
    const [inTheWay, ...more] = diary.inTheWay(column, 1) ?? []
    if (inTheWay === undefined || more.length > 0) continue
    const mover = columns.order[inTheWay]!
    if (moved.has(mover)) continue
    drop(at, inTheWay)
    take(at, column)
    const free = bestFree(at, mover)
    if (free >= 0) {
      take(at, free)
      return true
    }
    if (length > 1 && makeRoom(at, mover, length - 1, new Set([...moved, mover]))) return true
    drop(at, column)
    take(at, inTheWay)
  }
  return false
}
