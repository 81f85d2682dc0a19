import { beforeAll, describe, expect, test } from 'vitest'
import { endApiToken } from '#app/modules/people/accounts/end-api-token.ts'
import { apiTokensOf } from '#app/modules/people/accounts/queries.ts'
import { committed, otherStreet, ownDatabase, street, testNow } from './database.ts'
import { as, makeAppointed, makeBranch, makeCommunity, makeStreet } from './make.ts'
import { type ApiAnswer, cookieOf, type Program, problemOf, program, tokenOf } from './program.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const top = await makeStreet(ctx)
  const branch = await makeBranch(ctx)
  return {
    top,
    branch,
    office: await makeAppointed(ctx, 'office'),
    member: await makeAppointed(ctx, 'member', branch.id),
  }
})
const other = await committed(
  database,
  async (ctx) => ({ unit: await makeCommunity(ctx), office: await makeAppointed(ctx, 'office') }),
  { street: otherStreet },
)
let office: Program
let member: Program
let stranger: Program
const nobody = program(database, null)
beforeAll(async () => {
  office = program(database, (await tokenOf(database, made.office)).token)
  member = program(database, (await tokenOf(database, made.member)).token)
  stranger = program(database, (await tokenOf(database, other.office, otherStreet)).token)
})

const community = (name: string) => ({ parentId: made.top.id, kind: 'community', name })

const signedOut = { status: 401, reason: 'signedOut' }

test('a program does what its person may, and reads it back', async () => {
  const { status, body, headers } = await office.post('/units', community('费桥村'))
  expect(status).toBe(200)
  expect(body).toEqual({ id: body.id, ...community('费桥村') })
  expect(headers.get('cache-control')).toBe('private, no-store')
  const units = await office.get('/units?limit=100')
  expect(units.body.items).toContainEqual(body)
  expect(problemOf(await member.post('/units', community('又一个')))).toEqual({
    status: 403,
    reason: 'forbidden',
  })
})

test('a refusal has the pages’ reason, said in the program’s language', async () => {
  const twice = community('同名村')
  await office.post('/units', twice)
  const zh = await office.post('/units', twice)
  expect(problemOf(zh)).toEqual({ status: 409, reason: 'unit_name' })
  const en = await office.post('/units', twice, { 'accept-language': 'en-GB,en;q=0.9' })
  expect(en.headers.get('content-language')).toBe('en')
  expect(zh.body.detail).toMatch(/\p{Script=Han}/u)
  expect(en.body.detail).not.toMatch(/\p{Script=Han}/u)
})

test('a list is walked page by page, by its cursor or by its link', async () => {
  for (const name of ['甲村', '乙村', '丙村']) await office.post('/units', community(name))
  const { items: all } = (await office.get('/units?limit=100')).body
  expect(all.length).toBeGreaterThan(4)
  const pages = Math.ceil(all.length / 2)
  const byCursor = await walked('/units?limit=2', ({ body }) =>
    body.next === null ? null : `/units?limit=2&after=${body.next}`,
  )
  expect(byCursor).toEqual({ items: all, pages })
  const byLink = await walked('/units?limit=2', ({ headers }) => {
    const link = /^<\/api(.+)>; rel="next"$/.exec(headers.get('link') ?? '')
    return link?.[1] ?? null
  })
  expect(byLink).toEqual({ items: all, pages })
})

async function walked(from: string, nextOf: (answer: ApiAnswer) => string | null) {
  const items: unknown[] = []
  let pages = 0
  for (let address: string | null = from; address !== null; pages += 1) {
    const answer = await office.get(address)
    items.push(...answer.body.items)
    address = nextOf(answer)
  }
  return { items, pages }
}

