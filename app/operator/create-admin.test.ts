import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findStreet, topUnit } from '#app/modules/organisation/queries.ts'
import { signInWithPassword } from '#app/modules/people/accounts/sign-in-with-password.ts'
import { actorOf, findPersonByPhone } from '#app/modules/people/queries.ts'
import { holds } from '#app/platform/context.ts'
import { root } from '#app/platform/root.ts'
import { writeWorkbook } from '#app/platform/spreadsheet.ts'
import { committed, ownDatabase, street } from '#test/database.ts'
import { hearth, urlOf } from '#test/operator.ts'

const database = await ownDatabase()
const env = { DATABASE_URL: urlOf(database.address) }
const divisions = join(root, 'demo/data/nantong-divisions.csv')

test('an operator brings divisions in, opens a street and makes its administrator', async () => {
  expect(await hearth(['import', 'divisions', divisions], env)).toEqual({
    code: 0,
    printed: '2150 divisions added, 0 renamed, 0 known before.',
    complained: '',
  })
  const admin = ['create-admin', String(street), '10000000001', '王明']
  expect((await hearth(admin, env)).complained).toBe(
    'The street is not open yet; say its name in English with --street-name-en.',
  )
  const { code, printed } = await hearth([...admin, '--street-name-en', 'Qinzao Street'], env)
  expect(code).toBe(0)
  const password = /phone 10000000001, password (\S{16})$/.exec(printed)?.[1]
  expect(await committed(database, (ctx) => findStreet(ctx, street))).toMatchObject({
    name: '秦灶街道',
    nameEn: 'Qinzao Street',
  })
  const administers = await committed(
    database,
    async (ctx) => {
      const person = await findPersonByPhone(ctx, '10000000001')
      const top = await topUnit(ctx)
      return holds(await actorOf(ctx, person!.id), ['administrator'], top!.id)
    },
    { now: new Date() },
  )
  expect(administers).toBe(true)
  const browser = { device: 'test', address: '192.0.2.1', signInId: null }
  const signedIn = committed(
    database,
    (ctx) => signInWithPassword(ctx, { phone: '10000000001', password: password!, ...browser }),
    { now: new Date() },
  )
  expect((await signedIn).cookie).toMatch(new RegExp(`^${street}\\.`))

  const list = join(await mkdtemp(join(tmpdir(), 'hearth-list-')), 'people.csv')
  const heads = 'unit,role,name,gender,born_on,phone,joined_party_on'
  await writeFile(list, `${heads}\n秦灶街道,staff,顾大明,男,1988/3/2,100 0000 0003,\n`)
  const people = ['import', 'people', list, '--street', String(street)]
  expect((await hearth(people, env)).printed).toBe('1 person entered, 0 known before.')
  expect((await hearth(people, env)).printed).toBe('0 people entered, 1 known before.')
  const book = join(await mkdtemp(join(tmpdir(), 'hearth-list-')), 'people.xlsx')
  const headings = ['姓名', '单位', '手机号']
  const rows = [['顾小明', '秦灶街道', '10000000003']]
  await writeFile(book, await writeWorkbook([{ name: '名单', headings, rows }]))
  const workbook = ['import', 'people', book, '--street', String(street)]
  expect((await hearth(workbook, env)).complained).toBe(
    'Nothing has been changed:\nRow 2: This phone belongs to someone else here already.',
  )

  const second = await hearth(['create-admin', String(street), '10000000002', '李红'], env)
  expect(second.code).toBe(0)
})

test.each([
  [['create-admin', 'qinzao', '10000000001', '王明'], 'There is no street with the code qinzao.'],
  [
    ['create-admin', '320613', '1000', '王明', '--street-name-en', 'Chongchuan'],
    'Nothing has been changed:\nphone: The form of this isn’t right; please check it',
  ],
  [
    ['create-admin', '3206139', '10000000001', '王明', '--street-name-en', 'None'],
    'There is no such thing here.',
  ],
  [['import', 'talks', divisions], '"talks" can’t be brought in; divisions and people can.'],
  [['import', 'people', divisions], 'Whose people are they? Say the street’s code with --street.'],
  [
    ['import', 'people', divisions, '--street', '320613099'],
    'There is no street with the code 320613099.',
  ],
  [
    ['import', 'people', divisions, '--street', String(street)],
    'It is not known yet to which unit these people belong; please choose the column of units, or one unit for all.',
  ],
  [['import', 'divisions', '/no/such/file'], 'The file /no/such/file can’t be read (ENOENT).'],
  [
    ['import', 'divisions', join(root, 'package.json')],
    'Nothing has been changed:\nRow 1: The first row should be the column heads code,name,level,parent_code.',
  ],
])('hearth %s', async (argv, sentence) => {
  expect(await hearth(argv, env)).toEqual({ code: 1, printed: '', complained: sentence })
})
