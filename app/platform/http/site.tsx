import { createHash } from 'node:crypto'
import { type Context as Exchange, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { matchedRoutes } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import type { Head } from '#app/ui/document.tsx'
import { type Context, nobody } from '../context.ts'
import { type Database, inStreet, type Tx } from '../database/connection.ts'
import { found, NotFound, Refused } from '../errors.ts'
import { newId } from '../ids.ts'
import { type InLanguages, type Language, type Sentence, said } from '../language.ts'
import { streetOfLink } from '../signing.ts'
import { answerOnce } from './answer-once.ts'
import { isOfApi, problemResponse } from './api-problem.ts'
import { cookieLine } from './cookies.ts'
import { type Failure, failureOf, statusOf } from './failures.ts'
import { filesOf, formOf, parse, type Typed, treeOf, typedOf } from './forms.ts'
import { fromOurOwnPages } from './origin.ts'
import type { AnyPage, Download, Going, Once, Route, Visit } from './page.ts'
import { htmlResponse } from './responses.ts'
import { readToken, type Token } from './token.ts'
import type { FindReader, Reader } from './visitor.ts'

/** The sentences that no page owns: for reasons, and for what was just done. */
export type SiteWords = InLanguages<{
  reasons: Record<string, Sentence>
  done: Record<string, string>
}>

/** The streets served, by id, in the order they were opened. */
export type Streets = ReadonlyMap<number, InLanguages<string>>

export type Site = {
  database: Database
  clock: () => Date
  log: Logger
  /** The origin people use, where a proxy stands before the program; else the Host header's. */
  publicOrigin: string | null
  /** Whether anyone may be one of the demo's people. */
  demo: boolean
  words: SiteWords
  findReader: FindReader
  /** The streets served, by id. */
  streets(): Promise<Streets>
  /** The whole document around a page. */
  frame(visit: Visit, shown: Framed): string
  /** The file of one table of a page, or null where the page shows no such table. */
  tableFile(visit: Visit, shown: Omit<Framed, 'done'>, key: string): Promise<Response> | null
  /** A page that says calmly what went wrong. */
  failurePage(visit: Visit, failure: Failure, typed: Typed | null): string
}

/** What the frame is given to put around. */
export type Framed = { title: string; head?: Head; done: string | null; content: unknown }

const mostBytes = 2 * 1024 * 1024

/** The application: every page of the routes, with the rules of HTTP that all of them share. */
export function createSite(site: Site, routes: readonly Route[]): Hono {
  const app = new Hono()
  const running = routes.flatMap(([url, page]) => ('wasm' in page && page.wasm ? [url] : []))
  app.use((c, next) => {
    const runs = matchedRoutes(c).some(({ path }) => running.includes(path))
    return (runs ? headersWithWasm : headers)(c, next)
  })
  const limited = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => fail(site, c, new TooLarge()) })
  app.use('/api/*', limited(mostBytes))
  for (const [url, page] of routes) {
    app.get(url, (c) => serve(site, c, page))
    if (!('actions' in page)) continue
    app.post(
      url,
      (c, next) => limited(actionOf(page, c.req.query('do'))?.mostBytes ?? mostBytes)(c, next),
      (c) => serve(site, c, page),
    )
  }
  app.notFound((c) => fail(site, c, new NotFound('no such page')))
  app.onError((error, c) => fail(site, c, error))
  return app
}

class TooLarge extends Error {}

/** The action that a form is posted to. */
function actionOf(page: AnyPage, name = '') {
  return page.actions && Object.hasOwn(page.actions, name) ? page.actions[name] : undefined
}

const policy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
}

const headersUnder = (contentSecurityPolicy: typeof policy & { scriptSrc?: string[] }) =>
  secureHeaders({
    contentSecurityPolicy,
    strictTransportSecurity: false,
    // Not `no-referrer`, under which browsers say that their own forms come from nowhere.
    referrerPolicy: 'same-origin',
  })
const headers = headersUnder(policy)
const headersWithWasm = headersUnder({
  ...policy,
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
})

async function serve(site: Site, c: Exchange, page: AnyPage | Download): Promise<Response> {
  const token = readToken(getCookie(c, 'hearth'))
  const streets = await site.streets()
  const street = streetOf(streets, c, token?.street)
  const visit = visitOf(site, c)
  visit.reader.streetName = streets.get(street)?.[visit.language] ?? ''
  for (const [name, value] of Object.entries(visit.params)) {
    if (name.endsWith('Id') && !uuid.test(value)) throw new NotFound('not an id')
  }
  if (c.req.method !== 'POST') return show(site, c, page, { street, token, visit })
  if (!fromOurOwnPages(c.req.raw.headers, visit.origin)) throw new Refused('foreignOrigin')
  return act(site, c, page as AnyPage, { street, token, visit })
}

