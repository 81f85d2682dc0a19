// The way for seasons too large for all goals in their turn: prices of the rows bound what any plan is
// worth within seconds and sift the columns: one that lies further below its rows' prices than the gap
// that is known is in no better plan (Bixby, Gregory, Lustig, Marsten and Shanno, Very Large-Scale Linear
// Programming, 1992). The integer program over the others has all goals weighed in one sum.
import { clashesOf } from './clashes.ts'
import type { Found, Problem } from './exact.ts'
import { chosenBy, modelOf, narrowed, objectiveOf } from './model.ts'
import { rowPricesOf } from './row-prices.ts'
import { boundBy, solveWhole } from './solver.ts'

/** What the integer program may leave open, as a part of the bound. */
const leftOpen = 5e-5

/** A better choice than the known one within a gap that is proven; a first bound is told at once. */
export async function sift(
  problem: Problem,
  known: readonly number[],
  onBound: (bound: number) => void = () => {},
): Promise<Found> {
  const { season, fixed, columns, goals } = problem
  const model = modelOf(season, columns, clashesOf(season, fixed, columns), goals)
  const worthOf = (chosen: readonly number[]) => objectiveOf(columns, goals, model.cost, chosen)
  const objective = worthOf(known)
  const prices = rowPricesOf(model, columns.ofOrder, objective)
  const { bound, reducedCosts } = boundBy(model, model.cost, model.most, prices)
  onBound(bound)
  const kept: number[] = []
  for (let column = 0; column < model.whole; column++)
    if (bound + reducedCosts[column]! >= objective) kept.push(column)
  const small = narrowed(model, kept)
  const whole = await solveWhole(small, { gap: leftOpen * bound })
  if (!whole) return { chosen: known, objective, bound, proof: 'within' }
  const found = chosenBy(small, whole.values).map((at) => kept[at]!)
  const chosen = worthOf(found) > objective ? found : known
  // Without the columns that are left out nothing better than the known choice is lost.
  const proven = Math.max(Math.min(bound, whole.bound), worthOf(chosen))
  return { chosen, objective: worthOf(chosen), bound: proven, proof: 'within' }
}
