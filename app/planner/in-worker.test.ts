import { expect, test } from 'vitest'
import { anOrder, aSeason, aSpeaker } from '#test/make-planner.ts'
import { explainInWorker, planInWorker, repairInWorker } from './in-worker.ts'
import { greedyPlan, planSeason } from './plan-season.ts'
import { repairPlan } from './repair.ts'
import type { Plan } from './season.ts'

const season = aSeason({
  speakers: [aSpeaker(), aSpeaker({ id: 'second' })],
  orders: [anOrder(), anOrder({ id: 'other' })],
})
const enough = 15_000

/** A worker that does something else than plan. */
const doing = (code: string) =>
  new URL(
    `data:text/javascript,import { parentPort, workerData } from 'node:worker_threads';${code}`,
  )

test('a worker finds the plan that is found here, and tells of those on the way', async () => {
  const told: Plan[] = []
  const here: Plan[] = []
  const best = await planSeason(season, (plan) => here.push(plan))
  expect(
    await planInWorker(season, { milliseconds: enough, onPlan: (plan) => told.push(plan) }),
  ).toEqual({ plan: best, ended: 'finished', failure: null })
  expect(told).toEqual(here)
  expect(told.map(({ proof }) => proof)).toEqual(['greedy', 'within', 'within'])
})

test('a worker repairs as it is done here', async () => {
  const promised = aSeason({
    speakers: season.speakers,
    orders: [
      anOrder({ current: { order: 0, speaker: 1, venue: 0, start: 540 } }),
      anOrder({ id: 'other' }),
    ],
  })
  const { plan, ended } = await repairInWorker(promised, { milliseconds: enough })
  expect({ plan, ended }).toEqual({ plan: await repairPlan(promised), ended: 'finished' })
})

test('without time the plan by hand is given', async () => {
  const { plan, ended } = await planInWorker(season, {
    milliseconds: 50,
    program: doing('setInterval(() => {}, 1000)'),
  })
  expect({ plan, ended }).toEqual({ plan: greedyPlan(season), ended: 'out_of_time' })
  expect(plan.proof).toBe('greedy')
})

test('a worker that ends too early leaves the last plan that it posted', async () => {
  const posted = { ...greedyPlan(season), bound: 7, proof: 'within' as const }
  const { plan, ended, failure } = await planInWorker(season, {
    milliseconds: enough,
    program: doing(
      `parentPort.postMessage({ plan: ${JSON.stringify(posted)}, isBest: false }); setTimeout(() => process.exit(3), 50)`,
    ),
  })
  expect({ plan, ended }).toEqual({ plan: posted, ended: 'failed' })
  expect(failure?.message).toBe("The planner's worker ended with 3")
})

test('a worker that breaks down says with what', async () => {
  const { plan, ended, failure } = await planInWorker(season, {
    milliseconds: enough,
    program: doing("throw new Error('out of memory')"),
  })
  expect({ plan, ended }).toEqual({ plan: greedyPlan(season), ended: 'failed' })
  expect(failure?.message).toBe('out of memory')
})

test('reasons come with prices, and without them where the thread breaks down', async () => {
  const narrow = aSeason({ orders: [anOrder(), anOrder({ id: 'other' })] })
  const plan = await planSeason(narrow)
  const priced = await explainInWorker(narrow, plan, { milliseconds: enough })
  expect(priced.map((each) => each.kind === 'unserved' && each.price?.service)).toEqual([false, 0])
  const program = doing('throw new Error("broken")')
  const plain = await explainInWorker(narrow, plan, { milliseconds: enough, program })
  expect(plain.map((each) => each.kind === 'unserved' && each.price)).toEqual([false, null])
})
