import { type Logger, pino } from 'pino'
import { journey } from '#app/journey.ts'
import { sendDueNotices } from '#app/modules/people/notices/notices.ts'
import { actorOf } from '#app/modules/people/queries.ts'
import { type Actor, type Context, system } from '#app/platform/context.ts'
import { type Database, inStreet } from '#app/platform/database/connection.ts'
import { developmentTransport } from '#app/platform/sms.ts'
import { deliverWaiting } from '#app/platform/worker.ts'
import { say } from '#app/schedule.ts'

/** One street of a database, on which people act at moments of the teller's choosing. */
export type Stage = { database: Database; street: number; log: Logger }

export function stageOf(database: Database, street: number): Stage {
  return { database, street, log: pino({ level: 'error' }, pino.destination(2)) }
}

/** The program itself does something at a moment. */
export function asSystem<T>(
  stage: Stage,
  now: Date,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  return within(stage, now, async () => system, work)
}

/** A person does something at a moment, with what the person holds then. */
export function as<T>(
  stage: Stage,
  personId: string,
  now: Date,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  return within(stage, now, (reading) => actorOf(reading, personId), work)
}

function within<T>(
  { database, street }: Stage,
  now: Date,
  actor: (reading: Pick<Context, 'tx' | 'street' | 'now'>) => Promise<Actor>,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  return inStreet(database, street, async (tx) =>
    work({
      street,
      now,
      actor: await actor({ tx, street, now }),
      onBehalfOf: null,
      tx,
      files: database.files,
    }),
  )
}

/** Lets everything follow from what has happened, and sends what is due by then. */
export async function settle({ database, log }: Stage, now: Date): Promise<void> {
  const clock = () => now
  await deliverWaiting({ database, journey, clock, log })
  const publicOrigin = 'http://localhost'
  await sendDueNotices({ database, clock, log, transport: developmentTransport, say, publicOrigin })
}

/** What happens at a moment. */
export type Step = { at: Date; run(at: Date): Promise<void> }

/** Plays the steps up to a moment, in the order of their times, and what follows from each. */
export async function play(stage: Stage, steps: readonly Step[], until: Date): Promise<void> {
  const due = steps.filter(({ at }) => at <= until)
  for (const { at, run } of due.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    await run(at)
    await settle(stage, at)
  }
  await settle(stage, until)
  const { rows } = await stage.database.rollup.query<{ left: number }>(
    'select count(*) as left from fact where delivered_at is null and street_id = $1',
    [stage.street],
  )
  if (rows[0]?.left !== 0) throw new Error(`${rows[0]?.left} facts were left undelivered`)
}
