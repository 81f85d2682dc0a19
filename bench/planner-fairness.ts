import { checkPlan } from '#app/planner/check-plan.ts'
import { planSeason, problemOf } from '#app/planner/plan-season.ts'
import type { Plan, Season } from '#app/planner/season.ts'
import { seasonOf, sizes } from './planner-seasons.ts'
import { measured, median, type Row } from './report.ts'

const seasons = 20

/** How talks are shared among speakers, when only service and fit count and when load does too. */
export async function fairnessRows(): Promise<Row[]> {
  const pairs: { fittest: Shared; fair: Shared }[] = []
  for (let seed = 1; seed <= seasons; seed += 1) {
    const season = seasonOf(sizes.street, 'normal', seed)
    const told: Plan[] = []
    const fair = await planSeason(season, (plan) => told.push(plan))
    // What is told first was made by hand, and next comes the fittest.
    pairs.push({ fittest: sharedBy(season, told[1]!), fair: sharedBy(season, fair) })
  }
  const name = `street, normal, ${seasons} seasons`
  const mid = (figure: (pair: (typeof pairs)[number]) => number) => median(pairs.map(figure))
  const both = (metric: string, figure: (shared: Shared) => number) => [
    measured(
      `${name}, load at no price`,
      metric,
      mid(({ fittest }) => figure(fittest)),
      '',
    ),
    measured(
      `${name}, fair load`,
      metric,
      mid(({ fair }) => figure(fair)),
      '',
    ),
  ]
  const less = (figure: (shared: Shared) => number) =>
    mid(({ fittest, fair }) => 100 * (1 - figure(fair) / figure(fittest)))
  return [
    ...both('largest load', ({ largest }) => largest),
    ...both('speakers without a talk, of those who could have one', ({ unused }) => unused),
    ...both('Gini of talks', ({ gini }) => gini),
    measured(
      `${name}, fair load`,
      'largest load, less by',
      less((s) => s.largest),
      '%',
      { least: 50 },
    ),
    measured(
      `${name}, fair load`,
      'fit, less by',
      less((s) => s.fit),
      '%',
      { most: 4 },
    ),
    measured(`${name}, fair load`, 'orders served, fewer in any season', fewer(pairs), '', {
      most: 0,
    }),
    measured(
      `${name}, fair load`,
      'faults',
      pairs.reduce((sum, p) => sum + p.fair.faults, 0),
      '',
      {
        most: 0,
      },
    ),
  ]
}

function fewer(pairs: readonly { fittest: Shared; fair: Shared }[]): number {
  return Math.max(...pairs.map(({ fittest, fair }) => fittest.served - fair.served))
}

type Shared = {
  largest: number
  unused: number
  gini: number
  fit: number
  served: number
  faults: number
}

function sharedBy(season: Season, plan: Plan): Shared {
  const { fixed, columns } = problemOf(season)
  const all = fixed.speakers.map(({ inSeason }) => inSeason)
  for (const { speaker } of plan.bookings) all[speaker]! += 1
  const able = new Set(columns.speaker)
  const loads = all.filter((_, speaker) => able.has(speaker))
  return {
    largest: Math.max(...loads),
    unused: loads.filter((load) => load === 0).length,
    gini: giniOf(loads),
    fit: plan.worth.fit,
    served: plan.worth.served,
    faults: checkPlan(season, plan.bookings).length,
  }
}

function giniOf(loads: readonly number[]): number {
  const sorted = loads.toSorted((a, b) => a - b)
  const total = sorted.reduce((a, b) => a + b, 0)
  const weighed = sorted.reduce(
    (sum, load, at) => sum + (2 * (at + 1) - sorted.length - 1) * load,
    0,
  )
  return weighed / (sorted.length * total)
}
