import { pino } from 'pino'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { committed, otherStreet, ownDatabase, street, testNow } from '#test/database.ts'
import { system } from '../context.ts'
import { addApi } from './api.ts'
import { commandEndpoint, listEndpoint, readEndpoint } from './endpoint.ts'
import { createSite, type Site } from './site.tsx'

const database = await ownDatabase()
const Thing = z.object({ id: z.string(), at: z.date(), within: z.object({ name: z.string() }) })
const thing = (id: string) => ({
  id,
  at: testNow,
  phone: '10000000001',
  within: { name: '费桥村', idNumber: '110' },
})
const shown = (id: string) => ({
  id,
  at: '2022-01-12T02:00:00.000Z',
  within: { name: '费桥村' },
})

const endpoints = [
  readEndpoint({ path: '/thing', summary: '', output: Thing, run: async () => thing('a') }),
  listEndpoint({
    path: '/things',
    summary: '',
    query: z.object({}),
    output: Thing,
    run: async () => [thing('b'), thing('a')],
  }),
  commandEndpoint({
    path: '/thing',
    summary: '',
    input: z.strictObject({}),
    output: Thing,
    run: async () => thing('c'),
  }),
  commandEndpoint({
    path: '/nothing',
    summary: '',
    input: z.strictObject({}),
    output: z.object({}),
    run: async () => undefined,
  }),
  readEndpoint({
    path: '/broken',
    summary: '',
    output: Thing,
    run: async () => ({ id: 'a', at: 'no moment' }),
  }),
  readEndpoint({
    path: '/street',
    summary: '',
    open: true,
    output: z.object({ street: z.int() }),
    run: async (ctx) => ({ street: ctx.street }),
  }),
  readEndpoint({
    path: '/writes',
    summary: '',
    output: z.object({}),
    async run(ctx) {
      const row = { streetId: street, kind: 'planted', last: 1 }
      await ctx.tx.insertInto('numbering').values(row).execute()
      return {}
    },
  }),
]

const logged: string[] = []
const site: Site = {
  database,
  clock: () => testNow,
  log: pino({}, { write: (line) => logged.push(line) }),
  publicOrigin: null,
  demo: false,
  words: { zh: { reasons: {}, done: {} }, en: { reasons: {}, done: {} } },
  findReader: async () => null,
  streets: async () =>
    new Map([
      [street, { zh: '秦灶街道', en: 'Qinzao Street' }],
      [otherStreet, { zh: '另一个街道', en: 'Another street' }],
    ]),
  frame: () => '',
  tableFile: () => null,
  failurePage: () => '',
}
const app = createSite(site, [])
const reader = { actor: system, signInId: null, language: 'zh', large: false, unread: 0 } as const
addApi(app, site, {
  parts: [{ name: 'planted', endpoints }],
  version: '0',
  findTokenHolder: async () => reader,
})
const authorization = `Bearer ${street}.${'a'.repeat(43)}`

async function ask(path: string, body?: object, more: Record<string, string> = {}) {
  const response = await app.request(`/api${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { authorization, 'content-type': 'application/json', ...more },
  })
  return { status: response.status, body: await response.json() }
}

test('what an output’s schema does not list does not go out, at any depth', async () => {
  expect(await ask('/thing')).toEqual({ status: 200, body: shown('a') })
  expect(await ask('/things')).toEqual({
    status: 200,
    body: { items: [shown('a'), shown('b')], next: null },
  })
  expect(await ask('/thing', {})).toEqual({ status: 200, body: shown('c') })
})

test('neither in the answer to a repeated request, nor into what is kept for it', async () => {
  const key = { 'idempotency-key': 'planted' }
  for (let times = 0; times < 2; times += 1)
    expect(await ask('/thing', {}, key)).toEqual({ status: 200, body: shown('c') })
  const kept = await committed(database, (ctx) =>
    ctx.tx.selectFrom('requestKey').select('answer').where('key', '=', 'planted').execute(),
  )
  expect(kept).toEqual([{ answer: shown('c') }])
})

test('a command that gives nothing back is answered with an empty object', async () => {
  expect(await ask('/nothing', {})).toEqual({ status: 200, body: {} })
})

test.each(['/broken', '/writes'])(
  'a fault of the program, as %s has, is logged under the number it is answered with',
  async (path) => {
    const { status, body } = await ask(path)
    expect(status).toBe(500)
    expect(body).toEqual({
      type: '/api/docs#bug',
      title: '我们这边出了错',
      status: 500,
      detail: expect.any(String),
      reason: 'bug',
      requestId: expect.any(String),
    })
    expect(JSON.parse(logged.at(-1)!)).toMatchObject({
      requestId: body.requestId,
      path: `/api${path}`,
    })
  },
)

test('without a token the street may be said; the first one served is meant otherwise', async () => {
  const asNobody = async (path: string) => {
    const response = await app.request(`/api${path}`)
    return { status: response.status, body: await response.json() }
  }
  expect((await asNobody('/street')).body).toEqual({ street })
  expect((await asNobody(`/street?street=${otherStreet}`)).body).toEqual({ street: otherStreet })
  expect((await asNobody('/street?street=320613999')).status).toBe(404)
  expect((await ask(`/street?street=${otherStreet}`)).status).toBe(404)
  expect((await ask(`/street?street=${street}`)).body).toEqual({ street })
})
