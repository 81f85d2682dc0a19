import { pino } from 'pino'
import { expect } from 'vitest'
import { createApplication } from '#app/application.ts'
import { makeApiToken } from '#app/modules/people/accounts/make-api-token.ts'
import { startSignIn } from '#app/modules/people/accounts/start-sign-in.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { committed, testNow, street as usualStreet } from './database.ts'
import { another, as } from './make.ts'

// oxlint-disable-next-line no-explicit-any -- a test knows what it is answered
export type ApiAnswer = { status: number; body: any; headers: Headers }

/** A program that asks the API in process, with a token or without one. */
export type Program = {
  get(path: string, headers?: Record<string, string>): Promise<ApiAnswer>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<ApiAnswer>
  ask(path: string, init: RequestInit): Promise<ApiAnswer>
}

/** The application over a test's own database, asked with this token. */
export function program(database: Database, token: string | null): Program {
  const application = createApplication({
    database,
    clock: () => testNow,
    log: pino({ level: 'silent' }),
    publicOrigin: null,
    demo: false,
  })
  const base = { host: 'localhost', ...(token !== null && { authorization: `Bearer ${token}` }) }
  const ask = async (path: string, { headers, ...init }: RequestInit): Promise<ApiAnswer> => {
    const all = { ...base, ...(headers as Record<string, string>) }
    const response = await application.request(`/api${path}`, { ...init, headers: all })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      body: isJson && text !== '' ? JSON.parse(text) : text,
      headers: response.headers,
    }
  }
  return {
    ask,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  }
}

/** A token that a person has made, with its id. */
export function tokenOf(
  database: Database,
  person: { id: string },
  street = usualStreet,
): Promise<{ id: string; token: string }> {
  return committed(
    database,
    async (ctx) => makeApiToken(await as(ctx, person), { name: `程序 ${another()}` }),
    { street },
  )
}

/** What the browser of a person who is signed in sends. */
export async function cookieOf(database: Database, person: { id: string }): Promise<string> {
  const browser = { personId: person.id, device: 'test', signInId: null }
  const { cookie } = await committed(database, (ctx) => startSignIn(ctx, browser))
  return `hearth=${cookie}`
}

/** What a problem is known by; it has to be one. */
export function problemOf({ status, body, headers }: ApiAnswer): {
  status: number
  reason: string
} {
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
  return { status, reason: body.reason }
}
