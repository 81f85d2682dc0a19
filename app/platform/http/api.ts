import { createHash } from 'node:crypto'
import type { Context as Exchange, Hono } from 'hono'
import { z } from 'zod'
import { inStreet } from '../database/connection.ts'
import { Refused } from '../errors.ts'
import type { Language } from '../language.ts'
import { answerOnce } from './answer-once.ts'
import { bodyOf, isJson } from './api-body.ts'
import { type Caller, callerOf, contextOf, usesMarked } from './api-caller.ts'
import { openApi } from './api-document.ts'
import { allowedAt, type Line, lineAt, linesOf } from './api-lines.ts'
import { problemResponse, Unanswered } from './api-problem.ts'
import type { ApiPart, Endpoint } from './endpoint.ts'
import { parse, typedOf } from './forms.ts'
import { fromOurOwnPages } from './origin.ts'
import { languageOf, originOf, type Site } from './site.tsx'
import type { FindReader } from './visitor.ts'

export type Api = {
  parts: readonly ApiPart[]
  version: string
  /** Whose token a program sends. */
  findTokenHolder: FindReader
}

/** Adds the API under /api; a failure that pages have too is left to the site. */
export function addApi(app: Hono, site: Site, api: Api): void {
  const lines = linesOf(api.parts)
  const markUse = usesMarked(site)
  const document = JSON.stringify(openApi(api.parts, api.version))
  app.get('/api/openapi.json', () => jsonResponse(document))
  app.all('/api/*', async (c) => {
    const path = new URL(c.req.url).pathname.slice('/api'.length)
    if (c.req.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: { allow: allowedAt(lines, path) } })
    const language = languageOf(c)
    try {
      const call = await callAt(site, api, c, lineAt(lines, c.req.method, path), language)
      const answer = await (call.line.endpoint.method === 'get'
        ? read(site, call)
        : write(site, c, call))
      await markUse(call.caller)
      return answer
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      return problemResponse(language, site.words[language].reasons, error.failure, error.headers)
    }
  })
}

/** One call of an endpoint. */
type Call = {
  line: Line
  params: Record<string, string>
  query: { after?: string; limit?: number }
  caller: Caller
  language: Language
  path: string
}

async function callAt(
  site: Site,
  api: Api,
  c: Exchange,
  at: { line: Line; params: Record<string, string> },
  language: Language,
): Promise<Call> {
  const { pathname, searchParams } = new URL(c.req.url)
  const { street, ...query } = parse(at.line.query, { ...typedOf(searchParams) }, language)
  const caller = await callerOf(site, api.findTokenHolder, c, street as number | undefined)
  return { ...at, query, caller, language, path: pathname }
}

function read(site: Site, { line: { endpoint }, params, query, caller, path }: Call) {
  const { after = null, limit = 0, ...rest } = query
  return inStreet(
    site.database,
    caller.street,
    async (tx) => {
      const ctx = await contextOf(tx, caller, endpoint.open)
      // One more than is shown tells whether there is a next page.
      const asked = { params, input: undefined, query: rest, after, limit: limit + 1 }
      const result = await endpoint.run(ctx, asked)
      return endpoint.paged
        ? pageResponse(endpoint, result as { id: string }[], { path, limit, query })
        : jsonResponse(JSON.stringify(outputOf(endpoint, result)))
    },
    'read only',
  )
}

/** Only what the output's schema lists goes out. A command that gives nothing is answered with {}. */
function outputOf(endpoint: Endpoint, result: unknown): unknown {
  return endpoint.output.parse(result ?? {})
}

function pageResponse(
  endpoint: Endpoint,
  found: readonly { id: string }[],
  { path, limit, query }: { path: string; limit: number; query: Call['query'] },
): Response {
  const rest = found
    .filter(({ id }) => query.after === undefined || id > query.after)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const items = rest.slice(0, limit)
  const next = rest.length > limit ? items.at(-1)!.id : null
  const body = JSON.stringify({ items: items.map((item) => outputOf(endpoint, item)), next })
  if (next === null) return jsonResponse(body)
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, limit, after: next })) {
    for (const each of [value].flat()) if (each !== undefined) search.append(name, String(each))
  }
  return jsonResponse(body, { link: `<${path}?${search}>; rel="next"` })
}

const IdempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .optional(),
})

/** Runs a command in one transaction; under the caller's key, once. */
async function write(site: Site, c: Exchange, call: Call): Promise<Response> {
  const { line, params, caller, language, path } = call
  const { endpoint } = line
  if (!isJson(c.req.header('content-type'))) throw new Unanswered('wrongType')
  if (caller.proof?.kind === 'cookie' && !fromOurOwnPages(c.req.raw.headers, originOf(site, c)))
    throw new Refused('foreignOrigin')
  const header = { 'Idempotency-Key': c.req.header('idempotency-key') }
  const { 'Idempotency-Key': key } = parse(IdempotencyKey, header, language)
  const body = await bodyOf(c.req.raw)
  const answer = await inStreet(site.database, caller.street, async (tx) => {
    const ctx = await contextOf(tx, caller, endpoint.open)
    const input = parse(endpoint.input!, body, language)
    const asked = { params, input, query: {}, after: null, limit: 0 }
    const work = async () => outputOf(endpoint, await endpoint.run(ctx, asked))
    if (key === undefined) return work()
    const sent = createHash('sha256').update(JSON.stringify(body)).digest('base64url')
    return answerOnce(ctx, key, `${path} ${sent}`, work)
  })
  return jsonResponse(JSON.stringify(answer))
}

function jsonResponse(body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    headers: {
      'content-type': 'application/json',
      'cache-control': 'private, no-store',
      ...headers,
    },
  })
}