describe('a key', () => {
  const key = { 'idempotency-key': 'once-1' }

  test('makes a repeated request one, answered alike', async () => {
    const first = await office.post('/units', community('一次村'), key)
    const again = await office.post('/units', community('一次村'), key)
    expect(again).toMatchObject({ status: first.status, body: first.body })
    const elsewhere = await office.post('/units', community('别的村'), key)
    expect(problemOf(elsewhere)).toEqual({ status: 409, reason: 'keyUsedElsewhere' })
  })

  test('is free again after a refusal, and no other person’s', async () => {
    expect(
      (await office.post('/units', community('一次村'), { 'idempotency-key': 'k2' })).status,
    ).toBe(409)
    expect(
      (await office.post('/units', community('二次村'), { 'idempotency-key': 'k2' })).status,
    ).toBe(200)
    expect(
      (await member.post('/units', community('二次村'), { 'idempotency-key': 'k2' })).status,
    ).toBe(403)
  })

  test('is short and visible', async () => {
    const long = await office.post('/units', community('长'), {
      'idempotency-key': 'x'.repeat(201),
    })
    expect(problemOf(long)).toEqual({ status: 422, reason: 'invalid' })
    expect(Object.keys(long.body.issues)).toEqual(['Idempotency-Key'])
  })
})

describe('a token', () => {
  test('is asked for', async () => {
    const answer = await nobody.get('/units')
    expect(problemOf(answer)).toEqual(signedOut)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect((await nobody.get('/menu')).body).toEqual({ items: [], next: null })
  })

  test.each(['nonsense', '320613019.short', `999999999.${'a'.repeat(43)}`, ''])(
    'that is none, such as "%s", is refused even where none is needed',
    async (token) => {
      expect(problemOf(await program(database, token).get('/menu'))).toEqual(signedOut)
    },
  )

  test('that was taken back is refused', async () => {
    const { id, token } = await tokenOf(database, made.office)
    const holder = program(database, token)
    expect((await holder.get('/units')).status).toBe(200)
    await committed(database, async (ctx) =>
      endApiToken(await as(ctx, made.office), { tokenId: id }),
    )
    expect(problemOf(await holder.get('/units'))).toEqual(signedOut)
  })

  test('that only reads is marked as used', async () => {
    const { id, token } = await tokenOf(database, made.office)
    const usedAt = () =>
      committed(database, async (ctx) => {
        const tokens = await apiTokensOf(ctx, made.office.id)
        return tokens.find((each) => each.id === id)?.usedAt
      })
    expect(await usedAt()).toBeNull()
    await program(database, token).get('/units')
    expect(await usedAt()).toEqual(testNow)
  })

  test('sees its own street only', async () => {
    const theirs = await stranger.get('/units')
    const ours = await office.get('/units')
    const ids = ({ body }: typeof ours) => body.items.map((unit: { id: string }) => unit.id)
    expect(ids(theirs)).toContain(other.unit.id)
    expect(ids(ours)).not.toContain(other.unit.id)
    const under = { parentId: made.top.id, kind: 'community', name: '外人村' }
    expect(problemOf(await stranger.post('/units', under))).toEqual({
      status: 404,
      reason: 'notFound',
    })
    expect(problemOf(await stranger.get(`/menu?street=${street}`))).toEqual({
      status: 404,
      reason: 'notFound',
    })
  })
})

describe('a browser that is signed in', () => {
  test('may read, and write from our own pages only', async () => {
    const cookie = await cookieOf(database, made.office)
    expect((await nobody.get('/units', { cookie })).status).toBe(200)
    const from = (origin: string | null, name: string) =>
      nobody.post('/units', community(name), { cookie, ...(origin && { origin }) })
    expect((await from('http://localhost', '本站村')).status).toBe(200)
    for (const origin of ['https://elsewhere.example', 'null', null]) {
      expect(problemOf(await from(origin, '外站村'))).toEqual({
        status: 403,
        reason: 'foreignOrigin',
      })
    }
  })

  test('posts no form', async () => {
    const cookie = await cookieOf(database, made.office)
    const answer = await nobody.ask('/units', {
      method: 'POST',
      body: new URLSearchParams(community('表单村')),
      headers: { cookie, origin: 'http://localhost' },
    })
    expect(problemOf(answer)).toEqual({ status: 415, reason: 'wrongType' })
  })

  test('is nobody once signed out', async () => {
    const cookie = `hearth=320613019.${'a'.repeat(43)}`
    expect(problemOf(await nobody.get('/units', { cookie }))).toEqual(signedOut)
    expect((await nobody.get('/menu', { cookie })).status).toBe(200)
  })
})