type Asked = { street: number; token: Token | null; visit: Visit }
type Redo = { action: string; typed: Typed; failure: Failure }

/** Answers GET; shows a form again with what was typed where an action failed, or what it hands over. */
async function show(
  site: Site,
  c: Exchange,
  page: AnyPage | Download,
  asked: Asked,
  redo?: Redo | Once,
): Promise<Response> {
  const { visit } = asked
  const load = async (tx: Tx): Promise<Response | { data: unknown }> => {
    const ctx = await contextOf(site, tx, asked)
    if (!page.open && ctx.actor.kind === 'nobody') return toSignIn(visit)
    return 'respond' in page ? page.respond(ctx, visit) : { data: await page.load(ctx, visit) }
  }
  const keeps = 'respond' in page && page.keeps
  const access = keeps ? 'read write' : 'read only'
  const loaded = await inStreet(site.database, asked.street, load, access)
  // Drawn after the transaction, so that a connection is held for no longer than it is read from.
  if (loaded instanceof Response) return loaded
  if (visit.whole) return tableOf(site, page as AnyPage, visit, loaded.data)
  return draw(site, c, page as AnyPage, visit, loaded.data, redo)
}

/** A table of a page, as the page itself would show it, to keep. */
async function tableOf(site: Site, page: AnyPage, visit: Visit, data: unknown): Promise<Response> {
  const form = () => ({ values: {}, issues: {} })
  const content = page.view({ data, visit, form, formKey: '', once: null })
  const title = page.title(data, visit.language)
  return found(await site.tableFile(visit, { title, content }, visit.query.get('export')!))
}

function draw(
  site: Site,
  c: Exchange,
  page: AnyPage,
  visit: Visit,
  data: unknown,
  redo: Redo | Once | undefined,
): Response {
  const failed = redo && 'failure' in redo ? redo : null
  const content = page.view({
    data,
    visit,
    form: (action) => formStateOf(site, visit.language, failed?.action === action ? failed : null),
    formKey: newId(),
    once: redo && 'once' in redo ? redo.once : null,
  })
  const done = visit.query.get('done')
  const html = site.frame(visit, {
    title: page.title(data, visit.language),
    ...(page.head && { head: page.head(data, visit) }),
    done: done === null ? null : (site.words[visit.language].done[done] ?? null),
    content,
  })
  return htmlResponse(c.req.raw.headers, html, failed ? statusOf(failed.failure) : 200)
}

/** Runs the posted form's command in one transaction and goes where it leads. */
async function act(site: Site, c: Exchange, page: AnyPage, asked: Asked): Promise<Response> {
  const { visit } = asked
  const name = visit.query.get('do') ?? ''
  const action = actionOf(page, name)
  if (!action) throw new NotFound('no such action')
  const form = await formOf(c.req.raw)
  const typed = typedOf(form)
  try {
    const going = await inStreet(
      site.database,
      asked.street,
      async (tx): Promise<Going | Once | null> => {
        const ctx = await contextOf(site, tx, asked)
        if (!page.open && ctx.actor.kind === 'nobody') return null
        const input = parse(
          action.input,
          { ...(treeOf(typed) as object), ...filesOf(form) },
          visit.language,
        )
        const key = form.get('_key')
        if (typeof key !== 'string') return action.run(ctx, input, visit)
        const sent = createHash('sha256').update(JSON.stringify(typed)).digest('base64url')
        return answerOnce(ctx, `${key}.${sent}`, visit.here, () => action.run(ctx, input, visit))
      },
    )
    if (!going)
      return htmlResponse(
        c.req.raw.headers,
        site.failurePage(visit, { kind: 'signedOut' }, typed),
        401,
      )
    return 'once' in going ? show(site, c, page, asked, going) : redirect(going, visit)
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'invalid' && failure.kind !== 'refused') throw error
    return show(site, c, page, asked, { action: name, typed, failure })
  }
}

async function contextOf(site: Site, tx: Tx, asked: Asked): Promise<Context> {
  const { street, token, visit } = asked
  const base = {
    street,
    now: visit.now,
    tx,
    files: site.database.files,
    address: visit.address,
  }
  const found = token?.street === street ? await site.findReader(base, token.hash) : null
  if (found) Object.assign(visit.reader, found)
  return { ...base, actor: visit.reader.actor, onBehalfOf: null }
}

