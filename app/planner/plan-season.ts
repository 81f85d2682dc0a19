// Plans all orders of a season that are open, at once: a plan by hand first, then better ones as they are
// found, and the best one last with its proof.
import { anneal } from './annealing.ts'
import { bookingOf, columnsOf } from './columns.ts'
import { commitmentsOf } from './commitments.ts'
import { type Found, type Problem, solveExactly } from './exact.ts'
import { goalsOf, worthOf } from './goals.ts'
import { scarcestFirst } from './greedy.ts'
import { objectiveOf, pricesOf } from './model.ts'
import type { Plan, Season } from './season.ts'
import { sift } from './sifting.ts'

/** Hears of each plan that is better, or better proven, than the one before. */
export type OnPlan = (plan: Plan) => void

/** The best plan of a season. */
export async function planSeason(season: Season, onPlan: OnPlan = () => {}): Promise<Plan> {
  const problem = problemOf(season)
  const byHand = planByHand(problem)
  onPlan(byHand)
  if (problem.columns.count > mostInTurn) return planLarge(problem, onPlan)
  const best = await solveExactly(problem, (found) => onPlan(planOf(problem, found)))
  return best ? planOf(problem, best) : byHand
}

// Seasons with more ways than this, such as a city's, have all goals weighed in one sum.
const mostInTurn = 150_000
export const changesOfLarge = 1_000_000

/** A plan that is bettered by small changes first, and then proven to be within a gap of the best. */
async function planLarge(problem: Problem, onPlan: OnPlan): Promise<Plan> {
  const { season, columns, goals, fixed } = problem
  const byHand = scarcestFirst(season, columns, fixed)
  const annealed = anneal(season, columns, goals, byHand, { fixed, changes: changesOfLarge })
  const better = unproven(problem, annealed)
  onPlan(planOf(problem, better))
  const found = await sift(problem, annealed, (bound) =>
    onPlan(planOf(problem, { ...better, bound, proof: 'within' })),
  )
  return planOf(problem, found)
}

/** The plan that is shown while a better one is looked for, and what is left where none is found. */
export function greedyPlan(season: Season): Plan {
  return planByHand(problemOf(season))
}

function planByHand(problem: Problem): Plan {
  const { season, columns, fixed } = problem
  return planOf(problem, unproven(problem, scarcestFirst(season, columns, fixed)))
}

/** What is worked out before a season is planned; for a repair, promises are changed only at a price. */
export function problemOf(season: Season, { repair = false } = {}): Problem {
  const fixed = commitmentsOf(season)
  const columns = columnsOf(season, fixed)
  return { season, fixed, columns, goals: goalsOf(season, fixed, columns, { repair }) }
}

/** Columns chosen without a search, below what would be had if every order got its best column. */
export function unproven({ season, columns, goals }: Problem, chosen: readonly number[]): Found {
  const prices = pricesOf(season, columns, goals)
  let bound = 0
  for (let order = 0; order < season.orders.length; order++) {
    const own = prices.subarray(columns.ofOrder[order], columns.ofOrder[order + 1])
    bound += own.reduce((best, price) => Math.max(best, price), 0)
  }
  const objective = objectiveOf(columns, goals, prices, chosen)
  return { chosen, objective, bound, proof: 'greedy' }
}

/** A plan of chosen columns, with what is locked. */
export function planOf({ season, fixed, columns, goals }: Problem, found: Found): Plan {
  const { chosen, objective, bound, proof } = found
  const bookings = [
    ...fixed.locked,
    ...chosen.map((column) => bookingOf(columns, column)),
  ].toSorted((a, b) => a.order - b.order)
  const served = new Set(bookings.map(({ order }) => order))
  return {
    bookings,
    unserved: [...season.orders.keys()].filter((order) => !served.has(order)),
    worth: worthOf(season, bookings, goals.shares, fixed),
    objective,
    bound,
    proof,
  }
}
