import { expect, test } from 'vitest'
import { committed, otherStreet, ownDatabase, street } from '#test/database.ts'
import { makeAppointed, makeStreet } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()
const people = await committed(database, async (ctx) => {
  await makeStreet(ctx)
  return {
    administrator: await makeAppointed(ctx, 'administrator'),
    office: await makeAppointed(ctx, 'office'),
  }
})

/** A form with a file, as a browser sends it. */
function file(...lines: string[]): FormData {
  const form = new FormData()
  form.set('file', new File([lines.join('\n')], 'divisions.csv', { type: 'text/csv' }))
  return form
}
const heads = 'code,name,level,parent_code'

test('an administrator brings divisions in and reads what came of it', async () => {
  const administrator = await visitor(database, people.administrator)
  const sent = await administrator.post(
    '/divisions?do=import',
    file(heads, '3206,南通市,city,32', '320613,崇川区,district,3206'),
  )
  expect(sent).toMatchObject({ status: 303, location: '/divisions?done=divisions.imported' })
  expect(textOf((await administrator.get(sent.location!)).html)).toMatch(
    /区划导入好了。.*市 1 区县 1 街道、镇 1 .*新增 2 个，改名 0 个，原有 0 个/,
  )
})

test('a file with faulty rows is refused with a sentence for each, in the reader’s language', async () => {
  const rows = file(heads, `${street}203,费桥村,community,${otherStreet}`, '1,x,city,')
  const zh = await visitor(database, people.administrator)
  const refused = await zh.post('/divisions?do=import', rows)
  expect(refused.status).toBe(422)
  expect(textOf(refused.html)).toMatch(
    /什么也没变。.* 2 文件里和系统里都没有它的上级。 3 代码的位数与级别不符/,
  )
  const en = await visitor(database, people.administrator, { language: 'en' })
  expect(textOf((await en.post('/divisions?do=import', rows)).html)).toMatch(
    / 2 Its parent is neither in the file nor known here\. 3 The code doesn’t have/,
  )
  expect((await zh.post('/divisions?do=import', new FormData())).status).toBe(422)
})

test('the office may not', async () => {
  const office = await visitor(database, people.office)
  expect((await office.get('/divisions')).status).toBe(403)
  expect((await office.post('/divisions?do=import', file(heads))).status).toBe(403)
  expect((await office.get('/units')).html).not.toContain('href="/divisions"')
})