function formStateOf(site: Site, language: Language, redo: Redo | null) {
  if (!redo) return { values: {}, issues: {} }
  const { failure, typed } = redo
  // A rule names its reason at the field; a schema's sentence stands there already.
  const { reasons } = site.words[language]
  if (failure.kind === 'invalid')
    return {
      values: typed,
      issues: Object.fromEntries(
        Object.entries(failure.issues).map(([at, issue]) => [at, said(reasons, issue) ?? issue]),
      ),
    }
  return { values: typed, issues: {}, refusal: sentenceFor(site.words, language, failure) }
}

/** The sentence of a refusal; a reason without one of its own is answered in general words. */
function sentenceFor(words: SiteWords, language: Language, failure: Failure): string {
  const { reasons } = words[language]
  const refused = failure.kind === 'refused' && said(reasons, failure.reason, failure.details)
  return refused || said(reasons, 'refused')!
}

/** Shows what went wrong; a bug is logged under the request's id and said calmly. */
async function fail(site: Site, c: Exchange, error: unknown): Promise<Response> {
  const failure = error instanceof TooLarge ? ({ kind: 'tooLarge' } as const) : failureOf(error)
  const requestId = newId()
  if (failure.kind === 'bug')
    site.log.error({ err: error, requestId, path: c.req.path }, 'a request failed')
  const shown = failure.kind === 'bug' ? { ...failure, requestId } : failure
  const language = languageOf(c)
  if (isOfApi(c.req.path)) return problemResponse(language, site.words[language].reasons, shown)
  const visit = visitOf(site, c)
  const token = readToken(getCookie(c, 'hearth'))
  if (token && failure.kind !== 'bug') {
    // The frame should still know who reads, so that the way back is one tap.
    await inStreet(
      site.database,
      token.street,
      (tx) => contextOf(site, tx, { street: token.street, token, visit }),
      'read only',
    )
  }
  return htmlResponse(c.req.raw.headers, site.failurePage(visit, shown, null), statusOf(failure))
}

function visitOf(site: Site, c: Exchange): Visit {
  const url = new URL(c.req.url)
  const language = languageOf(c)
  const reader: Reader = {
    actor: nobody,
    signInId: null,
    streetName: '',
    language,
    large: getCookie(c, 'text') === 'large',
    unread: 0,
  }
  return {
    params: c.req.param() as Record<string, string>,
    query: url.searchParams,
    language,
    now: site.clock(),
    reader,
    asked: c.req.raw.headers,
    here: url.pathname + url.search,
    origin: originOf(site, c),
    address: addressOf(site, c),
    device: (c.req.header('user-agent') ?? '').slice(0, 200),
    demo: site.demo,
    whole: c.req.method === 'GET' && url.searchParams.has('export'),
  }
}

/** The origin that people see in their address bar. */
export function originOf(site: Site, c: Exchange): string {
  const url = new URL(c.req.url)
  return site.publicOrigin ?? `${url.protocol}//${c.req.header('host') ?? url.host}`
}

/** The language chosen in this browser, else the one it asks for. */
export function languageOf(c: Exchange): Language {
  const chosen = getCookie(c, 'language')
  if (chosen === 'zh' || chosen === 'en') return chosen
  return /^\s*en/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'zh'
}

/**
 * From where a request came. A proxy says so in a header, which anyone could write who asks the
 * program directly: it counts only where a proxy is configured, and then its own last word.
 */
export function addressOf(site: Site, c: Exchange): string {
  const proxied = site.publicOrigin !== null ? c.req.header('x-forwarded-for') : undefined
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)
    ?.incoming?.socket
  return proxied?.split(',').at(-1)?.trim() ?? socket?.remoteAddress ?? ''
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The street of a signed link or a feed, of the sign-in, or the last choice; else the only or first one served. */
function streetOf(streets: Streets, c: Exchange, signedIn: number | undefined): number {
  const linked =
    streetOfLink(c.req.param('token') ?? c.req.query('key')) ??
    readToken(c.req.param('secret'))?.street
  const chosen = [Number(c.req.query('street')), Number(getCookie(c, 'street'))]
  const wanted = [linked, signedIn, ...chosen]
  const street = wanted.find((id) => id !== undefined && streets.has(id)) ?? [...streets.keys()][0]
  return street ?? 0
}

function toSignIn(visit: Visit): Response {
  return new Response(null, {
    status: 302,
    headers: { location: `/sign-in?from=${encodeURIComponent(visit.here)}` },
  })
}

function redirect(going: Going, visit: Visit): Response {
  const to = new URL(going.to, visit.origin)
  if (going.done) to.searchParams.set('done', going.done)
  const headers = new Headers({ location: to.pathname + to.search + to.hash })
  for (const [name, value] of Object.entries(going.cookies ?? {})) {
    headers.append('set-cookie', cookieLine(name, value, visit.origin.startsWith('https:')))
  }
  return new Response(null, { status: 303, headers })
}
