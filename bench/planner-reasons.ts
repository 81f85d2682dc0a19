import { planSeason } from '#app/planner/plan-season.ts'
import { reasonsOf } from '#app/planner/reasons.ts'
import { seasonOf, sizes } from './planner-seasons.ts'
import { timed } from './processor.ts'
import { measured, median, type Row } from './report.ts'

const seasons = 10

/** How long it takes to say why each order of a plan is served so, or not at all. */
export async function reasonRows(): Promise<Row[]> {
  const took: number[] = []
  for (let seed = 1; seed <= seasons; seed += 1) {
    const season = seasonOf(sizes.street, 'tight', seed)
    const { bookings } = await planSeason(season)
    const { seconds } = await timed(() => {
      const reasonOf = reasonsOf(season, bookings)
      for (const order of season.orders.keys()) reasonOf(order)
    })
    took.push((1000 * seconds) / season.orders.length)
  }
  return [
    measured(
      'street, tight',
      'reasons of an order, median of the seasons',
      median(took),
      'CPU ms',
      {
        most: 1,
      },
    ),
  ]
}
