import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestPlan, bookingsAlone, everyPlan } from '#test/brute-force.ts'
import { promised, smallSeason } from '#test/small-seasons.ts'
import { anneal } from './annealing.ts'
import { checkPlan } from './check-plan.ts'
import { bookingOf, columnOf, columnsOf } from './columns.ts'
import type { Problem } from './exact.ts'
import { fitForFairness, servicePoints } from './goals.ts'
import { byPriority, firstCome, scarcestFirst } from './greedy.ts'
import { planSeason, problemOf } from './plan-season.ts'
import { changesOf, repairLocally, repairPlan } from './repair.ts'
import type { Booking, Season } from './season.ts'
import { sift } from './sifting.ts'

// The same seasons at each run, so that a failure is a change of the program.
const always = { seed: 4, numRuns: 60 }

/** What a plan comes to in each goal, worked out from the bookings alone. */
type Sum = { service: number; fit: number; load: number; largest: number }

function sumOf({ season, fixed, columns, goals }: Problem, plan: readonly Booking[]): Sum {
  const talks = new Map<number, number>()
  const sum = { service: 0, fit: 0, load: 0, largest: 0 }
  for (const booking of plan) {
    const column = columnOf(columns, booking)
    if (column < 0) throw new Error('a booking that the checker lets pass is no column')
    sum.service += servicePoints(season.orders[booking.order]!)
    sum.fit += goals.ofColumn[column]!
    talks.set(booking.speaker, (talks.get(booking.speaker) ?? 0) + 1)
  }
  for (const [speaker, planned] of talks) {
    const prices = goals.loads[speaker]!.flatMap((part) =>
      Array.from({ length: part.talks }, () => part.price),
    )
    sum.load += prices.slice(0, planned).reduce((a, b) => a + b, 0)
    sum.largest = Math.max(sum.largest, planned + fixed.speakers[speaker]!.inSeason)
  }
  return sum
}

/** The worth of the best plan by the planner's own description of it, over all plans there are. */
function fairestByForce(problem: Problem): { service: number; objective: number } {
  const sums: Sum[] = []
  everyPlan(problem.season, (plan) => sums.push(sumOf(problem, plan)))
  const service = Math.max(...sums.map((sum) => sum.service))
  const most = sums.filter((sum) => sum.service === service)
  const leastFit = (1 - fitForFairness) * Math.max(...most.map(({ fit }) => fit)) - 1e-3
  const points = service * problem.goals.servicePoint
  const best = (price: number, mostTalks: number) =>
    most
      .filter(({ largest }) => largest <= mostTalks)
      .map((sum) => ({ ...sum, worth: sum.fit - price * sum.load }))
      .reduce<{ fit: number; worth: number; largest: number } | undefined>(
        (a, b) => (a && a.worth >= b.worth ? a : b),
        undefined,
      )
  for (const price of [1, 1 / 2, 1 / 4, 1 / 8, 1 / 16]) {
    const fair = best(price, Infinity)!
    if (fair.fit < leastFit) continue
    for (let mostTalks = 1; mostTalks < fair.largest; mostTalks += 1) {
      const level = best(price, mostTalks)
      if (level && level.fit >= leastFit) return { service, objective: points + level.worth }
    }
    return { service, objective: points + fair.worth }
  }
  return { service, objective: points + Math.max(...most.map(({ fit }) => fit)) }
}

