import { checkPlan } from '#app/planner/check-plan.ts'
import { columnOf } from '#app/planner/columns.ts'
import { objectiveOf, pricesOf } from '#app/planner/model.ts'
import { planSeason, problemOf } from '#app/planner/plan-season.ts'
import { changesOf, repairPlan } from '#app/planner/repair.ts'
import { type Booking, minutesOfDay, type Plan, type Season } from '#app/planner/season.ts'
import { seeded } from '#demo/content/random.ts'
import type { Demand } from './planner-people.ts'
import { seasonOf, sizes } from './planner-seasons.ts'
import { timed } from './processor.ts'
import { measured, median, type Row } from './report.ts'

const seasons = 20
const cancellations = 10

/** Ten talks are called off: what is mended, what planning afresh would overturn. */
export async function repairRows(): Promise<Row[]> {
  const rows: Row[] = []
  const both: Healed[] = []
  for (const demand of ['tight', 'normal'] as const) {
    const all: Healed[] = []
    for (let seed = 1; seed <= seasons; seed += 1) all.push(await healed(demand, seed))
    rows.push(...rowsOf(`street, ${demand}, ten cancellations, ${seasons} seasons`, all))
    both.push(...all)
  }
  const name = `street, ten cancellations, all ${both.length} seasons`
  return [
    ...rows,
    measured(name, 'fewer moves', fewerMoves(both), '%', { least: 90 }),
    measured(name, 'objective lost, median', median(both.map(({ lost }) => lost)), '%', {
      most: 0.05,
    }),
    measured(
      name,
      'objective lost, mean',
      meanOf(both, ({ lost }) => lost),
      '%',
      { most: 0.05 },
    ),
  ]
}

function meanOf(all: readonly Healed[], figure: (healed: Healed) => number): number {
  return all.reduce((total, each) => total + figure(each), 0) / all.length
}

function fewerMoves(all: readonly Healed[]): number {
  return (
    100 * (1 - meanOf(all, ({ moved }) => moved) / meanOf(all, ({ movedAfresh }) => movedAfresh))
  )
}

function rowsOf(name: string, all: readonly Healed[]): Row[] {
  const sum = (figure: (healed: Healed) => number) =>
    all.reduce((total, each) => total + figure(each), 0)
  const mid = (figure: (healed: Healed) => number) => median(all.map(figure))
  return [
    measured(
      name,
      'promises moved by planning afresh, mean',
      meanOf(all, (s) => s.movedAfresh),
      '',
    ),
    measured(
      name,
      'promises moved by the repair, mean',
      meanOf(all, (s) => s.moved),
      '',
    ),
    measured(name, 'fewer moves', fewerMoves(all), '%'),
    measured(
      name,
      'objective lost, median',
      mid(({ lost }) => lost),
      '%',
      { most: 0.05 },
    ),
    measured(name, 'objective lost, most', Math.max(...all.map(({ lost }) => lost)), '%'),
    measured(
      name,
      'orders served less than afresh',
      sum((s) => s.servedLess),
      `in ${seasons}`,
    ),
    measured(
      name,
      'to the first answer, median',
      mid(({ first }) => first),
      'ms',
      { most: 100 },
    ),
    measured(
      name,
      'to the best answer, median',
      mid(({ seconds }) => seconds),
      'CPU s',
      { most: 1 },
    ),
    measured(
      name,
      'faults',
      sum(({ faults }) => faults),
      '',
      { most: 0 },
    ),
  ]
}

type Healed = {
  moved: number
  movedAfresh: number
  lost: number
  servedLess: number
  first: number
  seconds: number
  faults: number
}

async function healed(demand: Demand, seed: number): Promise<Healed> {
  const before = seasonOf(sizes.street, demand, seed)
  const plan = await planSeason(before)
  const called = seeded(seed, 7).shuffle(plan.bookings).slice(0, cancellations)
  const season = calledOff(before, plan, called)
  const afresh = await planSeason(season)
  let first = 0
  const began = performance.now()
  const { answer: repaired, seconds } = await timed(() =>
    repairPlan(season, () => {
      first ||= performance.now() - began
    }),
  )
  const best = worthOf(season, afresh)
  return {
    moved: changesOf(season, repaired).length,
    movedAfresh: changesOf(season, afresh).length,
    lost: Math.max(0, (100 * (best - worthOf(season, repaired))) / best),
    servedLess: afresh.worth.served - repaired.worth.served,
    first,
    seconds,
    faults: checkPlan(season, repaired.bookings).length,
  }
}

/** The season in which these talks are called off, their speakers have no time on that day, and all else is promised. */
function calledOff(season: Season, plan: Plan, called: readonly Booking[]): Season {
  const dayOf = (minute: number) => Math.floor(minute / minutesOfDay)
  const away = new Set(called.map(({ speaker, start }) => `${speaker} ${dayOf(start)}`))
  const speakers = season.speakers.map((speaker, at) => ({
    ...speaker,
    free: speaker.free.filter(({ from }) => !away.has(`${at} ${dayOf(from)}`)),
  }))
  const kept = plan.bookings.filter(({ speaker, start }) => !away.has(`${speaker} ${dayOf(start)}`))
  const orders = season.orders.map((order, at) => ({
    ...order,
    current: kept.find((booking) => booking.order === at) ?? null,
  }))
  return { ...season, speakers, orders }
}

/** What the season weighs a plan with, promises apart. */
function worthOf(season: Season, { bookings }: Plan): number {
  const { columns, goals } = problemOf(season)
  const chosen = bookings.map((booking) => columnOf(columns, booking))
  const orders = season.orders.map((order) => ({ ...order, current: null }))
  const prices = pricesOf({ ...season, orders }, columns, goals)
  return objectiveOf(columns, goals, prices, chosen)
}
