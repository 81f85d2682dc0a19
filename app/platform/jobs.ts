import { type Job, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { type Context, system } from './context.ts'
import { type Database, inStreet } from './database/connection.ts'

/** Something that is done at its time in every street, as the program itself. It may run twice. */
export type TimedJob = {
  name: string
  /** When, in Shanghai: minute, hour, day, month, weekday. */
  cron: string
  run(ctx: Context): Promise<void>
}

/** Runs a piece of long work in a transaction of its own, as the program. */
type Step = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>

/**
 * Work that takes too long for a transaction, and that a fact asks for: it reads and keeps in short
 * steps, and works between them. It may run twice for the same fact.
 */
export type LongJob = {
  name: string
  /** The fact that asks for it. */
  on: string
  run(step: Step, subjectId: string): Promise<void>
}

type Jobs = {
  database: Database
  schedule: readonly TimedJob[]
  longJobs: readonly LongJob[]
  /** The streets to do it in, at the time. */
  streets(): Promise<Iterable<number>>
  clock: () => Date
  log: Logger
}

const streetsAtOnce = 20
const connections = 3
/** A long job that was broken off, as by a restart, is taken up again after this time. */
const longestJob = 120

type RunningJobs = { ask: AskForWork; stop(): Promise<void> }
/** Asks for the long work that follows from a fact; asked twice at once, it is done once. */
export type AskForWork = (
  street: number,
  fact: { name: string; subjectId: string },
) => Promise<void>

/** Runs the schedule: a job that is due makes one job for each street, so that one can fail alone. */
export async function startJobs(jobs: Jobs): Promise<RunningJobs> {
  const { database, schedule, longJobs, log } = jobs
  const boss = new PgBoss({
    ...database.address,
    application_name: 'hearth-jobs',
    max: connections,
    useListenNotify: true,
  })
  boss.on('error', (error) => log.error({ err: error }, 'the jobs could not reach the database'))
  await boss.start()
  for (const job of schedule) await offer(boss, job, jobs)
  for (const job of longJobs) await offerLong(boss, job, jobs)
  const wanted = new Set(schedule.map(({ name }) => name))
  for (const { name } of await boss.getSchedules()) {
    if (!wanted.has(name)) await boss.unschedule(name)
  }
  const ask: AskForWork = async (street, { name, subjectId }) => {
    for (const job of longJobs.filter(({ on }) => on === name))
      await boss.send(job.name, { street, subjectId }, { singletonKey: subjectId })
  }
  return { ask, stop: () => boss.stop({ timeout: 2_000 }) }
}

async function offerLong(boss: PgBoss, job: LongJob, jobs: Jobs): Promise<void> {
  await boss.createQueue(job.name, {
    policy: 'exclusive',
    notify: true,
    retryLimit: 2,
    expireInSeconds: longestJob,
  })
  await boss.work<{ street: number; subjectId: string }>(job.name, async ([asked]) => {
    if (asked) await runLongJob(job, asked.data, jobs)
  })
}

/** Does a piece of long work now, in the caller's own time. */
export async function runLongJob(
  job: LongJob,
  { street, subjectId }: { street: number; subjectId: string },
  { database, clock }: Pick<Jobs, 'database' | 'clock'>,
): Promise<void> {
  const step: Step = (work) =>
    inStreet(database, street, (tx) =>
      work({
        street,
        now: clock(),
        actor: system,
        onBehalfOf: null,
        tx,
        files: database.files,
      }),
    )
  await job.run(step, subjectId)
}

async function offer(boss: PgBoss, job: TimedJob, jobs: Jobs): Promise<void> {
  const inOne = `${job.name}.street`
  // A street whose last turn still waits or runs gets no second one.
  await boss.createQueue(inOne, {
    policy: 'exclusive',
    notify: true,
    retryLimit: 3,
    retryBackoff: true,
  })
  await boss.createQueue(job.name, { policy: 'exclusive', notify: true })
  await boss.work<null>(job.name, async () => {
    const streets = [...(await jobs.streets())]
    const turns = streets.map((street) => ({ data: { street }, singletonKey: String(street) }))
    if (turns.length > 0) await boss.insert(inOne, turns)
  })
  await boss.work(
    inOne,
    { batchSize: streetsAtOnce, burstWhenBatchFull: true, perJobResults: true },
    async (turns: Job<{ street: number }>[]) => {
      const results = []
      for (const { id, data } of turns)
        results.push({ id, ...(await runIn(job, data.street, jobs)) })
      return results
    },
  )
  await boss.schedule(job.name, job.cron, null, { tz: 'Asia/Shanghai' })
}

async function runIn(job: TimedJob, street: number, { database, clock, log }: Jobs) {
  const now = clock()
  try {
    await inStreet(database, street, (tx) =>
      job.run({ street, now, actor: system, onBehalfOf: null, tx, files: database.files }),
    )
    return { status: 'completed' as const }
  } catch (error) {
    log.error({ err: error, job: job.name, street }, 'a timed job failed')
    return { status: 'failed' as const, output: String(error) }
  }
}
