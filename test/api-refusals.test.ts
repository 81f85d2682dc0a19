import { describe, expect, test } from 'vitest'
import { api } from '#app/api.ts'
import { lineName } from '#app/platform/http/endpoint.ts'
import { committed, ownDatabase } from './database.ts'
import { makeAppointed, makeStreet } from './make.ts'
import { problemOf, program, tokenOf } from './program.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => ({
  top: await makeStreet(ctx),
  office: await makeAppointed(ctx, 'office'),
}))
const office = program(database, (await tokenOf(database, made.office)).token)
const nobody = program(database, null)
const nowhere = '01990000-0000-7000-8000-000000000001'
const json = { 'content-type': 'application/json' }

describe('an address', () => {
  test.each([
    '/nothing',
    '/units/',
    '/menu/not-an-id',
    `/menu/${nowhere}`,
    '/%ff',
    '/menu/%00',
    '',
  ])('such as "%s" that leads nowhere is 404', async (path) => {
    expect(problemOf(await office.get(path))).toEqual({ status: 404, reason: 'notFound' })
  })

  test.each([
    ['PUT', '/units', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', `/menu/${nowhere}`, 'GET, HEAD, OPTIONS'],
    ['GET', '/menu/retire', 'POST, OPTIONS'],
    ['POST', '/docs', 'GET, HEAD, OPTIONS'],
    ['POST', '/openapi.json', 'GET, HEAD, OPTIONS'],
  ])('does not take %s at %s', async (method, path, allow) => {
    const answer = await office.ask(path, { method })
    expect(problemOf(answer)).toEqual({ status: 405, reason: 'wrongMethod' })
    expect(answer.headers.get('allow')).toBe(allow)
  })

  test('says what it takes, and gives no other site leave', async () => {
    const { status, headers } = await nobody.ask('/units', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(status).toBe(204)
    expect(headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('answers HEAD like GET, without the body', async () => {
    const { status, body, headers } = await office.ask('/units', { method: 'HEAD' })
    expect({ status, body }).toEqual({ status: 200, body: '' })
    expect(headers.get('content-type')).toBe('application/json')
  })
})

describe('a body', () => {
  const post = (body: BodyInit | null, headers: Record<string, string> = json) =>
    office.ask('/units', { method: 'POST', body, headers })

  test.each([
    ['text/plain', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['another encoding', 'application/json; charset=gb18030'],
    ['nothing', undefined],
  ])('that says it is %s is 415', async (_, type) => {
    const answer = await post(new TextEncoder().encode('{}'), type ? { 'content-type': type } : {})
    expect(problemOf(answer)).toEqual({ status: 415, reason: 'wrongType' })
  })

  test.each([
    ['is empty', ''],
    ['breaks off', '{"name": "费桥'],
    ['is not UTF-8', new Uint8Array([0x22, 0xb7, 0xd1, 0x22])],
    ['has a NUL', '{"name": "a\\u0000b"}'],
    ['has a NUL in a name', '{"a\\u0000b": 1}'],
    ['has half a character', '{"name": "\\ud83d"}'],
    ['has lost its characters', '{"name": "\ufffd\ufffd"}'],
    ['is nested without end', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('that %s is 400', async (_, body) => {
    expect(problemOf(await post(body))).toEqual({ status: 400, reason: 'unreadable' })
  })

  test('of more than 2 MB is 413', async () => {
    const answer = await post(JSON.stringify({ name: '长'.repeat(800_000) }))
    expect(problemOf(answer)).toEqual({ status: 413, reason: 'tooLarge' })
  })

  test('names each fault by its dotted name', async () => {
    const { status, body } = await office.post(
      '/seasons',
      { name: '冬训', strands: [{ code: 'pioneer', extra: 1 }], __proto__x: {} },
      { 'accept-language': 'en' },
    )
    expect(status).toBe(422)
    expect(body.issues).toMatchObject({
      startsOn: 'Please fill this in',
      'strands.0.extra': 'This field is not known here',
      __proto__x: 'This field is not known here',
    })
  })
})

describe('what is not known is refused, never dropped', () => {
  const lines = api.flatMap(({ endpoints }) => endpoints)
  const path = (of: string) => of.replace(/:\w+Id/g, nowhere)

  test.each(lines.filter(({ method }) => method === 'post').map((line) => [lineName(line), line]))(
    'in the body of %s',
    async (_, line) => {
      const answer = await office.post(path(line.path), { nonsense: 1 })
      expect(problemOf(answer)).toEqual({ status: 422, reason: 'invalid' })
      expect(Object.keys(answer.body.issues)).toContain('nonsense')
    },
  )

  test.each(lines.filter(({ method }) => method === 'get').map((line) => [lineName(line), line]))(
    'in the query of %s',
    async (_, line) => {
      const answer = await office.get(`${path(line.path)}?nonsense=1`)
      expect(problemOf(answer)).toEqual({ status: 422, reason: 'invalid' })
      expect(Object.keys(answer.body.issues)).toEqual(['nonsense'])
    },
  )

  test.each(['limit=0', 'limit=101', 'limit=1.5', 'limit=x', 'limit=1&limit=2', 'after=1'])(
    'nor is %s a page of a list',
    async (query) => {
      const answer = await office.get(`/units?${query}`)
      expect(problemOf(answer)).toEqual({ status: 422, reason: 'invalid' })
      expect(Object.keys(answer.body.issues)).toEqual([query.split('=')[0]])
    },
  )
})
