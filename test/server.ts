import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { createApplication } from '#app/application.ts'
import { journey } from '#app/journey.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { deliverWaiting } from '#app/platform/worker.ts'
import { testNow } from './database.ts'

export type TestServer = {
  origin: string
  /** Sets the program's clock. */
  at(now: Date): void
  /** Lets everything follow that follows from what has happened. */
  settle(): Promise<void>
}

/** Serves the application to a browser, at a time of the test's own. Call it once at a file's top. */
export async function serveTo(database: Database): Promise<TestServer> {
  let now = testNow
  const log = pino({ level: process.env['HEARTH_LOG'] ?? 'silent' })
  const clock = () => now
  const application = createApplication({ database, clock, log, publicOrigin: null, demo: false })
  const server = createAdaptorServer(application).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => {
    server.close()
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    at(instant) {
      now = instant
    },
    async settle() {
      await deliverWaiting({ database, journey, clock, log })
    },
  }
}
