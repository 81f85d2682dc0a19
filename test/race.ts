import { setTimeout } from 'node:timers/promises'
import type { Context } from '#app/platform/context.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { committed, reasonOf } from './database.ts'

const mostTries = 500

/**
 * Runs steps that all want the same row at the same moment: a first transaction holds the row until
 * every other one waits, then lets go. Says how each came out: its reason, or 'done'. At most eight.
 */
export async function allAtOnce(
  database: Database,
  hold: (ctx: Context) => Promise<unknown>,
  steps: readonly (() => Promise<unknown>)[],
): Promise<string[]> {
  const { started } = await committed(database, async (ctx) => {
    await hold(ctx)
    const started = steps.map((step) => step().then(() => 'done', reasonOf))
    await untilWaiting(database, steps.length)
    // In an object, so that the transaction ends before they are waited for.
    return { started }
  })
  return Promise.all(started)
}

async function untilWaiting(database: Database, howMany: number): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { rows } = await database.rollup.query<{ waiting: string }>(`
      select count(distinct pg_locks.pid) as waiting from pg_locks
      join pg_stat_activity on pg_stat_activity.pid = pg_locks.pid
      where not granted and datname = current_database()`)
    if (Number(rows[0]?.waiting) >= howMany) return
    await setTimeout(10)
  }
  throw new Error(`after ${mostTries} tries fewer than ${howMany} transactions wait`)
}
