import { rm } from 'node:fs/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import type { Visit } from '#app/platform/http/page.ts'
import { committed, ownDatabase, street, testNow } from '#test/database.ts'
import { fileOf, wav } from '#test/make-files.ts'
import { createSite } from '../http/site.tsx'
import { pathOf } from './disk.ts'
import { keepFile } from './keep-file.ts'
import { rangeOf } from './range.ts'
import { serveFile } from './serve-file.ts'

const database = await ownDatabase()
const bytes = wav(50)
const limits = { kinds: ['audio' as const], mostBytes: 1_000_000 }
const file = await committed(database, (ctx) =>
  keepFile(ctx, fileOf(bytes, '老兵 讲"话".wav'), limits),
)

const names = { reasons: {}, done: {} }
const site = {
  database,
  clock: () => testNow,
  log: pino({ level: 'silent' }),
  publicOrigin: null,
  demo: false,
  words: { zh: names, en: names },
  findReader: async () => null,
  streets: async () => new Map([[street, { zh: '', en: '' }]]),
  frame: () => '',
  failurePage: () => '',
  tableFile: () => null,
}
const download = {
  open: true,
  respond: (ctx: Context, visit: Visit) => serveFile(ctx, visit, visit.params['fileId']!),
}
const app = createSite(site, [['/files/:fileId', download]])
const ask = (headers = {}, id = file.id, method = 'GET') =>
  app.request(`/files/${id}`, { headers: { host: 'localhost', ...headers }, method })

test('a file comes whole, as what it is and nothing else', async () => {
  const answer = await ask()
  const headers = Object.fromEntries(answer.headers)
  expect(answer.status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'audio/wav',
    'content-length': String(bytes.length),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('老兵 讲话.wav')}`,
  })
  expect(headers['cache-control']).toMatch(/^private/)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
})

test.each<[string, number, number]>([
  ['bytes=0-99', 0, 100],
  ['bytes=300000-', 300_000, bytes.length],
  ['bytes=-500', bytes.length - 500, bytes.length],
  ['bytes=400000-999999999', 400_000, bytes.length],
])('%s is answered with that part', async (range, from, to) => {
  const answer = await ask({ range })
  expect(answer.status).toBe(206)
  expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${bytes.length}`)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes.subarray(from, to))
})

test('a part that is not there is 416, and what is no single range is the whole', async () => {
  const none = await ask({ range: 'bytes=9999999-' })
  expect([none.status, none.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])
  for (const range of ['bytes=0-1,5-6', 'lines=1-2', 'bytes=5-2', 'bytes=-'])
    expect([range, rangeOf(range, bytes.length)]).toEqual([range, 'whole'])
  expect(rangeOf('bytes=-0', bytes.length)).toBe(null)
})

test('what the browser has already is not sent again, and a part of something else never', async () => {
  const etag = (await ask()).headers.get('etag')!
  expect((await ask({ 'if-none-match': `"x", ${etag}` })).status).toBe(304)
  expect((await ask({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206)
  expect((await ask({ range: 'bytes=0-9', 'if-range': '"older"' })).status).toBe(200)
})

test('a question for the head opens nothing', async () => {
  const answer = await ask({}, file.id, 'HEAD')
  expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(bytes.length)])
  expect(await answer.text()).toBe('')
})

test('a file that is not there is not found, be it without its row or without its bytes', async () => {
  expect((await ask({}, '0190a0a0-0000-7000-8000-000000000000')).status).toBe(404)
  await rm(pathOf(database.files, street, file.sha256))
  expect((await ask()).status).toBe(404)
})
