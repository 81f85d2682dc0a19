import { pino } from 'pino'
import { createApplication } from '#app/application.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { testNow } from './database.ts'
import type { Visitor } from './visitor.ts'

type More = { demo?: boolean; now?: () => Date; address?: string }

/** A browser that nobody has signed in, and that keeps the cookies it is given. */
export function freshBrowser(
  database: Database,
  { demo = false, now = () => testNow, address = '192.0.2.1' }: More = {},
): Visitor & { cookies: Map<string, string> } {
  const cookies = new Map<string, string>()
  const log = pino({ level: 'silent' })
  const application = createApplication({ database, clock: now, log, publicOrigin: null, demo })
  let origin = 'http://localhost'
  const ask = async (path: string, init: RequestInit) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      cookie,
      host: 'localhost',
      origin,
      'x-forwarded-for': address,
      'user-agent': 'Mozilla/5.0 (Linux; Android 9) Chrome/86.0 MicroMessenger/8.0.2',
    }
    const response = await application.request(path, { headers, ...init })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    // A page that keeps its address to itself makes browsers send its forms from nowhere.
    origin = response.headers.get('referrer-policy') === 'no-referrer' ? 'null' : 'http://localhost'
    const location = response.headers.get('location')
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, html: new TextDecoder().decode(bytes), bytes, location }
  }
  return {
    cookies,
    get: (path) => ask(path, {}),
    post: (path, fields) =>
      ask(path, {
        method: 'POST',
        body: fields instanceof FormData ? fields : new URLSearchParams(fields),
      }),
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
  if (/max-age=0/i.test(line)) cookies.delete(name!)
  else cookies.set(name!, value!)
}
