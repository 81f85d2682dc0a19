import { pino } from 'pino'
import { expect, test } from 'vitest'
import { journey } from '#app/journey.ts'
import { noticesAfter } from '#app/modules/people/notices/queries.ts'
import { runLongJob } from '#app/platform/jobs.ts'
import { deliverWaiting } from '#app/platform/worker.ts'
import { longJobs } from '#app/schedule.ts'
import { committed, failureOf, ownDatabase, rolledBack, testNow } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makePlan } from '#test/make-plans.ts'
import { endDispatch } from '../dispatches/end-dispatch.ts'
import { healPlan } from './heal-plan.ts'
import { publishPlan } from './publish-plan.ts'
import { healedPlans, planOrdersOf } from './queries.ts'

test('a decline makes a plan that heals by itself, and the office is told', async () => {
  const database = await ownDatabase()
  const clock = () => testNow
  const log = pino({ level: 'silent' })
  const made = await committed(database, async (ctx) => {
    const plan = await makePlan(ctx)
    await publishPlan(plan.byOffice, { planId: plan.plan.id })
    return plan
  })
  const askForWork = async (street: number, fact: { name: string; subjectId: string }) => {
    for (const job of longJobs.filter(({ on }) => on === fact.name))
      await runLongJob(job, { street, subjectId: fact.subjectId }, { database, clock })
  }
  const deliver = () => deliverWaiting({ database, journey, clock, log, askForWork })
  await deliver()
  await committed(database, async (ctx) => {
    const asked = await planOrdersOf(ctx, made.plan.id)
    const { dispatchId } = asked.find(({ speakerId }) => speakerId === made.ann.id)!
    const byAnn = await as(ctx, { id: made.ann.personId })
    await endDispatch(byAnn, { dispatchId: dispatchId!, how: 'declined', answer: '' })
  })
  await deliver()
  await committed(database, async (ctx) => {
    const [healed, ...more] = await healedPlans(ctx)
    expect(more).toEqual([])
    expect(healed).toMatchObject({ kind: 'repair', status: 'ready', madeByName: null, served: 2 })
    expect(healed?.fromId).toBe(made.plan.id)
    const told = await noticesAfter(ctx, made.office.id, null, 50)
    expect(told.map(({ name }) => name)).toContain('plan.ready')
  })
})

test('there is nothing to heal before a plan was published, and a branch heals none', () =>
  rolledBack(async (ctx) => {
    const { byOffice } = await makePlan(ctx)
    expect(await failureOf(ctx, () => healPlan(byOffice, {}))).toBe('plan.nothingPlanned')
    expect(await healPlan(ctx, {})).toBeNull()
    const stranger = await as(ctx, await makeAppointed(ctx, 'organiser'))
    expect(await failureOf(ctx, () => healPlan(stranger, {}))).toBe('forbidden')
  }))
