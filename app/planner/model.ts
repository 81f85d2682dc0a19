// The season as the arrays that a solver takes: a column each for a way to serve an order and for a part
// of a speaker's load, a row each for what excludes what.
import { groupsOf, type Row } from './clashes.ts'
import type { Columns } from './columns.ts'
import { type Goals, type LoadPart, servicePoints } from './goals.ts'
import type { Season } from './season.ts'

/** Maximise cost·x with A·x <= rowMost and 0 <= x <= most; the first `whole` columns are whole numbers. */
export type Model = {
  whole: number
  cost: readonly number[]
  most: readonly number[]
  rowMost: readonly number[]
  /** The rows of A, one after the other. */
  starts: readonly number[]
  indices: readonly number[]
  values: readonly number[]
  loads: readonly LoadRow[]
}

/** The parts of a speaker's load, with their columns in the model. */
export type LoadRow = { speaker: number; parts: readonly (LoadPart & { column: number })[] }

/** What each column is worth by itself, in units of fit. */
export function pricesOf(season: Season, columns: Columns, goals: Goals): Float64Array {
  const points = season.orders.map(servicePoints)
  return goals.ofColumn.map(
    (price, column) =>
      price +
      points[columns.order[column]!]! * goals.servicePoint +
      keepOf(season, columns, column) * goals.keep +
      drawn(column),
  )
}

function keepOf({ orders }: Season, columns: Columns, column: number): number {
  const current = orders[columns.order[column]!]!.current
  return current &&
    current.speaker === columns.speaker[column] &&
    current.start === columns.start[column] &&
    current.venue === columns.venue[column]
    ? 1
    : 0
}

const drawnAtMost = 1e-6

/** Tells equal plans apart: the same number each time for a column (the finaliser of MurmurHash3). */
function drawn(column: number): number {
  let hash = Math.imul((column + 1) ^ ((column + 1) >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * drawnAtMost
}

/**
 * The whole model. Behind the columns stand the parts of the speakers' loads, and a row for each speaker
 * whose load says anything: the talks are at most what the parts have room for.
 */
export function modelOf(
  season: Season,
  columns: Columns,
  rows: readonly Row[],
  goals: Goals,
): Model {
  const cost = [...pricesOf(season, columns, goals)]
  const most = cost.map(() => 1)
  const matrix = startMatrix()
  for (const row of rows) {
    for (const column of row.columns) matrix.put(column, 1)
    matrix.close(row.most)
  }
  const loads: LoadRow[] = []
  for (const [speaker, own] of groupsOf(season.speakers.length, columns.speaker).entries()) {
    const parts = goals.loads[speaker]!.map((part, at) => ({ ...part, column: cost.length + at }))
    const sayNothing = parts.length === 1 && parts[0]!.price === 0 && isOneOrder(columns, own)
    if (own.length === 0 || sayNothing) continue
    for (const column of own) matrix.put(column, 1)
    for (const { column, talks, price } of parts) {
      matrix.put(column, -1)
      cost.push(-price)
      most.push(talks)
    }
    matrix.close(0)
    loads.push({ speaker, parts })
  }
  return { whole: columns.count, cost, most, loads, ...matrix.finished() }
}

function isOneOrder({ order }: Columns, list: readonly number[]): boolean {
  return order[list[0]!] === order[list.at(-1)!]
}

/** The columns that a solver's answer takes, in order. */
export function chosenBy({ whole }: Model, values: Float64Array): number[] {
  const chosen: number[] = []
  for (let column = 0; column < whole; column++) if (values[column]! > 0.5) chosen.push(column)
  return chosen
}

/** Whether an answer has no half bookings. */
export function isWhole({ whole }: Model, values: Float64Array): boolean {
  return values.subarray(0, whole).every((value) => Math.abs(value - Math.round(value)) < 1e-6)
}

/** What chosen columns are worth together: their prices less those of the loads that they make. */
export function objectiveOf(
  columns: Columns,
  goals: Goals,
  prices: ArrayLike<number>,
  chosen: readonly number[],
  loadPrice = 1,
): number {
  const talks = new Map<number, number>()
  let objective = 0
  for (const column of chosen) {
    const speaker = columns.speaker[column]!
    talks.set(speaker, (talks.get(speaker) ?? 0) + 1)
    objective += prices[column]!
  }
  for (const [speaker, given] of talks) {
    let left = given
    for (const part of goals.loads[speaker]!) {
      const used = Math.min(left, part.talks)
      objective -= used * part.price * loadPrice
      left -= used
    }
  }
  return objective
}

function startMatrix() {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const rowMost: number[] = []
  return {
    put: (column: number, value: number) => {
      indices.push(column)
      values.push(value)
    },
    close: (limit: number) => {
      rowMost.push(limit)
      starts.push(indices.length)
    },
    finished: () => ({ starts, indices, values, rowMost }),
  }
}

/** The same model with some of its columns only, in the same order; the parts of loads all stay. */
export function narrowed(model: Model, kept: readonly number[]): Model {
  const all = [...kept]
  for (let column = model.whole; column < model.cost.length; column++) all.push(column)
  const now = new Int32Array(model.cost.length).fill(-1)
  for (const [at, column] of all.entries()) now[column] = at
  const matrix = startMatrix()
  for (const [row, limit] of model.rowMost.entries()) {
    let entries = 0
    for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++) {
      const column = now[model.indices[at]!]!
      if (column < 0) continue
      matrix.put(column, model.values[at]!)
      entries++
    }
    if (entries > 0) matrix.close(limit)
  }
  return {
    whole: kept.length,
    cost: all.map((column) => model.cost[column]!),
    most: all.map((column) => model.most[column]!),
    loads: [],
    ...matrix.finished(),
  }
}
