import { anneal } from '#app/planner/annealing.ts'
import { checkPlan } from '#app/planner/check-plan.ts'
import { bookingOf } from '#app/planner/columns.ts'
import { firstCome, scarcestFirst } from '#app/planner/greedy.ts'
import { objectiveOf, pricesOf } from '#app/planner/model.ts'
import { changesOfLarge, problemOf } from '#app/planner/plan-season.ts'
import { sift } from '#app/planner/sifting.ts'
import { seasonOf, sizes } from './planner-seasons.ts'
import { timed } from './processor.ts'
import { measured, ofPeer, type Row } from './report.ts'

/** One tight season of a city: a plan at once, a better one in seconds, a proven one in minutes. */
export async function cityRows(): Promise<Row[]> {
  const season = seasonOf(sizes.city, 'tight', 1)
  const looked = await timed(() => problemOf(season))
  const { columns, goals, fixed } = looked.answer
  const first = await timed(() => scarcestFirst(season, columns, fixed))
  const better = await timed(() =>
    anneal(season, columns, goals, first.answer, { fixed, changes: changesOfLarge }),
  )
  const found = await timed(() => sift(looked.answer, better.answer))
  const { bound, chosen } = found.answer
  const prices = pricesOf(season, columns, goals)
  const below = (plan: readonly number[]) =>
    100 * (1 - objectiveOf(columns, goals, prices, plan) / bound)
  const faults = [first.answer, better.answer, chosen].map(
    (plan) =>
      checkPlan(
        season,
        plan.map((column) => bookingOf(columns, column)),
      ).length,
  )
  const byHand = firstCome(season, columns, fixed)
  const name = 'city, tight'
  const untilFirst = looked.seconds + first.seconds
  const untilBetter = untilFirst + better.seconds
  const memory = process.resourceUsage().maxRSS / 2 ** 20
  return [
    measured(name, 'ways to serve the orders', columns.count, ''),
    measured(name, 'to a first plan', untilFirst, 'CPU s', { most: 1 }),
    measured(name, 'first plan below the bound', below(first.answer), '%'),
    measured(name, 'to the annealed plan', untilBetter, 'CPU s', { most: 15 }),
    measured(name, 'annealed plan below the bound', below(better.answer), '%', { most: 1.2 }),
    measured(name, 'to the proven plan', untilBetter + found.seconds, 'CPU s', { most: 180 }),
    measured(name, 'proven plan below the bound', below(chosen), '%', { most: 0.01 }),
    measured(name, 'memory at most', memory, 'GiB', { most: 1.2 }),
    measured(name, 'orders served', chosen.length, ''),
    ofPeer('first come', measured(name, 'orders served', byHand.length, '')),
    measured(name, 'served above first come', 100 * (chosen.length / byHand.length - 1), '%', {
      least: 10,
    }),
    measured(name, 'faults of the three plans', faults[0]! + faults[1]! + faults[2]!, '', {
      most: 0,
    }),
  ]
}
