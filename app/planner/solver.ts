// HiGHS, the solver of linear and integer programs, as the planner uses it: arrays in, arrays out. Limits
// count iterations and nodes, never seconds, so that the same model has the same answer on any machine.
import loadHighs, { type Highs, type Model as HighsModel, type ModelData } from 'highs'
import type { Model } from './model.ts'

const mostIterations = 5_000_000
const mostNodes = 2000
const always = { output_flag: false, random_seed: 1, simplex_iteration_limit: mostIterations }
/** Less than what two plans can differ by in fit, and more than what arithmetic may lose. */
const wholeGap = 1e-4

let loading: Promise<Highs> | undefined

/** The solver, loaded once in a thread. */
function runtime(): Promise<Highs> {
  loading ??= loadHighs().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

/** An answer that allows parts of bookings, and what each row and column would gain by more room. */
export type Relaxed = {
  values: Float64Array
  /** What a place in each row is worth, and what each column is worth beyond its rows: less than 0 for most. */
  rowPrices: Float64Array
  reducedCosts: Float64Array
  /** Proven by the prices alone, whatever the solver did. */
  bound: number
}

/** A relaxed model that is solved again after small changes, each time from where it was. */
export type Relaxation = {
  /** The costs and limits of all columns; only those that differ from before are handed on. */
  change: (cost: readonly number[], most: readonly number[]) => void
  /** Undefined where the solver gave up. */
  solve: () => Relaxed | undefined
  close: () => void
}

/** The model without the demand that bookings are whole. */
export async function openRelaxation(model: Model): Promise<Relaxation> {
  const highs = await runtime()
  let { cost, most } = model
  const program = opened(highs, dataOf(highs, model))
  program.options.set(always)
  return {
    change: (costs, limits) => {
      for (const [column, price] of costs.entries()) {
        if (price !== cost[column]) program.changeColCost(column, price)
        if (limits[column] !== most[column]) program.changeColBounds(column, 0, limits[column]!)
      }
      cost = costs
      most = limits
    },
    solve: () =>
      guarded(() => {
        const { modelStatus } = program.run()
        if (modelStatus !== highs.constants.modelStatus.optimal) return undefined
        const { colValue, rowDual } = program.getSolution()
        return { values: colValue, rowPrices: rowDual, ...boundBy(model, cost, most, rowDual) }
      }),
    close: () => {
      if (loading) program.dispose()
    },
  }
}

/** A plan in whole bookings, and the bound that the search has proven. */
export type Whole = { values: Float64Array; bound: number; proven: boolean }

/**
 * The best whole answer, or the best that a search of so many nodes finds; undefined for none. With a
 * `gap` an answer will do that is so near the best.
 */
export async function solveWhole(
  model: Model,
  { gap = wholeGap }: { gap?: number } = {},
): Promise<Whole | undefined> {
  const highs = await runtime()
  const { modelStatus, solutionStatus, variableType } = highs.constants
  const integrality = Int32Array.from(model.cost, (_, column) =>
    column < model.whole ? variableType.integer : variableType.continuous,
  )
  const program = opened(highs, { ...dataOf(highs, model), integrality })
  try {
    program.options.set({
      ...always,
      mip_rel_gap: 0,
      mip_abs_gap: gap,
      mip_max_nodes: mostNodes,
    })
    return guarded(() => {
      const { modelStatus: status } = program.run()
      const proven = status === modelStatus.optimal
      if (!proven && program.info.get('primal_solution_status') !== solutionStatus.feasible)
        return undefined
      const bound = Number(program.info.get('mip_dual_bound'))
      return { values: program.getSolution().colValue, bound, proven }
    })
  } finally {
    if (loading) program.dispose()
  }
}

/** A solver that broke down is not used again, nor tidied up: the next call loads another one. */
function guarded<Answer>(run: () => Answer): Answer {
  try {
    return run()
  } catch (error) {
    loading = undefined
    throw error
  }
}

function opened(highs: Highs, data: ModelData): HighsModel {
  return guarded(() => highs.createModel(data))
}

function dataOf(highs: Highs, model: Model): ModelData {
  const [numCols, numRows] = [model.cost.length, model.rowMost.length]
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: model.cost,
    colLower: new Float64Array(numCols),
    colUpper: model.most,
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper: model.rowMost,
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
  }
}

/**
 * What no plan can exceed, by weak duality: with any prices of rows that are not negative, the room of
 * the rows at these prices and what columns are worth beyond the prices of their rows. A plan with a
 * column that is worth less than its rows' prices stays that much below.
 */
export function boundBy(
  { rowMost, starts, indices, values }: Model,
  cost: readonly number[],
  most: readonly number[],
  rowPrices: Float64Array,
): { bound: number; reducedCosts: Float64Array } {
  const reducedCosts = Float64Array.from(cost)
  let bound = 0
  for (const [row, limit] of rowMost.entries()) {
    const price = Math.max(0, rowPrices[row]!)
    if (price === 0) continue
    bound += price * limit
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      reducedCosts[indices[at]!]! -= price * values[at]!
    }
  }
  for (const [column, worth] of reducedCosts.entries()) {
    if (worth > 0) bound += worth * most[column]!
  }
  return { bound, reducedCosts }
}
