// What a place in each row of a model is worth, nearly, without solving it: prices rise where too much is
// taken at them and fall where too little is (Held, Wolfe and Crowder, Validation of Subgradient
// Optimization, 1974). Any prices prove a bound, so nothing depends on how near they are.
import type { Model } from './model.ts'

const rounds = 500
/** Rounds without a better bound after which steps are shortened, and by how much. */
const patience = 20
const shortened = 0.6
/** How much of a step goes where the one before went. */
const momentum = 0.4
/** The bound is thought to lie this much above the plan that is known. */
const above = 1.005

/** The entries of each column, without those of the orders' own rows, which come first in a model. */
type ByColumn = { starts: Int32Array; rows: Int32Array; values: Float64Array }

/**
 * Prices of all rows that bound what any choice of columns is worth, from what a known choice is worth.
 * Each order takes the column that is worth most at the prices, so its own row never asks for one.
 */
export function rowPricesOf(model: Model, ofOrder: Int32Array, known: number): Float64Array {
  const orders = ordersWithColumns(ofOrder)
  const byColumn = byColumnOf(model, orders.length)
  const worthOf = (column: number, prices: Float64Array) => {
    let worth = model.cost[column]!
    for (let at = byColumn.starts[column]!; at < byColumn.starts[column + 1]!; at++)
      worth -= byColumn.values[at]! * prices[byColumn.rows[at]!]!
    return worth
  }
  const rows = model.rowMost.length
  const prices = new Float64Array(rows)
  const step = new Float64Array(rows)
  const lack = new Float64Array(rows)
  const take = (column: number, parts: number) => {
    for (let at = byColumn.starts[column]!; at < byColumn.starts[column + 1]!; at++)
      lack[byColumn.rows[at]!]! += byColumn.values[at]! * parts
  }
  /** Fills `lack` with what each row is asked for above its limit, and says what all this bounds. */
  const asked = () => {
    let bound = 0
    for (let row = orders.length; row < rows; row++) {
      lack[row] = -model.rowMost[row]!
      bound += prices[row]! * model.rowMost[row]!
    }
    for (const order of orders) {
      const { column, worth } = dearest(ofOrder, order, (each) => worthOf(each, prices))
      if (column < 0) continue
      bound += worth
      take(column, 1)
    }
    for (let part = model.whole; part < model.cost.length; part++) {
      const worth = worthOf(part, prices)
      if (worth <= 0) continue
      bound += worth * model.most[part]!
      take(part, model.most[part]!)
    }
    return bound
  }
  let best = { bound: Infinity, prices: prices.slice() }
  for (let [round, waited, length] = [0, 0, 1]; round < rounds; round++) {
    const bound = asked()
    if (bound < best.bound) {
      if (bound < best.bound * (1 - 1e-6)) waited = 0
      best = { bound, prices: prices.slice() }
    }
    if (++waited > patience) [waited, length] = [0, length * shortened]
    const square = turn(step, lack, prices, orders.length)
    if (square === 0) break
    const scale = (length * Math.max(0, bound - known * above)) / square
    for (let row = orders.length; row < rows; row++)
      prices[row] = Math.max(0, prices[row]! + scale * step[row]!)
  }
  for (const [row, order] of orders.entries())
    best.prices[row] = dearest(ofOrder, order, (each) => worthOf(each, best.prices)).worth
  return best.prices
}

/** Turns the step to where more is lacking, and says its length squared. */
function turn(step: Float64Array, lack: Float64Array, prices: Float64Array, from: number): number {
  let square = 0
  for (let row = from; row < step.length; row++) {
    const useless = prices[row] === 0 && lack[row]! < 0
    step[row] = (1 - momentum) * (useless ? 0 : lack[row]!) + momentum * step[row]!
    square += step[row]! ** 2
  }
  return square
}

function ordersWithColumns(ofOrder: Int32Array): number[] {
  return [...ofOrder.keys()].filter((order) => ofOrder[order + 1]! > ofOrder[order]!)
}

/** The order's column that is worth most, and what; -1 and 0 where none is worth anything. */
function dearest(ofOrder: Int32Array, order: number, worthOf: (column: number) => number) {
  let best = { column: -1, worth: 0 }
  for (let column = ofOrder[order]!; column < ofOrder[order + 1]!; column++) {
    const worth = worthOf(column)
    if (worth > best.worth) best = { column, worth }
  }
  return best
}

function byColumnOf(model: Model, first: number): ByColumn {
  const starts = new Int32Array(model.cost.length + 1)
  const from = model.starts[first]!
  for (let at = from; at < model.indices.length; at++) starts[model.indices[at]! + 1]! += 1
  for (let column = 0; column < model.cost.length; column++) starts[column + 1]! += starts[column]!
  const next = starts.slice()
  const rows = new Int32Array(model.indices.length - from)
  const values = new Float64Array(model.indices.length - from)
  for (let row = first; row < model.rowMost.length; row++) {
    for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++) {
      const place = next[model.indices[at]!]!++
      rows[place] = row
      values[place] = model.values[at]!
    }
  }
  return { starts, rows, values }
}
