import type { Logger } from 'pino'
import { type Context, system } from '#app/platform/context.ts'
import { type Database, inStreet } from '#app/platform/database/connection.ts'
import type { SmsTransport } from '#app/platform/sms.ts'
import { claimMessages } from './claim-messages.ts'
import { gatherDue, type Say } from './gather-due.ts'
import { markSent } from './mark-sent.ts'

export type Sending = {
  database: Database
  clock: () => Date
  log: Logger
  transport: SmsTransport
  say: Say
  /** What people type to get here: a message says where to read more. */
  publicOrigin: string
}

/** Sends what is due in every street: each person's notices as one message, and codes at once. */
export async function sendDueNotices(sending: Sending): Promise<void> {
  const { rows } = await sending.database.rollup.query<{ street_id: number }>(
    `select street_id from notice where sent_at is null and channel = 'sms' and due_at <= $1
    union select street_id from message where sent_at is null and next_try_at <= $1`,
    [sending.clock()],
  )
  for (const row of rows) await sendInStreet(sending, row.street_id)
}

async function sendInStreet(sending: Sending, street: number): Promise<void> {
  const inTurn = <T>(work: (ctx: Context) => Promise<T>) =>
    inStreet(sending.database, street, (tx) => {
      const { files } = sending.database
      return work({ street, now: sending.clock(), actor: system, onBehalfOf: null, tx, files })
    })
  const { say, publicOrigin: origin } = sending
  await inTurn((ctx) => gatherDue(ctx, { say, origin }))
  for (const message of await inTurn(claimMessages)) {
    const error = await hand(sending, message)
    await inTurn((ctx) => markSent(ctx, { messageId: message.id, error }))
  }
}

/** Outside every transaction: a carrier may take its time. */
async function hand(
  { transport, log }: Sending,
  message: { id: string; phone: string; body: string },
): Promise<string | null> {
  try {
    await transport.send(message.phone, message.body)
    return null
  } catch (error) {
    log.error({ err: error, message: message.id }, 'a message could not be sent')
    return String(error)
  }
}

const everySoOften = 3000

/** Sends what is due every few seconds: whoever waits for a code is standing at the door. */
export function startSender(sending: Sending): { stop(): Promise<void> } {
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    running ??= sendDueNotices(sending)
      .catch((error: unknown) =>
        sending.log.error({ err: error }, 'the sender could not reach the database'),
      )
      .finally(() => {
        running = null
      })
  }, everySoOften)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
