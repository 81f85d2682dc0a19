import { chmod, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { type Cluster, openCluster, owner } from './cluster.ts'
import { asRoot, lockDataFolder, openDataFolder, unwritable } from './data-folder.ts'
import { removeOrphans } from './orphans.ts'
import { installProgram } from './program.ts'
import { port, spawnServer, untilReady } from './server.ts'
import { makeSocketFolder } from './socket-folder.ts'
import { watch } from './watchdog.ts'

/** The running embedded server. */
export type EmbeddedPostgres = {
  /** Says everything out loud, so that PGPORT and the like in the environment change nothing. */
  connection: { host: string; port: number; user: string; database: string; ssl: false }
  /** Settles only where the server ends without having been asked to. */
  lost: Promise<void>
  stop(): Promise<void>
}

const database = 'hearth'
// Longer than this, a crash that the next start recovers from is the lesser evil.
const patience = 6_000

/**
 * Starts the PostgreSQL that comes with Hearth on the files in the data folder, and makes those where
 * there are none. It listens on a socket that only its own user reaches, and ends with this process.
 */
export async function startPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  const folder = resolve(dataFolder)
  await openDataFolder(folder)
  const unlock = lockDataFolder(folder)
  try {
    const pgFolder = join(folder, 'pg18')
    if (await mkdir(pgFolder, { recursive: true })) await chmod(pgFolder, asRoot() ? 0o711 : 0o700)
    const program = await installProgram(pgFolder)
    const cluster = await openCluster(program, pgFolder)
    await removeOrphans(cluster)
    return await launch(program, cluster, join(pgFolder, 'postgres.log'), unlock)
  } catch (error) {
    unlock()
    const { path } = error as NodeJS.ErrnoException
    throw path ? unwritable(path, error) : error
  }
}

async function launch(
  program: string,
  cluster: Cluster,
  logFile: string,
  unlock: () => void,
): Promise<EmbeddedPostgres> {
  const socketFolder = await makeSocketFolder(cluster.user)
  const server = await spawnServer(program, cluster, socketFolder, logFile)
  const stopWatching = watch(server.process, cluster.user, socketFolder)
  let asked = false
  const cleanUp = async () => {
    await server.ended
    await stopWatching()
    unlock()
  }
  const ended = cleanUp()
  const stop = async () => {
    asked = true
    server.process.kill('SIGINT')
    const quit = setTimeout(() => server.process.kill('SIGQUIT'), patience)
    await ended
    clearTimeout(quit)
  }
  const connection = { host: socketFolder, port, user: owner, database, ssl: false as const }
  try {
    await untilReady(server, cluster)
    await ensureDatabase(connection)
  } catch (error) {
    await stop()
    throw error
  }
  const lost = new Promise<void>((lose) => {
    void ended.then(() => asked || lose())
  })
  return { connection, lost, stop }
}

/** Makes the database where the server has none yet, and proves that it answers. */
async function ensureDatabase(connection: EmbeddedPostgres['connection']): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [database])
    if (found.rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}
