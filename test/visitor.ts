import { pino } from 'pino'
import { createApplication } from '#app/application.ts'
import type { Context } from '#app/platform/context.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { newToken, tokenHash, writeToken } from '#app/platform/http/token.ts'
import { newId } from '#app/platform/ids.ts'
import type { Language } from '#app/platform/language.ts'
import { day, later } from '#app/platform/time.ts'
import { committed, testNow, street as usualStreet } from './database.ts'

export type Answer = {
  status: number
  html: string
  bytes: Uint8Array
  location: string | null
}

/** A browser that asks the application in process: signed in as a person, or as nobody. */
export type Visitor = {
  get(path: string): Promise<Answer>
  /** Posts a form's fields, as the page that shows it would; with a file where it is a FormData. */
  post(path: string, fields: Record<string, string> | FormData): Promise<Answer>
}

type More = { language?: Language; street?: number; now?: Date }

/** Opens the application over a database of the test's own and signs the person in. */
export async function visitor(
  database: Database,
  person: { id: string } | null,
  { language = 'zh', street = usualStreet, now = testNow }: More = {},
): Promise<Visitor> {
  const cookie = [`language=${language}`, `street=${street}`]
  if (person) cookie.push(`hearth=${await signInCookie(database, person, { street, now })}`)
  const application = createApplication({
    database,
    clock: () => now,
    log: pino({ level: 'silent' }),
    publicOrigin: null,
    demo: true,
  })
  const headers = { cookie: cookie.join('; '), host: 'localhost', origin: 'http://localhost' }
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await application.request(path, { headers, ...init })
    const location = response.headers.get('location')
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, html: new TextDecoder().decode(bytes), bytes, location }
  }
  return {
    get: (path) => ask(path, {}),
    post(path, fields) {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
      return ask(path, { method: 'POST', body })
    },
  }
}

/** Signs a person in, in the database, and gives the value of the cookie that a browser then has. */
export async function signInCookie(
  database: Database,
  person: { id: string },
  { street = usualStreet, now = testNow }: { street?: number; now?: Date } = {},
): Promise<string> {
  const token = newToken()
  const signIn = (ctx: Context) =>
    ctx.tx
      .insertInto('signIn')
      .values({
        streetId: street,
        id: newId(),
        personId: person.id,
        tokenHash: tokenHash(token),
        device: 'test',
        madeAt: now,
        seenAt: now,
        expiresAt: later(now, 60 * day),
      })
      .execute()
  await committed(database, signIn, { street, now })
  return writeToken(street, token)
}

/** A page's words, without its tags and with one space where there were several. */
export function textOf(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}
