import { expect, test } from 'vitest'
import { planInWorker } from '#app/planner/in-worker.ts'
import { runLongJob } from '#app/platform/jobs.ts'
import { longJobs } from '#app/schedule.ts'
import { committed, ownDatabase, rolledBack, street, testNow } from '#test/database.ts'
import { makeSmallStreet, solveNow } from '#test/make-plans.ts'
import { findOrder } from '../orders/queries.ts'
import { beginSolving } from './begin-solving.ts'
import { discardPlan } from './discard-plan.ts'
import { keepPlan } from './keep-plan.ts'
import { keepProgress } from './keep-progress.ts'
import { findPlan, planOrdersOf } from './queries.ts'
import { startPlan } from './start-plan.ts'

test('a plan is solved outside of any transaction, once however often it is asked for', async () => {
  const database = await ownDatabase()
  const plan = await committed(database, async (ctx) =>
    startPlan((await makeSmallStreet(ctx)).byOffice, {}),
  )
  const job = longJobs.find(({ on }) => on === 'plan.started')!
  const asked = { street, subjectId: plan.id }
  await runLongJob(job, asked, { database, clock: () => testNow })
  await runLongJob(job, asked, { database, clock: () => testNow })
  const solved = await committed(database, (ctx) => findPlan(ctx, plan.id))
  expect(solved).toMatchObject({ status: 'ready', proof: 'optimal', orders: 3, served: 2 })
})

test('a plan that can’t be made says so, and can be thrown away', async () => {
  const database = await ownDatabase()
  const { plan, byOffice } = await committed(database, async (ctx) => {
    const made = await makeSmallStreet(ctx)
    const plan = await startPlan(made.byOffice, {})
    await ctx.tx.updateTable('plan').set({ asked: '"nonsense"' }).execute()
    return { ...made, plan }
  })
  const job = longJobs.find(({ on }) => on === 'plan.started')!
  const asked = { street, subjectId: plan.id }
  await expect(runLongJob(job, asked, { database, clock: () => testNow })).rejects.toThrow('length')
  // The queue asks again, and finds nothing to do.
  await runLongJob(job, asked, { database, clock: () => testNow })
  await committed(database, async (ctx) => {
    expect(await findPlan(ctx, plan.id)).toMatchObject({ status: 'failed' })
    await discardPlan({ ...ctx, actor: byOffice.actor }, { planId: plan.id })
  })
})

test('of a solver that dies the quick plan is kept, and called so', () =>
  rolledBack(async (ctx) => {
    const { byOffice } = await makeSmallStreet(ctx)
    const { id: planId } = await startPlan(byOffice, {})
    const { season } = (await beginSolving(ctx, { planId, venuesTaken: [] }))!
    const program = new URL('data:text/javascript,throw new Error("broken")')
    const { plan, ended } = await planInWorker(season, { milliseconds: 10_000, program })
    expect(ended).toBe('failed')
    await keepPlan(ctx, { planId, plan, reasons: [], seconds: 1 })
    expect(await findPlan(ctx, planId)).toMatchObject({
      status: 'ready',
      proof: 'greedy',
      served: 2,
    })
    expect((await planOrdersOf(ctx, planId)).map(({ reasons }) => reasons)).toEqual([{}, {}, {}])
  }))

test('the best plan so far is seen while it is solved, and nothing is kept of one thrown away', () =>
  rolledBack(async (ctx) => {
    const { byOffice } = await makeSmallStreet(ctx)
    const { id: planId } = await startPlan(byOffice, {})
    const { season } = (await beginSolving(ctx, { planId, venuesTaken: [] }))!
    const progress = { served: 1, objective: 1, bound: 2 }
    await keepProgress(ctx, { planId, progress })
    expect(await findPlan(ctx, planId)).toMatchObject({ status: 'solving', progress })
    await discardPlan(byOffice, { planId })
    await keepProgress(ctx, { planId, progress: { ...progress, served: 2 } })
    const { plan } = await planInWorker(season, { milliseconds: 10_000 })
    await keepPlan(ctx, { planId, plan, reasons: [], seconds: 1 })
    expect(await findPlan(ctx, planId)).toMatchObject({ status: 'discarded', progress, orders: 0 })
    expect(await beginSolving(ctx, { planId, venuesTaken: [] })).toBeNull()
  }))

test('orders that a ready plan serves are called planned, until it is thrown away', () =>
  rolledBack(async (ctx) => {
    const { byOffice, orders } = await makeSmallStreet(ctx)
    const statuses = async () => {
      const found = await Promise.all(orders.map(({ id }) => findOrder(ctx, id)))
      return found.map((order) => order!.status).toSorted()
    }
    const { id: planId } = await startPlan(byOffice, {})
    await solveNow(ctx, planId)
    expect(await statuses()).toEqual(['planned', 'planned', 'vetted'])
    const { id: tried } = await startPlan(byOffice, { fromId: planId })
    await solveNow(ctx, tried)
    await discardPlan(byOffice, { planId })
    expect(await statuses()).toEqual(['vetted', 'vetted', 'vetted'])
  }))
