// The planner in a thread of its own: it is given a season and posts plans, the last of them as best, or
// the reasons for a plan that it is given.
import { parentPort, workerData } from 'node:worker_threads'
import type { Posted, Work } from './in-worker.ts'
import { planSeason } from './plan-season.ts'
import { explainPlan, type Reasons } from './reasons.ts'
import { repairPlan } from './repair.ts'

const work = workerData as Work
const { season } = work
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
const post = (posted: Posted | readonly Reasons[]) => parentPort?.postMessage(posted)
if (work.task === 'explain') post(await explainPlan(season, work))
else {
  const solve = { plan: planSeason, repair: repairPlan }[work.task]
  post({ plan: await solve(season, (plan) => post({ plan, isBest: false })), isBest: true })
}
