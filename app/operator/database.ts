import type { Config } from '#app/platform/config.ts'
import { type Context, system } from '#app/platform/context.ts'
import {
  type Address,
  type Database,
  inStreet,
  openDatabase,
} from '#app/platform/database/connection.ts'
import { migrate } from '#app/platform/database/migrate.ts'
import { filesFolder } from '#app/platform/files/disk.ts'
import { checkServer } from '#app/platform/postgres/check-server.ts'
import { startPostgres } from '#app/platform/postgres/launcher.ts'
import { runningPostgres } from '#app/platform/postgres/running.ts'

/** A database that answers, and how to let go of it. */
export type Reached = { address: Address; stop(): Promise<void> }

/**
 * Reaches the database of the configuration: the server of DATABASE_URL, else the embedded one, which
 * a running Hearth has up already or which is started for as long as it is needed.
 */
export async function reachDatabase(config: Config): Promise<Reached> {
  const { databaseUrl, dataFolder } = config
  const nothing = async () => {}
  if (databaseUrl) {
    await checkServer(databaseUrl)
    return { address: { connectionString: databaseUrl }, stop: nothing }
  }
  const running = await runningPostgres(dataFolder)
  if (running) return { address: running, stop: nothing }
  const started = await startPostgres(dataFolder)
  return { address: started.connection, stop: started.stop }
}

/** Does something with the database as the application would, brought up to date first. */
export async function withDatabase<T>(
  config: Config,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const reached = await reachDatabase(config)
  try {
    await migrate(reached.address)
    const database = openDatabase(reached.address, filesFolder(config.dataFolder), () => {})
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    await reached.stop()
  }
}

/** What belongs to the whole installation, such as the divisions, is done in no street. */
export const noStreet = 0

/** Runs a command in one transaction of a street, as the program itself. */
export function asOperator<T>(
  database: Database,
  street: number,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const now = new Date()
  return inStreet(database, street, (tx) =>
    work({ street, now, actor: system, onBehalfOf: null, tx, files: database.files }),
  )
}
