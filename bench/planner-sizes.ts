import { checkPlan } from '#app/planner/check-plan.ts'
import { clashesOf } from '#app/planner/clashes.ts'
import { bookingOf } from '#app/planner/columns.ts'
import type { Problem } from '#app/planner/exact.ts'
import { servicePoints } from '#app/planner/goals.ts'
import { byPriority, firstCome, scarcestFirst } from '#app/planner/greedy.ts'
import { modelOf } from '#app/planner/model.ts'
import { planSeason, problemOf } from '#app/planner/plan-season.ts'
import { solveWhole } from '#app/planner/solver.ts'
import { otherSolver } from './other-solvers.ts'
import type { Demand, Size } from './planner-people.ts'
import { seasonOf } from './planner-seasons.ts'
import { timed } from './processor.ts'
import { measured, median, ofPeer, type Row } from './report.ts'

const byHand = {
  'first come': firstCome,
  'by priority': byPriority,
  'scarcest first': scarcestFirst,
}
type Method = keyof typeof byHand
const methods = Object.keys(byHand) as Method[]

/** What is expected of a size: seconds for a proven plan, and how many seasons are given to the peer. */
export type Expected = {
  name: string
  size: Size
  seasons: number
  peered: number
  seconds: number
}

/** Seasons of a size, planned and proven, beside plans by hand and another exact solver. */
export async function sizeRows(expected: Expected, demand: Demand): Promise<Row[]> {
  const name = `${expected.name}, ${demand}`
  const seasons: Planned[] = []
  for (let seed = 1; seed <= expected.seasons; seed += 1)
    seasons.push(await planned(problemOf(seasonOf(expected.size, demand, seed))))
  const mid = (figure: (season: Planned) => number) => median(seasons.map(figure))
  const [served, service] = [mid((season) => season.served), mid((season) => season.service)]
  const count = (is: (season: Planned) => boolean) => seasons.filter(is).length
  const above = (method: Method) =>
    mid((season) => 100 * (season.served / season.byHand[method].served - 1))
  return [
    measured(
      name,
      'seasons proven optimal',
      count(({ proven }) => proven),
      '',
      {
        least: expected.seasons,
      },
    ),
    measured(
      name,
      'seasons whose plan the checker faults',
      count(({ faults }) => faults > 0),
      '',
      {
        most: 0,
      },
    ),
    measured(
      name,
      'to the proven plan, median',
      mid(({ seconds }) => seconds),
      'CPU s',
      {
        most: expected.seconds,
      },
    ),
    measured(
      name,
      'to the proven plan, slowest',
      Math.max(...seasons.map((s) => s.seconds)),
      'CPU s',
    ),
    measured(name, 'orders served', served, ''),
    ...methods.flatMap((method) => rowsByHand(name, method, mid)),
    measured(name, 'points of service', service, ''),
    measured(
      name,
      'served above first come',
      above('first come'),
      '%',
      demand === 'tight' ? { least: 10 } : undefined,
    ),
    ...(await peerRows(name, expected, demand)),
  ]
}

/** What offices do by hand comes to. */
function rowsByHand(
  name: string,
  method: Method,
  mid: (figure: (season: Planned) => number) => number,
): Row[] {
  const served = mid(({ byHand: plans }) => plans[method].served)
  const service = mid(({ byHand: plans }) => plans[method].service)
  return [
    ofPeer(method, measured(name, 'orders served', served, '')),
    ofPeer(method, measured(name, 'points of service', service, '')),
  ]
}

type Planned = {
  proven: boolean
  faults: number
  seconds: number
  served: number
  service: number
  byHand: Record<Method, { served: number; service: number }>
}

async function planned({ season, columns }: Problem): Promise<Planned> {
  const { answer, seconds } = await timed(() => planSeason(season))
  const plans = methods.map((method) => {
    const chosen = byHand[method](season, columns)
    const orders = chosen.map((column) => season.orders[columns.order[column]!]!)
    const service = orders.reduce((sum, order) => sum + servicePoints(order), 0)
    const bookings = chosen.map((column) => bookingOf(columns, column))
    const faults = checkPlan(season, bookings).length
    return { method, faults, served: chosen.length, service }
  })
  return {
    proven: answer.proof === 'optimal',
    faults: plans.reduce(
      (sum, { faults }) => sum + faults,
      checkPlan(season, answer.bookings).length,
    ),
    seconds,
    ...answer.worth,
    byHand: { 'first come': plans[0]!, 'by priority': plans[1]!, 'scarcest first': plans[2]! },
  }
}

const mostSeconds = 300

/** The same program, all goals in one sum, given to HiGHS and to the other solver in turn. */
async function peerRows(name: string, { size, peered }: Expected, demand: Demand): Promise<Row[]> {
  const peer = otherSolver()
  if (!peer) {
    console.log('Neither cbc nor glpsol is on the PATH: no other exact solver is measured.')
    return []
  }
  const found: { own: number; other: number; apart: number; proven: boolean }[] = []
  for (let seed = 1; seed <= peered; seed += 1) {
    const { season, fixed, columns, goals } = problemOf(seasonOf(size, demand, seed))
    const model = modelOf(season, columns, clashesOf(season, fixed, columns), goals)
    const { answer, seconds } = await timed(() => solveWhole(model))
    const other = peer.solve(model, mostSeconds)
    const own = answer?.values.reduce((sum, value, at) => sum + value * model.cost[at]!, 0) ?? 0
    found.push({
      own: seconds,
      other: other.seconds,
      proven: other.optimal,
      apart: (100 * (other.objective - own)) / own,
    })
  }
  const one = 'all goals in one sum'
  const most = Math.max(...found.map(({ apart }) => apart))
  return [
    measured(`${name}, ${one}`, 'proven, median', median(found.map(({ own }) => own)), 'CPU s'),
    ofPeer(
      peer.name,
      measured(
        `${name}, ${one}`,
        'proven, median',
        median(found.map(({ other }) => other)),
        'CPU s',
      ),
    ),
    ofPeer(
      peer.name,
      measured(
        `${name}, ${one}`,
        'seasons proven',
        found.filter((s) => s.proven).length,
        `of ${peered}`,
      ),
    ),
    ofPeer(peer.name, measured(`${name}, ${one}`, 'most above ours', most, '%', { most: 1e-6 })),
  ]
}
