import { expect, test } from 'vitest'
import { readSheet, writeWorkbook } from '#app/platform/spreadsheet.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed, makeBranch, makePerson, makeStreet } from '#test/make.ts'
import { textOf, type Visitor, visitor } from '#test/visitor.ts'

async function street() {
  const database = await ownDatabase()
  return committed(database, async (ctx) => {
    await makeStreet(ctx)
    const branch = await makeBranch(ctx)
    await makePerson(ctx, branch.id, { name: '顾大明', phone: '10000000001' })
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    return { database, branch, organiser, office: await makeAppointed(ctx, 'office') }
  })
}

async function send(browser: Visitor, rows: (string | number | null)[][]): Promise<string> {
  const headings = ['姓名', '所在支部', '手机号', '备注']
  const bytes = await writeWorkbook([{ name: '名单', headings, rows }])
  const form = new FormData()
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], '名单.xlsx'))
  const { location } = await browser.post('/people/lists?do=send', form)
  return location!.split('?')[0]!
}

test('a list is looked through, kept with its results, and its good rows entered once', async () => {
  const { database, branch, office } = await street()
  const browser = await visitor(database, office)
  const address = await send(browser, [
    ['顾大明', branch.name, 10000000001, '+1'],
    ['曹兰', branch.name, null, null],
    ['王红', '没有的支部', null, null],
  ])
  const page = textOf((await browser.get(address)).html)
  expect(page).toContain('1 新登记 1 已经在了 1 有问题')
  expect(page).toContain('4 王红 没有的支部 这个街道没有叫这个名字的单位。')
  const file = (await browser.get(`${address}?export=results`)).bytes
  const rows = (await readSheet(file, { mostRows: 20 })).map(({ fields }) => fields)
  expect(rows.slice(2)).toEqual([
    ['姓名', '所在支部', '手机号', '备注', '结果'],
    ['顾大明', branch.name, '10000000001', '+1', '手机号和姓名都对得上，已经登记过。'],
    ['曹兰', branch.name, '', '', '将会登记。'],
    ['王红', '没有的支部', '', '', '这个街道没有叫这个名字的单位。'],
  ])
  const all = await browser.post(`${address}?do=import`, { onlyGood: '' })
  expect(all.status).toBe(422)
  const good = await browser.post(`${address}?do=import`, { onlyGood: 'yes' })
  expect(good.location).toBe(`${address}?done=people.imported`)
  expect(textOf((await browser.get(address)).html)).toContain('新登记了 1 人')
  expect((await browser.post(`${address}?do=import`, { onlyGood: 'yes' })).status).toBe(409)
})

test('the list with its results can come back', async () => {
  const { database, branch, office } = await street()
  const browser = await visitor(database, office)
  const address = await send(browser, [['曹兰', branch.name, null, null]])
  const form = new FormData()
  const { bytes } = await browser.get(`${address}?export=results`)
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], '结果.xlsx'))
  const { location } = await browser.post('/people/lists?do=send', form)
  expect(textOf((await browser.get(location!)).html)).toContain('1 新登记 0 已经在了 0 有问题')
})

test('columns are chosen where the headings say nothing', async () => {
  const { database, branch, office } = await street()
  const browser = await visitor(database, office)
  const form = new FormData()
  form.set('file', new File(['甲,乙\n曹兰,x\n'], '名单.csv'))
  const { location } = await browser.post('/people/lists?do=send', form)
  const address = location!.split('?')[0]!
  expect(textOf((await browser.get(address)).html)).toContain('还不知道哪一列是姓名')
  await browser.post(`${address}?do=choose`, {
    'columns.0': 'name',
    'columns.1': '',
    unitId: branch.id,
    role: 'member',
  })
  expect(textOf((await browser.get(address)).html)).toContain('登记这 1 人')
})

test('a broken file is said to be one, and an organiser has no way here', async () => {
  const { database, office, organiser } = await street()
  const form = new FormData()
  form.set('file', new File(['PK\u0003\u0004'], '名单.xlsx'))
  const answer = await (await visitor(database, office)).post('/people/lists?do=send', form)
  expect(answer.status).toBe(409)
  expect(textOf(answer.html)).toContain('这个文件不是表格，或者已经损坏')
  expect((await (await visitor(database, organiser)).get('/people/lists')).status).toBe(403)
})
