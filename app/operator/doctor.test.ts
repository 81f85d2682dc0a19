import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { record } from '#app/platform/facts.ts'
import { pathOf } from '#app/platform/files/disk.ts'
import { keepFile } from '#app/platform/files/keep-file.ts'
import { minute } from '#app/platform/time.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeStreet } from '#test/make.ts'
import { fileOf, wav } from '#test/make-files.ts'
import { dropDatabase, emptyDatabase, hearth, urlOf } from '#test/operator.ts'

const database = await ownDatabase()
const env = {
  DATABASE_URL: urlOf(database.address),
  HEARTH_DATA: dirname(database.files),
  PUBLIC_ORIGIN: 'https://hearth.example.cn',
}

test('all is well: one line each', async () => {
  const { code, printed, complained } = await hearth(['doctor'], env)
  expect({ code, complained }).toEqual({ code: 0, complained: '' })
  expect(
    printed.split('\n').map((line) => line.replace(/PostgreSQL .*, UTF8.*/, 'PostgreSQL …')),
  ).toEqual([
    'ok    Configuration: port 3000, https://hearth.example.cn, demo on',
    expect.stringMatching(/^ok {4}Data folder: .*, \d+ MB free$/),
    'ok    Database: PostgreSQL …',
    'ok    Roles: all there',
    expect.stringMatching(/^ok {4}Tables: \d+ migrations made, 0 to come$/),
    'ok    Files: 0, 0 MB, 0 missing',
    'ok    Streets: none open',
    'ok    Facts: 0 waiting, 0 failing, 0 waiting too long',
    'ok    Messages: 0 waiting, 0 failing, 0 waiting too long',
  ])
})

test('what fails or is stuck is told', async () => {
  const stuck = new Date(Date.now() - 11 * minute)
  await committed(database, async (ctx) => {
    const top = await makeStreet(ctx)
    await ctx.tx
      .updateTable('fact')
      .set({ attempts: 3, lastError: 'Error: no' })
      .where('streetId', '=', ctx.street)
      .execute()
    await record({ ...ctx, now: stuck }, 'unit.added', top.id)
    await record({ ...ctx, now: new Date() }, 'unit.added', top.id)
  })
  const { code, printed } = await hearth(['doctor'], { ...env, LANG: 'zh_CN.UTF-8' })
  expect(code).toBe(1)
  expect(printed).toContain('正常 街道：街道320613019')
  expect(printed).toContain('有误 事项：3 件等着办，1 件办不成，1 件等太久')
})

test('a file without its bytes is told', async () => {
  await committed(database, async (ctx) => {
    const kept = await keepFile(ctx, fileOf(wav(1), 'x.wav'), { kinds: ['audio'], mostBytes: 9e6 })
    await rm(pathOf(ctx.files, ctx.street, kept.sha256))
  })
  const { code, printed } = await hearth(['doctor'], env)
  expect(code).toBe(1)
  expect(printed).toContain('wrong Files: 1, 0 MB, 1 missing')
})

const empty = await emptyDatabase()
afterAll(() => dropDatabase(empty))

test('a database without tables is told, and migrate makes them', async () => {
  const before = await hearth(['doctor'], { DATABASE_URL: empty })
  expect(before.code).toBe(1)
  expect(before.printed).toMatch(/\nwrong Tables: 0 migrations made, \d+ to come$/)
  expect(await hearth(['migrate'], { DATABASE_URL: empty })).toEqual({
    code: 0,
    printed: 'The database is up to date.',
    complained: '',
  })
  expect((await hearth(['doctor'], { DATABASE_URL: empty })).code).toBe(0)
})

test('a database that can’t be reached is told', async () => {
  const nowhere = 'postgres://hearth@127.0.0.1:1/hearth'
  const { code, printed } = await hearth(['doctor'], { DATABASE_URL: nowhere })
  expect(code).toBe(1)
  expect(printed).toMatch(/\nwrong .*postgres:\/\/127\.0\.0\.1:1\/hearth/)
})
