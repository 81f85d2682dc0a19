import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { type Logger, pino } from 'pino'
import { createApplication } from '#app/application.ts'
import { journey } from '#app/journey.ts'
import { fillHolidays } from '#app/modules/organisation/holidays/fill-holidays.ts'
import { openStreets } from '#app/modules/organisation/queries.ts'
import { type Address, openDatabase } from '#app/platform/database/connection.ts'
import { migrate } from '#app/platform/database/migrate.ts'
import { filesFolder } from '#app/platform/files/disk.ts'
import { giveMemoryBack } from '#app/platform/idle-memory.ts'
import { startJobs } from '#app/platform/jobs.ts'
import { checkServer } from '#app/platform/postgres/check-server.ts'
import { openDataFolder } from '#app/platform/postgres/data-folder.ts'
import { startPostgres } from '#app/platform/postgres/launcher.ts'
import { portTaken, StartError } from '#app/platform/start-error.ts'
import { stopRequested } from '#app/platform/stop-requests.ts'
import { startWorker } from '#app/platform/worker.ts'
import { longJobs, schedule, startSending } from '#app/schedule.ts'
import type { Asked, Words } from './command.ts'
import { asOperator, noStreet } from './database.ts'
import { ensureDemo } from './demo.ts'
import { offerSetUp } from './set-up.ts'

const clock = () => new Date()
/** How long requests may take to end once the program is asked to stop. */
const forRequests = 3_000
/** When the program ends whatever is still open: what was acknowledged is on disk by then. */
const forEverything = 9_500

// Each connection is a process of the database with 14 MB of its own; more than this machine has cores
// for only wait for each other.
const onThisMachine = 5
const onServer = 10

/** What was opened, to be closed in the opposite order. */
type Closers = (() => Promise<void>)[]
type Lose = (why: StartError) => void

/** `hearth serve`: runs Hearth until it is asked to stop, or loses its database. */
export async function serve(asked: Asked): Promise<void> {
  const log = pino({ level: asked.config.logLevel }, pino.destination(2))
  const closers: Closers = []
  const ended = Promise.withResolvers<void>()
  void stopRequested(process.env).then(ended.resolve)
  try {
    await Promise.race([start(asked, log, closers, ended.reject), ended.promise])
    await ended.promise
  } finally {
    setTimeout(() => process.exit(), forEverything).unref()
    for (const close of closers.toReversed()) {
      await close().catch((error: unknown) => log.error({ err: error }, 'could not close'))
    }
  }
}

async function start(asked: Asked, log: Logger, closers: Closers, lose: Lose): Promise<void> {
  const { config, t, print } = asked
  await ensureFree(config.port, t)
  const address = await reach(asked, closers, lose)
  await migrate(address)
  if (config.demo) await ensureDemo(address, asked, closers)
  let closing = false
  const lost = ({ message }: Error) => {
    // The last connections may outlive their pool until the server goes.
    if (!closing) log.error({ message }, 'a connection failed')
  }
  const files = filesFolder(config.dataFolder)
  const database = openDatabase(address, files, lost, config.databaseUrl ? onServer : onThisMachine)
  closers.push(async () => {
    closing = true
    await database.close()
  })
  await asOperator(database, noStreet, fillHolidays)
  const streets = await openStreets(database)
  if (streets.size === 0) await offerSetUp(database, asked)
  const { publicOrigin, demo } = config
  const origin = `http://localhost:${config.port}`
  const application = createApplication({ database, clock, log, publicOrigin, demo })
  const sender = startSending({ database, clock, log, publicOrigin: publicOrigin ?? origin })
  closers.push(() => sender.stop())
  const openNow = async () => (await openStreets(database)).keys()
  const jobs = await startJobs({ database, schedule, longJobs, streets: openNow, clock, log })
  closers.push(() => jobs.stop())
  const worker = startWorker({ database, journey, clock, log, askForWork: jobs.ask })
  closers.push(() => worker.stop())
  const memory = giveMemoryBack()
  closers.push(async () => memory.stop())
  const server = createAdaptorServer({ fetch: application.fetch }) as Server
  server.on('request', () => memory.asked())
  await listen(server, config.port, t)
  closers.push(() => drain(server))
  print(`Hearth ready: ${origin}`)
}

async function reach({ config, t }: Asked, closers: Closers, lose: Lose): Promise<Address> {
  if (config.databaseUrl) {
    await openDataFolder(config.dataFolder)
    await checkServer(config.databaseUrl)
    return { connectionString: config.databaseUrl }
  }
  const embedded = await startPostgres(config.dataFolder)
  closers.push(() => embedded.stop())
  void embedded.lost.then(() => lose(new StartError(t.databaseLost(config.dataFolder))))
  return embedded.connection
}

/** Says at once that the port is taken, before anything is loaded. */
async function ensureFree(port: number, t: Words): Promise<void> {
  const probe = createServer()
  await listen(probe, port, t)
  probe.close()
  await once(probe, 'close')
}

async function listen(server: Server, port: number, t: Words): Promise<void> {
  try {
    server.listen(port)
    await once(server, 'listening')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw portTaken(port)
    throw new StartError(t.portRefused(port, code), { cause: error })
  }
}

/** Takes no more requests and lets those under way end. */
async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const cut = setTimeout(() => server.closeAllConnections(), forRequests)
  await closed
  clearTimeout(cut)
}
