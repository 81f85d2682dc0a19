import { readdir, readFile } from 'node:fs/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createApplication } from '#app/application.ts'
import { day, later } from '#app/platform/time.ts'
import { committed, failureOf, ownDatabase, street, testNow } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { fileOf, wav } from '#test/make-files.ts'
import { signInCookie } from '#test/visitor.ts'
import { pathOf } from './disk.ts'
import { keepFile } from './keep-file.ts'
import { removeLeftovers } from './remove-leftovers.ts'
import { uploadsFolder } from './uploads.ts'

const database = await ownDatabase()
const application = createApplication({
  database,
  clock: () => testNow,
  log: pino({ level: 'silent' }),
  publicOrigin: null,
  demo: false,
})
const [one, other] = await committed(database, async (ctx) => [
  await makePerson(ctx),
  await makePerson(ctx),
])
const cookieOf = async (person: { id: string }) =>
  `hearth=${await signInCookie(database, person)}; language=en`
const [ofOne, ofOther] = [await cookieOf(one!), await cookieOf(other!)]

const bytes = wav(5)
const limits = { kinds: ['audio' as const], mostBytes: 1_000_000 }
const piece = 'application/offset+octet-stream'

const ask = (method: string, path: string, more: Record<string, string> = {}, body?: Buffer) =>
  application.request(path, {
    method,
    headers: {
      host: 'localhost',
      origin: 'http://localhost',
      'tus-resumable': '1.0.0',
      cookie: ofOne,
      ...more,
    },
    ...(body && { body: new Uint8Array(body) }),
  })

async function begin(size = bytes.length, more = {}) {
  const name = `filename ${Buffer.from('讲述.wav').toString('base64')}`
  const headers = { 'upload-length': String(size), 'upload-metadata': name, ...more }
  const answer = await ask('POST', '/uploads', headers)
  return { status: answer.status, at: answer.headers.get('location') ?? '' }
}
const send = (at: string, from: number, to: number, more = {}) =>
  ask(
    'PATCH',
    at,
    { 'content-type': piece, 'upload-offset': String(from), ...more },
    bytes.subarray(from, to),
  )
const idOf = (at: string) => at.split('/').at(-1)!
const keeping = (id: string, person = one!) =>
  committed(database, async (ctx) => {
    const own = await as(ctx, person)
    return failureOf(own, () => keepFile(own, id, limits))
  })

test('nobody fills the disk with what no form uses', async () => {
  const half = 500_000_000
  const started = [await begin(half), await begin(half), await begin(half)]
  expect(started.map(({ status }) => status)).toEqual([201, 201, 429])
  for (const { at } of started.slice(0, 2)) await ask('DELETE', at)
  expect((await begin(1)).status).toBe(201)
})

test('what was cut goes on from where it stopped, and is kept as if it had come at once', async () => {
  const { status, at } = await begin()
  expect([status, at]).toEqual([201, expect.stringMatching(/^\/uploads\/[0-9a-f-]{36}$/)])
  expect((await send(at, 0, 9_000)).status).toBe(204)
  expect(await keeping(idOf(at))).toBe('file.unfinished')
  const head = await ask('HEAD', at)
  expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '9000'])
  expect((await send(at, 5_000, 9_500)).status).toBe(409)
  expect((await send(at, 9_000, bytes.length)).status).toBe(204)
  const file = await committed(database, async (ctx) =>
    keepFile(await as(ctx, one!), idOf(at), limits),
  )
  expect(file).toMatchObject({ name: '讲述.wav', kind: 'audio', seconds: 5 })
  expect(await readFile(pathOf(database.files, street, file.sha256))).toEqual(bytes)
})

test('an upload is its sender’s alone', async () => {
  const { at } = await begin()
  const theirs = { cookie: ofOther }
  expect((await ask('HEAD', at, theirs)).status).toBe(404)
  expect((await send(at, 0, 100, theirs)).status).toBe(404)
  expect((await ask('DELETE', at, theirs)).status).toBe(404)
  await send(at, 0, bytes.length)
  expect(await keeping(idOf(at), other!)).toBe('file.unfinished')
  expect(await keeping(idOf(at))).toBe(undefined)
})

test.each<[string, Record<string, string>, number]>([
  ['someone who is not signed in', { cookie: 'language=en' }, 401],
  ['another site', { origin: 'https://elsewhere.example' }, 403],
  ['a browser that does not say from where', { origin: '' }, 403],
  ['more than anyone may send', { 'upload-length': '600000001' }, 413],
  ['what no disk holds', { 'upload-length': '90000000000000000' }, 507],
])('%s is refused', async (_, more, status) => {
  expect((await begin(bytes.length, more)).status).toBe(status)
})

test('what is being sent is not to be had from there', async () => {
  const { at } = await begin()
  expect((await ask('GET', at)).status).toBe(404)
})

test('an id that is none leads nowhere', async () => {
  expect((await ask('HEAD', '/uploads/..%2F..%2Fx')).status).toBe(404)
  expect(await keeping('0190a0a0-0000-7000-8000-000000000000')).toBe('file.unfinished')
})

test('what nobody uses goes: an old upload, a row without use, and then its bytes', async () => {
  await begin()
  const lonely = await committed(database, (ctx) => keepFile(ctx, fileOf(wav(2), 'x.wav'), limits))
  const bytesThere = () => readdir(`${database.files}/${street}`)
  const rowsThere = () =>
    committed(database, (ctx) =>
      ctx.tx.selectFrom('file').select('id').where('id', '=', lonely.id).execute(),
    )
  await committed(database, removeLeftovers)
  expect(await bytesThere()).toContain(lonely.sha256)
  expect(await rowsThere()).toHaveLength(1)
  expect((await readdir(uploadsFolder(database.files, street))).length).toBeGreaterThan(0)

  // Uploads are as old as the disk says, rows as old as the program's own clock does.
  const wait = { now: later(new Date(), 3 * day) }
  await committed(database, removeLeftovers, wait)
  expect(await readdir(uploadsFolder(database.files, street))).toEqual([])
  expect(await rowsThere()).toEqual([])
  expect(await bytesThere()).toContain(lonely.sha256)
  await committed(database, removeLeftovers, wait)
  expect(await bytesThere()).toEqual([])
})
