// The planner in a thread of its own: it is given a season and posts plans, the last of them as best.
import { parentPort, workerData } from 'node:worker_threads'
import type { Posted, Work } from './in-worker.ts'
import { planSeason } from './plan-season.ts'
import { repairPlan } from './repair.ts'

const { season, task } = workerData as Work
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
const post = (posted: Posted) => parentPort?.postMessage(posted)
const work = { plan: planSeason, repair: repairPlan }[task]
post({ plan: await work(season, (plan) => post({ plan, isBest: false })), isBest: true })
