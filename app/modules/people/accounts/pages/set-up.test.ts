import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { system } from '#app/platform/context.ts'
import { type Database, inStreet } from '#app/platform/database/connection.ts'
import { root } from '#app/platform/root.ts'
import { day, later } from '#app/platform/time.ts'
import { committed, otherStreet, ownDatabase, reasonOf, testNow } from '#test/database.ts'
import { freshBrowser } from '#test/jar.ts'
import { makeStreet } from '#test/make.ts'
import { allAtOnce } from '#test/race.ts'
import { textOf } from '#test/visitor.ts'
import { makeSetUpLink } from '../make-set-up-link.ts'

function newLink(database: Database, now = testNow) {
  return inStreet(database, 0, (tx) =>
    makeSetUpLink({ street: 0, now, actor: system, onBehalfOf: null, tx, files: database.files }),
  )
}

const divisions = join(root, 'demo/data/nantong-divisions.csv')
const administrator = {
  code: '320613019',
  nameEn: 'Qinzao Subdistrict',
  name: '顾明',
  phone: '100 1234 5678',
  password: '河边的灯笼和老树',
}

test('the link leads from an empty database to an administrator who is signed in', async () => {
  const database = await ownDatabase()
  const { token } = await newLink(database)
  const browser = freshBrowser(database)
  const link = `/set-up?token=${token}`
  expect(textOf((await browser.get(link)).html)).toContain('先要有行政区划')
  const taken = await browser.post(`${link}&do=takeNantong`, {})
  expect([taken.status, taken.location]).toEqual([303, link])
  expect(textOf((await browser.get(link)).html)).toContain('在哪个区县')
  const district = `${link}&district=320613`
  expect((await browser.get(district)).html).toContain('>秦灶街道</option>')

  const wrong = await browser.post(`${district}&do=open`, {
    ...administrator,
    password: '12345678',
  })
  expect([wrong.status, textOf(wrong.html).includes('太容易猜到')]).toEqual([409, true])
  const opened = await browser.post(`${district}&do=open`, administrator)
  expect([opened.status, opened.location]).toEqual([303, '/'])
  expect(browser.cookies.get('hearth')).toMatch(/^320613019\./)
  expect(textOf((await browser.get('/account')).html)).toContain('顾明')
  const held = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('appointment')
      .select(['role', 'fromOn', 'untilOn'])
      .where('streetId', '=', ctx.street)
      .orderBy('id')
      .execute(),
  )
  const since = { fromOn: '2022-01-12', untilOn: null }
  expect(held).toEqual([
    { role: 'administrator', ...since },
    { role: 'office', ...since },
  ])

  expect((await browser.get(link)).status).toBe(404)
  expect((await browser.post(`${link}&do=open`, administrator)).status).toBe(404)
  const { phone, password } = administrator
  const again = await freshBrowser(database).post('/sign-in/password?do=signIn', {
    phone,
    password,
  })
  expect(again.location).toBe('/?done=signIn.started')
  expect(await newLink(database).catch(reasonOf)).toBe('setUp.streetOpen')
})

test('an own file is read, and its faults are said by row', async () => {
  const database = await ownDatabase()
  const { token } = await newLink(database)
  const browser = freshBrowser(database)
  const upload = async (text: string | Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    form.set('file', new File([text], 'divisions.csv', { type: 'text/csv' }))
    return browser.post(`/set-up?token=${token}&do=upload`, form)
  }
  const faulty = await upload('code,name,level,parent_code\n320613019,秦灶街道,street,320613\n')
  expect([faulty.status, textOf(faulty.html).match(/第 \d+ 行：[^。]+/)?.[0]]).toEqual([
    422,
    '第 2 行：文件里和系统里都没有它的上级',
  ])
  expect((await upload(await readFile(divisions))).status).toBe(303)
})

test.each(['', '?token=', '?token=guess'])(
  'without the link (%s) there is no such page',
  async (query) => {
    const database = await ownDatabase()
    await newLink(database)
    const browser = freshBrowser(database)
    expect((await browser.get(`/set-up${query}`)).status).toBe(404)
    const post = `/set-up?do=takeNantong&${query.slice(1)}`
    expect((await browser.post(post, {})).status).toBe(404)
  },
)

test('a link is void after a day, and once a newer one is made', async () => {
  const database = await ownDatabase()
  const first = await newLink(database)
  const second = await newLink(database)
  const answers = async (token: string, now = testNow) =>
    (await freshBrowser(database, { now: () => now }).get(`/set-up?token=${token}`)).status
  expect(await answers(first.token)).toBe(404)
  expect(await answers(second.token, later(testNow, day - 1))).toBe(200)
  expect(await answers(second.token, later(testNow, day))).toBe(404)
})

test('used twice at once, the link opens one street', async () => {
  const database = await ownDatabase()
  const { token } = await newLink(database)
  await freshBrowser(database).post(`/set-up?token=${token}&do=takeNantong`, {})
  const seen: number[] = []
  const open = async (code: string) => {
    const form = { ...administrator, code }
    const answer = await freshBrowser(database).post(`/set-up?token=${token}&do=open`, form)
    seen.push(answer.status)
  }
  await allAtOnce(
    database,
    (ctx) => ctx.tx.selectFrom('setUpLink').select('id').forUpdate().execute(),
    [() => open('320613019'), () => open('320613004')],
  )
  expect(seen.toSorted((a, b) => a - b)).toEqual([303, 404])
})

test('with no street open, signing in says so', async () => {
  const database = await ownDatabase()
  const browser = freshBrowser(database)
  expect(textOf((await browser.get('/sign-in')).html)).toContain('还没有开通街道')
  expect((await browser.post('/sign-in?do=ask', { phone: '10012345678' })).status).toBe(404)
  await committed(database, makeStreet, { street: otherStreet })
  expect(await newLink(database).catch(reasonOf)).toBe('setUp.streetOpen')
})
