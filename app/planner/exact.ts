// The best plan there is, with its proof. The relaxed program is solved first; with clique rows its answer
// has whole bookings already or nearly so. Where it has not, a column that lies further below its price
// than the gap can be in no better plan (reduced-cost fixing: Dantzig, Fulkerson and Johnson, 1954), and
// the integer program over the few that are left is small.
import { clashesOf } from './clashes.ts'
import type { Columns } from './columns.ts'
import type { Commitments } from './commitments.ts'
import { fitForFairness, type Goals, servicePoints } from './goals.ts'
import { chosenBy, isWhole, type Model, modelOf, narrowed, objectiveOf } from './model.ts'
import type { Proof, Season } from './season.ts'
import { openRelaxation, type Relaxation, type Relaxed, solveWhole } from './solver.ts'

/** A season with all that is worked out before it is planned. */
export type Problem = { season: Season; fixed: Commitments; columns: Columns; goals: Goals }

/** Chosen columns, in order, with what they are worth and how that was found. */
export type Found = { chosen: readonly number[]; objective: number; bound: number; proof: Proof }

/** Plans of lesser difference than this are equal. */
const sameWorth = 1e-3
/** Columns that fall short of their rows' prices by more are not looked at first. */
const firstGap = 0.05
const mostHalvings = 4

/**
 * The best plan. Service and fit are settled first, then fairness within what it may cost; in a repair
 * promises outweigh fit and load, so that there is nothing to settle between these.
 */
export async function solveExactly(
  problem: Problem,
  tell: (found: Found) => void = () => {},
): Promise<Found | undefined> {
  const { season, fixed, columns, goals } = problem
  if (columns.count === 0) return { chosen: [], objective: 0, bound: 0, proof: 'optimal' }
  const model = modelOf(season, columns, clashesOf(season, fixed, columns), goals)
  const relaxation = await openRelaxation(model)
  const at = { ...problem, model, relaxation }
  try {
    if (goals.keep > 0) return await proven(at, { loadPrice: 1, mostTalks: Infinity })
    const fittest = await proven(at, { loadPrice: 0, mostTalks: Infinity })
    if (!fittest) return undefined
    tell(halfway(at, fittest))
    const fair = (await fairest(at, fittest, tell)) ?? fittest
    // What is fair beside a plan that may not serve the most is not proven either.
    return fittest.proof === 'optimal' ? fair : { ...fair, bound: fittest.bound, proof: 'within' }
  } finally {
    relaxation.close()
  }
}

type Solving = Problem & { model: Model; relaxation: Relaxation }

/** How dear load is, as a part of its usual price, and how many talks a speaker may have. */
type Fairness = { loadPrice: number; mostTalks: number }

/** A plan that is fair only in part yet, as it would be at the usual price of load. */
function halfway({ columns, goals, model }: Solving, { chosen, bound }: Found): Found {
  return {
    chosen,
    objective: objectiveOf(columns, goals, model.cost, chosen),
    bound,
    proof: 'within',
  }
}

/** The fairest plan among those that serve as much and fit nearly as well. */
async function fairest(
  at: Solving,
  fittest: Found,
  tell: (found: Found) => void,
): Promise<Found | undefined> {
  const service = pointsOf(at, fittest)
  const leastFit = (1 - fitForFairness) * fitOf(at, fittest.chosen) - sameWorth
  const isEnough = (found: Found) =>
    pointsOf(at, found) === service && fitOf(at, found.chosen) >= leastFit
  for (let [loadPrice, tries] = [1, 0]; tries <= mostHalvings; loadPrice /= 2, tries++) {
    const fair = await enough(at, { loadPrice, mostTalks: Infinity }, isEnough)
    if (!fair) continue
    tell(halfway(at, fair))
    const largest = largestLoad(at, fair)
    const lowest = lowestLoad(at, loadPrice, largest, service * at.goals.servicePoint, leastFit)
    for (let mostTalks = lowest; mostTalks < largest; mostTalks++) {
      const fairness = { loadPrice, mostTalks }
      const level = await enough(at, fairness, isEnough)
      const best = level && (await proven(at, fairness, level))
      if (best && isEnough(best)) return best
    }
    const best = await proven(at, { loadPrice, mostTalks: Infinity }, fair)
    if (best && isEnough(best)) return best
  }
  return undefined
}

/** A plan that is good enough: the one found at once if it is, else the best one if that is. */
async function enough(
  at: Solving,
  fairness: Fairness,
  isEnough: (found: Found) => boolean,
): Promise<Found | undefined> {
  const first = await settled(at, fairness)
  if (!first || isEnough(first)) return first
  const best = await proven(at, fairness, first)
  return best && isEnough(best) ? best : undefined
}

