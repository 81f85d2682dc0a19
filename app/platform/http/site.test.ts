import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createApplication } from '#app/application.ts'
import { newId } from '#app/platform/ids.ts'
import { committed, ownDatabase, testNow } from '#test/database.ts'
import { makeAppointed } from '#test/make.ts'
import { makeSeason } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()
const office = await committed(database, async (ctx) => {
  await makeSeason(ctx)
  return makeAppointed(ctx, 'office')
})
const application = createApplication({
  database,
  clock: () => testNow,
  log: pino({ level: 'silent' }),
  publicOrigin: null,
  demo: false,
})

const own = { host: 'localhost', origin: 'http://localhost' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

async function post(path: string, headers: Record<string, string>, body: BodyInit) {
  const response = await application.request(path, { method: 'POST', headers, body })
  return { status: response.status, words: textOf(await response.text()) }
}

test.each([
  ['from our own page', own, 303],
  ['from another site', { host: 'localhost', origin: 'http://elsewhere.example' }, 403],
  ['from a page without an origin', { host: 'localhost', origin: 'null' }, 403],
  ['from another port of the same host', { host: 'localhost', origin: 'http://localhost:81' }, 403],
  [
    'without an origin, led from our own page',
    { host: 'localhost', referer: 'http://localhost/say' },
    303,
  ],
  ['without an origin or a referrer', { host: 'localhost' }, 403],
])('a form %s', async (_, headers, status) => {
  const answer = await post(
    '/say?do=say',
    { ...headers, ...form },
    'page=%2F&words=%E4%BD%A0%E5%A5%BD',
  )
  expect(answer.status).toBe(status)
})

test.each([
  ['a body that is no form', { ...own, 'content-type': 'text/plain' }, 'x', 400],
  ['bytes that are no UTF-8', { ...own, ...form }, new Uint8Array([0x77, 0x3d, 0xff, 0xfe]), 400],
  ['escapes that are no UTF-8', { ...own, ...form }, 'page=%2F&words=%FF%FE', 400],
  [
    'a broken multipart body',
    { ...own, 'content-type': 'multipart/form-data; boundary=x' },
    'nonsense',
    400,
  ],
  ['a field name that would reach into objects', { ...own, ...form }, '__proto__.x=1&words=a', 400],
  ['a field name of ten parts', { ...own, ...form }, 'a.b.c.d.e.f.g.h.i.j=1', 400],
  ['a field that is not known', { ...own, ...form }, 'page=%2F&words=a&admin=1', 422],
  ['a form with ten thousand fields', { ...own, ...form }, 'a=1&'.repeat(10_000), 400],
  ['three megabytes', { ...own, ...form }, `words=${'a'.repeat(3_000_000)}`, 413],
  ['text longer than the field', { ...own, ...form }, `page=%2F&words=${'a'.repeat(2001)}`, 422],
])('%s is refused calmly', async (_, headers, body, status) => {
  expect((await post('/say?do=say', headers, body)).status).toBe(status)
})

test('a NUL is left out of what is stored', async () => {
  expect((await post('/say?do=say', { ...own, ...form }, 'page=%2F&words=a%00b')).status).toBe(303)
})

test.each(['/nowhere', '/orders/../../etc/passwd', '/%', '/%E4%BD', '/menu/%00', '/sessions/1'])(
  'the address %s leads to a calm page',
  async (path) => {
    const { status } = await (await visitor(database, office)).get(path)
    expect(status).toBe(404)
  },
)

test('an action that is none is not found, and one of an object neither', async () => {
  expect((await post('/say?do=nothing', { ...own, ...form }, '')).status).toBe(404)
  expect((await post('/say?do=constructor', { ...own, ...form }, '')).status).toBe(404)
})

test('a form sent after the sign-in ended keeps what was typed', async () => {
  const { status, html } = await (await visitor(database, null)).post('/seasons/new?do=open', {
    name: '冬训 2023',
  })
  expect(status).toBe(401)
  expect(html).toContain('value="冬训 2023"')
  expect(textOf(html)).toContain('再送一次')
})

test('every answer says what browsers may load', async () => {
  const response = await application.request('/', { headers: own })
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  )
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

test('only a page that says so may run WebAssembly', async () => {
  const policyOf = async (path: string) =>
    (await application.request(path, { headers: own })).headers.get('content-security-policy')!
  const scan = `/sessions/${newId()}/roll/scan`
  const [allowed, usual] = [await policyOf(scan), await policyOf(scan.replace('/scan', ''))]
  expect(allowed).toBe(`${usual}; script-src 'self' 'wasm-unsafe-eval'`)
})

test('the page is compressed for browsers that can read that', async () => {
  const zipped = await application.request('/', {
    headers: { ...own, 'accept-encoding': 'gzip, br' },
  })
  const plain = await application.request('/', { headers: own })
  expect([zipped.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual([
    'gzip',
    null,
  ])
})

test('language follows the cookie, then the browser', async () => {
  const ask = async (headers: Record<string, string>) =>
    (await (await application.request('/', { headers: { ...own, ...headers } })).text()).match(
      /<html lang="([^"]+)"/,
    )?.[1]
  expect(await ask({})).toBe('zh-CN')
  expect(await ask({ 'accept-language': 'en-GB,zh;q=0.8' })).toBe('en')
  expect(await ask({ 'accept-language': 'en', cookie: 'language=zh' })).toBe('zh-CN')
})