describe('against every plan there is', () => {
  test('the ways to serve an order are those that the checker lets pass', () => {
    fc.assert(
      fc.property(smallSeason, (season) => {
        const columns = columnsOf(season)
        const known = Array.from({ length: columns.count }, (_, at) => bookingOf(columns, at))
        const name = ({ order, speaker, venue, start }: Booking) =>
          [order, speaker, start, venue].join()
        const alone = season.orders.flatMap((_, order) => bookingsAlone(season, order))
        expect(known.map(name).toSorted()).toEqual(alone.map(name).toSorted())
      }),
      always,
    )
  })

  test('the plan serves the most, fits best and is as fair as may be', async () => {
    await fc.assert(
      fc.asyncProperty(smallSeason, async (season) => {
        const plan = await planSeason(season)
        const { service, objective } = fairestByForce(problemOf(season))
        expect(checkPlan(season, plan.bookings)).toEqual([])
        expect([plan.proof, plan.worth.service]).toEqual(['optimal', service])
        expect(plan.objective).toBeCloseTo(objective, 2)
      }),
      always,
    )
  })

  test('a repair serves the most with the fewest changes', async () => {
    await fc.assert(
      fc.asyncProperty(smallSeason, fc.nat(2), fc.nat(3), async (season, ill, from) => {
        const before = await planSeason(season)
        const after = promised(
          withoutDays(season, ill % season.speakers.length, from),
          before.bookings,
        )
        const repaired = await repairPlan(after)
        const problem = problemOf(after, { repair: true })
        const kept = (plan: readonly Booking[]) =>
          plan.filter(({ order, ...rest }) => isSame(after.orders[order]!.current, rest)).length
        const best = bestPlan(after, (plan) => {
          const { service, fit, load } = sumOf(problem, plan)
          return problem.goals.servicePoint * (service + kept(plan)) + fit - load
        })
        expect(checkPlan(after, repaired.bookings)).toEqual([])
        expect(repaired.objective).toBeCloseTo(best.worth, 2)
        expect(changesOf(after, repaired).length).toBe(before.bookings.length - kept(best.plan))
      }),
      always,
    )
  })
})

describe('bounds that are proven', () => {
  test('no plan is above them, and the sifted plan is as near as it says', async () => {
    await fc.assert(
      fc.asyncProperty(smallSeason, async (season) => {
        const problem = problemOf(season)
        const { columns, goals } = problem
        const best = bestPlan(season, (plan) => {
          const { service, fit, load } = sumOf(problem, plan)
          return goals.servicePoint * service + fit - load
        })
        const told: number[] = []
        const found = await sift(problem, firstCome(season, columns), (bound) => told.push(bound))
        for (const bound of [...told, found.bound]) expect(bound).toBeGreaterThan(best.worth - 1e-3)
        expect(best.worth - found.objective).toBeLessThan(1e-4 * best.worth + 1e-3)
        expect(
          checkPlan(
            season,
            found.chosen.map((each) => bookingOf(columns, each)),
          ),
        ).toEqual([])
      }),
      { ...always, numRuns: 40 },
    )
  })
})

/** The season in which one speaker can't come any more from the nth free day on. */
function withoutDays(season: Season, ill: number, from: number): Season {
  const speakers = season.speakers.map((speaker, nth) =>
    nth === ill ? { ...speaker, free: speaker.free.slice(0, from) } : speaker,
  )
  return { ...season, speakers }
}

function isSame(current: Booking | null, { speaker, venue, start }: Omit<Booking, 'order'>) {
  return current?.speaker === speaker && current.venue === venue && current.start === start
}

describe('every plan of every method may be carried out', () => {
  test('the methods by hand, the annealing and the repair at once', async () => {
    await fc.assert(
      fc.asyncProperty(smallSeason, fc.nat(2), async (season, ill) => {
        const problem = problemOf(season)
        const { columns, goals, fixed } = problem
        const bookings = (chosen: readonly number[]) =>
          chosen.map((each) => bookingOf(columns, each))
        const byHand = [firstCome, byPriority, scarcestFirst].map((choose) =>
          choose(season, columns),
        )
        const annealed = anneal(season, columns, goals, byHand[0]!, { fixed, changes: 300 })
        for (const chosen of [...byHand, annealed]) {
          expect(new Set(chosen.map((each) => columns.order[each])).size).toBe(chosen.length)
          expect(checkPlan(season, bookings(chosen))).toEqual([])
        }
        const after = promised(
          withoutDays(season, ill % season.speakers.length, 1),
          bookings(annealed),
        )
        expect(checkPlan(after, repairLocally(after).bookings)).toEqual([])
      }),
      always,
    )
  })

  test('with bookings locked by hand, each plan that is told on the way', async () => {
    await fc.assert(
      fc.asyncProperty(smallSeason, async (season) => {
        const { bookings } = await planSeason(season)
        const orders = season.orders.map((order, nth) => ({
          ...order,
          locked:
            nth % 2 === 0 ? (bookings.find((booking) => booking.order === nth) ?? null) : null,
        }))
        const told: Booking[][] = []
        await planSeason({ ...season, orders }, (plan) => told.push([...plan.bookings]))
        for (const plan of told) expect(checkPlan({ ...season, orders }, plan)).toEqual([])
        expect(told.length).toBeGreaterThan(0)
      }),
      { ...always, numRuns: 40 },
    )
  })
})