/** How far the largest load can be lowered, talk by talk, before half bookings could not do it either. */
function lowestLoad(
  at: Solving,
  loadPrice: number,
  largest: number,
  least: number,
  leastFit: number,
): number {
  for (let mostTalks = largest - 1; mostTalks > 0; mostTalks--) {
    const { relaxed } = relaxedAt(at, { loadPrice, mostTalks })
    if (!relaxed || relaxed.bound < least) return mostTalks + 1
    let fit = 0
    for (const [column, price] of at.goals.ofColumn.entries())
      fit += price * relaxed.values[column]!
    if (fit < leastFit) return mostTalks + 1
  }
  return 1
}

/** The answer that allows parts of bookings, and the model that it is of. */
function relaxedAt(
  { fixed, model, relaxation }: Solving,
  { loadPrice, mostTalks }: Fairness,
): { model: Model; relaxed: Relaxed | undefined } {
  const cost = [...model.cost]
  const most = [...model.most]
  for (const { speaker, parts } of model.loads) {
    let left = Math.max(0, mostTalks - fixed.speakers[speaker]!.inSeason)
    for (const { column, talks, price } of parts) {
      cost[column] = -price * loadPrice
      most[column] = Math.min(talks, left)
      left -= most[column]
    }
  }
  relaxation.change(cost, most)
  return { model: { ...model, cost, most }, relaxed: relaxation.solve() }
}

/** The best plan in whole bookings that is found at once; its bound may be above it. */
async function settled(at: Solving, fairness: Fairness): Promise<Found | undefined> {
  const { model, relaxed } = relaxedAt(at, fairness)
  if (!relaxed) return undefined
  if (isWhole(model, relaxed.values)) {
    return foundOf(at, fairness, chosenBy(model, relaxed.values), relaxed.bound)
  }
  return await searched(at, fairness, model, relaxed, firstGap)
}

/** The best plan, with everything looked at that could be in a better one than is known. */
async function proven(at: Solving, fairness: Fairness, known?: Found): Promise<Found | undefined> {
  const first = known ?? (await settled(at, fairness))
  if (!first || first.proof === 'optimal') return first
  const { model, relaxed } = relaxedAt(at, fairness)
  if (!relaxed) return first
  const gap = relaxed.bound - first.objective + sameWorth
  const found = await searched(at, fairness, model, relaxed, gap)
  if (!found) return first
  const { chosen } = found.objective > first.objective ? found : first
  return foundOf(at, fairness, chosen, found.bound)
}

/** The best plan over the columns that fall short of their rows' prices by no more than the gap. */
async function searched(
  at: Solving,
  fairness: Fairness,
  model: Model,
  { bound, reducedCosts }: Relaxed,
  gap: number,
): Promise<Found | undefined> {
  const kept: number[] = []
  for (let column = 0; column < model.whole; column++) {
    if (reducedCosts[column]! >= -gap) kept.push(column)
  }
  const small = narrowed(model, kept)
  const whole = await solveWhole(small)
  if (!whole) return undefined
  const chosen = chosenBy(small, whole.values).map((each) => kept[each]!)
  // A plan with any other column is at least the gap below the bound.
  return foundOf(at, fairness, chosen, Math.min(bound, Math.max(whole.bound, bound - gap)))
}

function foundOf(
  { columns, goals, model }: Solving,
  { loadPrice }: Fairness,
  chosen: readonly number[],
  bound: number,
): Found {
  const objective = objectiveOf(columns, goals, model.cost, chosen, loadPrice)
  const proof = bound - objective <= sameWorth ? 'optimal' : 'within'
  return { chosen, objective, bound: Math.max(bound, objective), proof }
}

/** Fit of a plan, less what its kilometres weigh. */
function fitOf({ goals }: Problem, chosen: readonly number[]): number {
  return chosen.reduce((sum, column) => sum + goals.ofColumn[column]!, 0)
}

function pointsOf({ season, columns }: Problem, { chosen }: Found): number {
  return chosen.reduce(
    (sum, column) => sum + servicePoints(season.orders[columns.order[column]!]!),
    0,
  )
}

/** The most talks of one speaker, fixed ones among them, of those to whom the plan gives any. */
function largestLoad({ fixed, columns }: Problem, { chosen }: Found): number {
  const talks = new Map<number, number>()
  for (const column of chosen) {
    const speaker = columns.speaker[column]!
    talks.set(speaker, (talks.get(speaker) ?? fixed.speakers[speaker]!.inSeason) + 1)
  }
  return Math.max(0, ...talks.values())
}
