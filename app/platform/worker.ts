import pg from 'pg'
import type { Logger } from 'pino'
import { type Context, system } from './context.ts'
import { type Database, inStreet } from './database/connection.ts'
import type { Fact } from './facts.ts'
import type { AskForWork } from './jobs.ts'
import { later, minute } from './time.ts'

/** What follows from a fact. It may run twice and then has no second effect. */
export type Reaction = (ctx: Context, fact: Fact) => Promise<unknown>
export type Journey = Readonly<Record<string, readonly Reaction[]>>

type Delivery = {
  database: Database
  journey: Journey
  clock: () => Date
  log: Logger
  /** Asks for the long work that follows; nothing follows where nobody runs it. */
  askForWork?: AskForWork
}

/** Delivers every waiting fact of every street and says how many there were. */
export async function deliverWaiting(delivery: Delivery): Promise<number> {
  const { rows } = await delivery.database.rollup.query<{ street_id: number }>(
    'select distinct street_id from fact where delivered_at is null and next_try_at <= $1',
    [delivery.clock()],
  )
  let delivered = 0
  for (const row of rows) delivered += await deliverStreet(delivery, row.street_id)
  return delivered
}

async function deliverStreet(delivery: Delivery, street: number): Promise<number> {
  let delivered = 0
  while (await deliverNext(delivery, street)) delivered += 1
  return delivered
}

/** Takes the oldest waiting fact, runs its reactions and marks it, all in one transaction. */
async function deliverNext(delivery: Delivery, street: number): Promise<boolean> {
  const { database, journey, clock, log } = delivery
  const now = clock()
  let taken: Fact | undefined
  try {
    await inStreet(database, street, async (tx) => {
      taken = await tx
        .selectFrom('fact')
        .select(['id', 'name', 'subjectId', 'actorId', 'at', 'reason', 'details'])
        .where('streetId', '=', street)
        .where('deliveredAt', 'is', null)
        .where('nextTryAt', '<=', now)
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!taken) return
      const ctx: Context = {
        street,
        now,
        actor: system,
        onBehalfOf: null,
        tx,
        files: database.files,
      }
      for (const reaction of journey[taken.name] ?? []) await reaction(ctx, taken)
      // Asked for before the fact counts as delivered: rather twice than never.
      await delivery.askForWork?.(street, taken)
      await tx
        .updateTable('fact')
        .set({ deliveredAt: now })
        .where('streetId', '=', street)
        .where('id', '=', taken.id)
        .execute()
    })
  } catch (error) {
    if (!taken) throw error
    log.error({ error, fact: taken.name, id: taken.id, street }, 'a reaction failed')
    await putOff(delivery, street, taken.id, error)
  }
  return taken !== undefined
}

/** Tries a failed fact again after 1, 2, 4 … minutes, an hour at most, and keeps what went wrong. */
async function putOff(
  { database, clock }: Delivery,
  street: number,
  id: string,
  error: unknown,
): Promise<void> {
  const now = clock()
  await inStreet(database, street, async (tx) => {
    const { attempts } = await tx
      .selectFrom('fact')
      .select('attempts')
      .where('streetId', '=', street)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('fact')
      .set({
        attempts: attempts + 1,
        nextTryAt: later(now, Math.min(60, 2 ** attempts) * minute),
        lastError: String(error).slice(0, 500),
      })
      .where('streetId', '=', street)
      .where('id', '=', id)
      .execute()
  })
}

/** Delivers facts as they are recorded, and looks again every half minute for what was put off. */
export function startWorker(delivery: Delivery): { stop(): Promise<void> } {
  const { database, log } = delivery
  let stopped = false
  let wanted = false
  let running: Promise<void> | null = null
  let listener: pg.Client | null = null

  function wake(): void {
    wanted = true
    if (running || stopped) return
    running = drain().finally(() => {
      running = null
    })
  }
  async function drain(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false
      try {
        await deliverWaiting(delivery)
      } catch (error) {
        log.error({ error }, 'the worker could not reach the database')
      }
    }
  }
  async function listen(): Promise<void> {
    if (listener || stopped) return
    const client = new pg.Client(database.address)
    listener = client
    const lost = () => {
      if (listener === client) listener = null
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', wake)
    try {
      await client.connect()
      await client.query('listen fact')
    } catch {
      lost()
    }
  }
  const timer = setInterval(() => void listen().then(wake), 30_000)
  void listen().then(wake)

  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
      const client = listener
      listener = null
      await client?.end()
    },
  }
}
