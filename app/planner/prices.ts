// What serving an order anyway would cost the others: the relaxed program solved again from where it was,
// with the order served whatever it displaces.
import { clashesOf } from './clashes.ts'
import { bookingOf } from './columns.ts'
import { servicePoints, worthOf } from './goals.ts'
import { chosenBy, isWhole, type Model, modelOf } from './model.ts'
import { problemOf } from './plan-season.ts'
import type { Season, Worth } from './season.ts'
import { openRelaxation, solveWhole } from './solver.ts'

/** What serving an order anyway costs in each goal, and which orders would go without instead. */
export type Price = {
  service: number
  fit: number
  load: number
  dropped: readonly string[]
}

export type Prices = {
  /** Null where an order can't be served at any price. */
  priceOf: (order: number) => Promise<Price | null>
  close: () => void
}

// One booking keeps a handful of others out at most.
const mostDisplaced = 10

/** The prices of a season's orders, beside the best plan at the usual price of load. */
export async function openPrices(season: Season): Promise<Prices> {
  const problem = problemOf(season)
  const { fixed, columns, goals } = problem
  if (columns.count === 0) return { priceOf: async () => null, close: () => {} }
  const model = modelOf(season, columns, clashesOf(season, fixed, columns), goals)
  const relaxation = await openRelaxation(model)
  const dearest = Math.max(...season.orders.map(servicePoints)) * goals.servicePoint

  async function chosenAt(cost: readonly number[]): Promise<number[] | undefined> {
    const asked: Model = { ...model, cost }
    relaxation.change(cost, model.most)
    const relaxed = relaxation.solve()
    if (relaxed && isWhole(model, relaxed.values)) return chosenBy(model, relaxed.values)
    const whole = await solveWhole(asked)
    return whole && chosenBy(model, whole.values)
  }
  function looked(chosen: readonly number[]): { worth: Worth; served: Set<number> } {
    const bookings = [...fixed.locked, ...chosen.map((column) => bookingOf(columns, column))]
    return {
      worth: worthOf(season, bookings, goals.shares, fixed),
      served: new Set(bookings.map(({ order }) => order)),
    }
  }

  const best = looked((await chosenAt(model.cost)) ?? [])
  return {
    async priceOf(order) {
      const [from, until] = [columns.ofOrder[order]!, columns.ofOrder[order + 1]!]
      if (from === until) return null
      const forced = [...model.cost]
      for (let column = from; column < until; column++) forced[column]! += mostDisplaced * dearest
      const chosen = await chosenAt(forced)
      if (!chosen) return null
      const { worth, served } = looked(chosen)
      return {
        service: best.worth.service - worth.service,
        fit: rounded(best.worth.fit - worth.fit),
        load: rounded(worth.load - best.worth.load),
        dropped: [...best.served]
          .filter((each) => !served.has(each))
          .map((each) => season.orders[each]!.id),
      }
    },
    close: relaxation.close,
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
