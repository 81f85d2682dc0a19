import { planSeason } from '#app/planner/plan-season.ts'
import { openPrices } from '#app/planner/prices.ts'
import { reasonsOf } from '#app/planner/reasons.ts'
import { seasonOf, sizes } from './planner-seasons.ts'
import { timed } from './processor.ts'
import { measured, median, type Row } from './report.ts'

const seasons = 10

/** How long it takes to say why each order is served so or not at all, and what serving it would cost. */
export async function reasonRows(): Promise<Row[]> {
  const took: number[] = []
  const priced: number[] = []
  for (let seed = 1; seed <= seasons; seed += 1) {
    const season = seasonOf(sizes.street, 'tight', seed)
    const { bookings, unserved } = await planSeason(season)
    const { seconds } = await timed(() => {
      const reasonOf = reasonsOf(season, bookings)
      for (const order of season.orders.keys()) reasonOf(order)
    })
    took.push((1000 * seconds) / season.orders.length)
    const prices = await openPrices(season)
    for (const order of unserved) {
      const { seconds: one, answer } = await timed(() => prices.priceOf(order))
      // What can't be served at any price takes no solver.
      if (answer) priced.push(1000 * one)
    }
    prices.close()
  }
  return [
    measured('street, tight', 'reasons of an order, median', median(took), 'CPU ms', { most: 1 }),
    measured('street, tight', 'price of an order, median', median(priced), 'CPU ms'),
    measured('street, tight', 'price of an order, p95', at95(priced), 'CPU ms', { most: 50 }),
  ]
}

function at95(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0
}
