// Plans in a worker thread, so that the program answers others meanwhile. A plan is always given back: the
// best one, or what was found when the time was up or the solver broke down, and it is said which.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { root } from '#app/platform/root.ts'
import { greedyPlan, type OnPlan } from './plan-season.ts'
import { type Reasons, reasonsOf } from './reasons.ts'
import { repairLocally } from './repair.ts'
import type { Booking, Plan, Season } from './season.ts'

/** What a worker is given, and what it posts. */
export type Work =
  | { season: Season; task: 'plan' | 'repair' }
  | { season: Season; task: 'explain'; bookings: readonly Booking[] }
export type Posted = { plan: Plan; isBest: boolean }

/** A plan, why the search ended, and what broke where it did. */
export type Outcome = {
  plan: Plan
  ended: 'finished' | 'out_of_time' | 'failed'
  failure: Error | null
}

export type Budget = {
  milliseconds: number
  /** Hears of every plan on the way. */
  onPlan?: OnPlan
  /** What the worker runs. */
  program?: URL | string
}

/** The best plan of a season that is found within the time. */
export function planInWorker(season: Season, budget: Budget): Promise<Outcome> {
  return search({ season, task: 'plan' }, () => greedyPlan(season), budget)
}

/**
 * The plan that heals what is promised. What can be healed at once is worked out here, in less time than
 * a worker takes to start, and heard of first.
 */
export function repairInWorker(season: Season, budget: Budget): Promise<Outcome> {
  const local = repairLocally(season)
  budget.onPlan?.(local)
  return search({ season, task: 'repair' }, () => local, budget)
}

/**
 * The reasons for every order of a plan, with the price of each that goes without; where the time is up
 * the reasons alone, which take no solver.
 */
export function explainInWorker(
  season: Season,
  { bookings }: Pick<Plan, 'bookings'>,
  { milliseconds, program = ownProgram }: Pick<Budget, 'milliseconds' | 'program'>,
): Promise<readonly Reasons[]> {
  const { promise, resolve } = Promise.withResolvers<readonly Reasons[]>()
  const worker = new Worker(program, { workerData: { season, task: 'explain', bookings } })
  const end = (reasons?: readonly Reasons[]) => {
    clearTimeout(timer)
    worker.removeAllListeners()
    void worker.terminate()
    resolve(reasons ?? [...season.orders.keys()].map(reasonsOf(season, bookings)))
  }
  const timer = setTimeout(end, milliseconds)
  worker.on('message', end)
  worker.on('error', () => end())
  worker.on('exit', () => end())
  return promise
}

// Node runs the source by itself; what was built stands beside the program.
const ownProgram = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, 'worker.ts')
  : join(root, 'dist', 'server', 'planner-worker.js')

function search(
  work: Work,
  fallback: () => Plan,
  { milliseconds, onPlan, program = ownProgram }: Budget,
): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const worker = new Worker(program, { workerData: work })
  let last: Plan | undefined
  let isOver = false
  const end = (ended: Outcome['ended'], failure: Error | null = null) => {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    // A solver does not listen while it solves: its thread is ended, wherever it is.
    void worker.terminate()
    resolve({ plan: last ?? fallback(), ended, failure })
  }
  const timer = setTimeout(() => end('out_of_time'), milliseconds)
  worker.on('message', ({ plan, isBest }: Posted) => {
    if (isOver) return
    last = plan
    if (isBest) end('finished')
    else onPlan?.(plan)
  })
  worker.on('error', (error) => end('failed', error as Error))
  worker.on('exit', (code) => end('failed', new Error(`The planner's worker ended with ${code}`)))
  return promise
}
