import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
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
  /** Cuts what is sent: before it is heard, or when it is done and answered, so that the answer is lost. */
  cut(when: 'never' | 'request' | 'answer'): void
  /** Ends the program with every line that is open; `start` brings it back at the same address. */
  stop(): Promise<void>
  start(): Promise<void>
}

/** Serves the application to a browser, at a time of the test's own. Call it once at a file's top. */
export async function serveTo(database: Database): Promise<TestServer> {
  let now = testNow
  const log = pino({ level: process.env['HEARTH_LOG'] ?? 'silent' })
  const clock = () => now
  const application = createApplication({ database, clock, log, publicOrigin: null, demo: false })
  let cutting: 'never' | 'request' | 'answer' = 'never'
  const fetch = async (request: Request, env: HttpBindings): Promise<Response> => {
    const hangUp = request.method === 'POST' ? cutting : 'never'
    if (hangUp === 'request') env.incoming.socket.destroy()
    const answer = hangUp === 'request' ? new Response() : await application.fetch(request, env)
    if (hangUp === 'answer') env.incoming.socket.destroy()
    return answer
  }
  const listening = async (port: number) => {
    const opened = createAdaptorServer({ fetch: fetch as typeof application.fetch }) as Server
    opened.listen(port, '127.0.0.1')
    await once(opened, 'listening')
    return opened
  }
  let server = await listening(0)
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.close()
    server.closeAllConnections()
  }
  afterAll(stop)
  return {
    origin: `http://127.0.0.1:${port}`,
    cut(when) {
      cutting = when
    },
    stop,
    async start() {
      server = await listening(port)
    },
    at(instant) {
      now = instant
    },
    async settle() {
      await deliverWaiting({ database, journey, clock, log })
    },
  }
}
