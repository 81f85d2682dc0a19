// Betters a plan by many small changes, some of them for the worse while it is still hot (Kirkpatrick,
// Gelatt and Vecchi, Optimization by Simulated Annealing, 1983). It knows no bound: it is for seasons so
// large that proving takes minutes. A limit of changes instead of time makes its answer repeatable.
import type { Columns } from './columns.ts'
import { type Commitments, commitmentsOf } from './commitments.ts'
import { type Diary, openDiary } from './diary.ts'
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
  const draft = openDraft(season, columns, goals, fixed, start)
  const before = draft.worth
  const orders = [...season.orders.keys()].filter(
    (order) => columns.ofOrder[order + 1]! > columns.ofOrder[order]!,
  )
  const cooling = (coldest / hottest) ** (1 / changes)
  let heat = hottest * goals.servicePoint
  for (let done = 0; done < changes && orders.length > 0; done++) {
    heat *= cooling
    const order = orders[Math.floor(draw() * orders.length)]!
    const first = columns.ofOrder[order]!
    const column = first + Math.floor(draw() * (columns.ofOrder[order + 1]! - first))
    const gained = change(draft, column)
    if (gained < 0 && draw() >= Math.exp(gained / heat)) undo(draft)
  }
  return draft.worth > before ? [...draft.taken].filter((column) => column >= 0) : [...start]
}

/** A plan that is being changed: its columns, what they are worth, and what the last change did. */
type Draft = {
  columns: Columns
  diary: Diary
  prices: Float64Array
  /** Of each speaker, what the first talk costs the goal of fair load, the second one, and so on. */
  priceOfTalk: number[][]
  /** Of each order its column, -1 where it has none. */
  taken: Int32Array
  talks: Int32Array
  worth: number
  /** What was added since the last change began, and what was dropped, as -1 - column. */
  steps: number[]
}

function openDraft(
  season: Season,
  columns: Columns,
  goals: Goals,
  fixed: Commitments,
  start: readonly number[],
): Draft {
  const draft: Draft = {
    columns,
    diary: openDiary(season, columns, fixed),
    prices: pricesOf(season, columns, goals),
    priceOfTalk: goals.loads.map((parts) =>
      parts.flatMap(({ talks, price }) => Array.from({ length: talks }, () => price)),
    ),
    taken: new Int32Array(season.orders.length).fill(-1),
    talks: new Int32Array(season.speakers.length),
    worth: 0,
    steps: [],
  }
  for (const column of start) add(draft, column)
  return draft
}

function gainOf({ columns, prices, priceOfTalk, talks }: Draft, column: number): number {
  const speaker = columns.speaker[column]!
  return prices[column]! - (priceOfTalk[speaker]![talks[speaker]!] ?? 0)
}

function add(draft: Draft, column: number): void {
  const { columns, talks, taken, diary, steps } = draft
  draft.worth += gainOf(draft, column)
  talks[columns.speaker[column]!]! += 1
  taken[columns.order[column]!] = column
  diary.add(column)
  steps.push(column)
}

function drop(draft: Draft, column: number): void {
  const { columns, talks, taken, diary, steps } = draft
  talks[columns.speaker[column]!]! -= 1
  draft.worth -= gainOf(draft, column)
  taken[columns.order[column]!] = -1
  diary.remove(column)
  steps.push(-1 - column)
}

/** Gives the order the best way that is free, if there is one. */
function addBest(draft: Draft, order: number): void {
  const { columns, diary } = draft
  let best = -1
  let most = 0
  for (let way = columns.ofOrder[order]!; way < columns.ofOrder[order + 1]!; way++) {
    const gain = gainOf(draft, way)
    if (gain > most && diary.fits(way)) [best, most] = [way, gain]
  }
  if (best >= 0) add(draft, best)
}

/** Takes the column, whatever has to go for it, and says what was gained; nothing if it can't. */
function change(draft: Draft, column: number): number {
  const { columns, diary, taken, steps } = draft
  steps.length = 0
  const before = draft.worth
  const own = taken[columns.order[column]!]!
  if (own === column) return 0
  if (own >= 0) drop(draft, own)
  const inTheWay = diary.inTheWay(column, mostToMakeRoom)
  if (!inTheWay) {
    undo(draft)
    return 0
  }
  for (const other of inTheWay) drop(draft, other)
  add(draft, column)
  for (const other of inTheWay) addBest(draft, columns.order[other]!)
  return draft.worth - before
}

/** Takes the last change back. */
function undo(draft: Draft): void {
  const { steps } = draft
  for (const step of steps.splice(0).toReversed()) {
    if (step < 0) add(draft, -1 - step)
    else drop(draft, step)
  }
  steps.length = 0
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
