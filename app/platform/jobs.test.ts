import { PgBoss } from 'pg-boss'
import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { otherStreet, ownDatabase, street, testNow } from '#test/database.ts'
import { type LongJob, startJobs, type TimedJob } from './jobs.ts'

const database = await ownDatabase()
const log = pino({ level: 'silent' })
const clock = () => testNow

async function openBoss(): Promise<PgBoss> {
  const boss = new PgBoss({ ...database.address, supervise: false, schedule: false })
  boss.on('error', () => {})
  return boss.start()
}

test('a job that is due runs in every street, and one that fails is tried again alone', async () => {
  const ran: [number, string][] = []
  const job: TimedJob = {
    name: 'look-round',
    cron: '0 4 1 1 *',
    async run(ctx) {
      ran.push([ctx.street, `${ctx.actor.kind} ${ctx.now.toISOString()}`])
      if (ctx.street === otherStreet) throw new Error('not yet')
    },
  }
  const streets = async () => [street, otherStreet]
  const jobs = await startJobs({ database, schedule: [job], longJobs: [], streets, clock, log })
  const operator = await openBoss()
  expect(await operator.getSchedules()).toMatchObject([
    { name: 'look-round', cron: '0 4 1 1 *', timezone: 'Asia/Shanghai' },
  ])
  await operator.send('look-round', null)
  await vi.waitFor(async () => {
    const turns = await operator.findJobs<{ street: number }>('look-round.street')
    expect(new Map(turns.map(({ data, state }) => [data.street, state]))).toEqual(
      new Map([
        [street, 'completed'],
        [otherStreet, 'retry'],
      ]),
    )
  }, 10_000)
  const at = `system ${testNow.toISOString()}`
  // Jobs made at one moment have no order.
  expect(ran.toSorted(([a], [b]) => a - b)).toEqual([
    [otherStreet, at],
    [street, at],
  ])
  await operator.stop()
  await jobs.stop()
})

test('what is on the schedule no more is taken off', async () => {
  const jobs = await startJobs({
    database,
    schedule: [],
    longJobs: [],
    streets: async () => [],
    clock,
    log,
  })
  await jobs.stop()
  const operator = await openBoss()
  expect(await operator.getSchedules()).toEqual([])
  await operator.stop()
})

test('long work follows a fact, once, and is tried again where it breaks off', async () => {
  const ran: string[] = []
  const job: LongJob = {
    name: 'think',
    on: 'plan.started',
    async run(step, subjectId) {
      ran.push(await step(async (ctx) => `${ctx.street} ${ctx.actor.kind} ${subjectId}`))
      throw new Error('broke off')
    },
  }
  const streets = async () => []
  const jobs = await startJobs({ database, schedule: [], longJobs: [job], streets, clock, log })
  const subjectId = '01890000-0000-7000-8000-000000000001'
  await jobs.ask(street, { name: 'plan.started', subjectId })
  await jobs.ask(street, { name: 'plan.started', subjectId })
  await jobs.ask(street, { name: 'plan.ready', subjectId })
  const operator = await openBoss()
  await vi.waitFor(async () => {
    const asked = await operator.findJobs<{ subjectId: string }>('think')
    expect(asked.map(({ data, state }) => [data.subjectId, state])).toEqual([[subjectId, 'retry']])
  }, 10_000)
  // The second asking may have woken it for its next try already.
  expect([...new Set(ran)]).toEqual([`${street} system ${subjectId}`])
  await operator.stop()
  await jobs.stop()
})
