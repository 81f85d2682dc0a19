// Betters a plan by many small changes, some of them for the worse while it is still hot (Kirkpatrick,
// Gelatt and Vecchi, Optimization by Simulated Annealing, 1983). It knows no bound: it is for seasons so
// large that proving takes minutes. A limit of changes instead of time makes its answer repeatable.
import type { Columns } from './columns.ts'
import { type Commitments, commitmentsOf } from './commitments.ts'
import { openDiary } from './diary.ts'
import type { Goals } from './goals.ts'
import { pricesOf } from './model.ts'
import type { Season } from './season.ts'

/** In points of service, a loss that is taken once in e times, at the first and at the last change. */
const hottest = 3
const coldest = 0.02
const mostToMakeRoom = 2

export type Cooling = { fixed?: Commitments; seed?: number; changes: number }

/**
 * A better choice of columns than the given one, or the same. Each change gives an order a way that is
 * drawn by lot; what is in its way goes, and takes the best way that is then free.
 */
export function anneal(
  season: Season,
  columns: Columns,
  goals: Goals,
  start: readonly number[],
  { fixed = commitmentsOf(season), seed = 1, changes }: Cooling,
): number[] {
  const draw = drawnFrom(seed)
  const plan = openPlan(season, columns, goals, fixed, start)
  const before = plan.worth()
  const orders = [...season.orders.keys()].filter(
    (order) => columns.ofOrder[order + 1]! > columns.ofOrder[order]!,
  )
  const cooling = (coldest / hottest) ** (1 / changes)
  let heat = hottest * goals.servicePoint
  for (let change = 0; change < changes && orders.length > 0; change++) {
    heat *= cooling
    const order = orders[Math.floor(draw() * orders.length)]!
    const first = columns.ofOrder[order]!
    const column = first + Math.floor(draw() * (columns.ofOrder[order + 1]! - first))
    const gained = plan.change(column)
    if (gained < 0 && draw() >= Math.exp(gained / heat)) plan.undo()
  }
  return plan.worth() > before ? plan.chosen() : [...start]
}

type Plan = {
  worth: () => number
  chosen: () => number[]
  /** Takes the column, whatever has to go for it, and says what was gained; nothing if it can't. */
  change: (column: number) => number
  /** Takes the last change back. */
  undo: () => void
}

function openPlan(
  season: Season,
  columns: Columns,
  goals: Goals,
  fixed: Commitments,
  start: readonly number[],
): Plan {
  const diary = openDiary(season, columns, fixed)
  const prices = pricesOf(season, columns, goals)
  const priceOfTalk = goals.loads.map((parts) =>
    parts.flatMap(({ talks, price }) => Array.from({ length: talks }, () => price)),
  )
  const taken = new Int32Array(season.orders.length).fill(-1)
  const talks = new Int32Array(season.speakers.length)
  let worth = 0
  // What was added since the last change began, and what was dropped, as -1 - column.
  const steps: number[] = []

  const gainOf = (column: number) => {
    const speaker = columns.speaker[column]!
    return prices[column]! - (priceOfTalk[speaker]![talks[speaker]!] ?? 0)
  }
  const add = (column: number) => {
    worth += gainOf(column)
    talks[columns.speaker[column]!]! += 1
    taken[columns.order[column]!] = column
    diary.add(column)
    steps.push(column)
  }
  const drop = (column: number) => {
    talks[columns.speaker[column]!]! -= 1
    worth -= gainOf(column)
    taken[columns.order[column]!] = -1
    diary.remove(column)
    steps.push(-1 - column)
  }
  const undo = () => {
    for (const step of steps.splice(0).toReversed()) {
      if (step < 0) add(-1 - step)
      else drop(step)
    }
    steps.length = 0
  }
  const addBest = (order: number) => {
    let best = -1
    let most = 0
    for (let way = columns.ofOrder[order]!; way < columns.ofOrder[order + 1]!; way++) {
      const gain = gainOf(way)
      if (gain > most && diary.fits(way)) [best, most] = [way, gain]
    }
    if (best >= 0) add(best)
  }
  const change = (column: number) => {
    steps.length = 0
    const before = worth
    const own = taken[columns.order[column]!]!
    if (own === column) return 0
    if (own >= 0) drop(own)
    const inTheWay = diary.inTheWay(column, mostToMakeRoom)
    if (!inTheWay) {
      undo()
      return 0
    }
    for (const other of inTheWay) drop(other)
    add(column)
    for (const other of inTheWay) addBest(columns.order[other]!)
    return worth - before
  }

  for (const column of start) add(column)
  return {
    worth: () => worth,
    chosen: () => Array.from(taken).filter((each) => each >= 0),
    change,
    undo,
  }
}

/** Numbers from 0 to below 1, the same for the same seed: xorshift by George Marsaglia, 2003. */
function drawnFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
