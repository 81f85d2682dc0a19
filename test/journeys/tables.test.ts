import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appoint } from '#app/modules/people/appoint.ts'
import { system } from '#app/platform/context.ts'
import { readSheet, writeWorkbook } from '#app/platform/spreadsheet.ts'
import { openBrowser } from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed, makeBranch, makeCommunity, makePerson } from '#test/make.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { makeSeason } from '#test/make-talks.ts'
import { serveTo } from '#test/server.ts'
import { open, pageOf, press, says, type Walk, waysToWalk } from '#test/walk.ts'

// A list of people comes in from a workbook, and tables and the upward form go out as workbooks.

const browser = await openBrowser()

async function makeOffice() {
  const database = await ownDatabase()
  const people = await committed(database, async (ctx) => {
    await makeSeason(ctx)
    const community = await makeCommunity(ctx, '费桥村')
    const branch = await makeBranch(ctx, community.id)
    const member = await makePerson(ctx, branch.id, { name: '安红', phone: '10000000001' })
    const held = { personId: member.id, unitId: branch.id, fromOn: '2020-01-01' }
    await appoint({ ...ctx, actor: system }, { ...held, role: 'member' })
    await makeHeld(ctx, { unitId: branch.id, date: '2022-01-14', marks: { [member.id]: 'came' } })
    return { branch, member, office: await makeAppointed(ctx, 'office') }
  })
  return { database, people, server: await serveTo(database) }
}

type OfficeWalk = Walk & Awaited<ReturnType<typeof makeOffice>>

async function bringPeopleIn(walk: OfficeWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.office)
  await open(page, '/people')
  await page.locator('main a[href="/people/lists"]').click()
  const headings = ['序号', '党员姓名', '联系电话', '出生年月日', '家里几口人']
  const bytes = await writeWorkbook([
    {
      name: '名册',
      above: ['费桥村党支部名册'],
      headings,
      rows: [
        [1, '安红', 10000000001, null, 2],
        [2, '曹兰', '', { day: '1960-05-08' }, 3],
        [3, '顾大明', '12', null, 1],
      ],
    },
  ])
  const file = {
    name: '名册.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }
  await page.locator('[name=file]').setInputFiles(file)
  await press(page, '送去看一遍')
  await says(page, '还不知道这些人属于哪个单位')
  await page.locator('[name=unitId]').selectOption(walk.people.branch.id)
  await page.locator('[name=role]').selectOption('member')
  await press(page, '按这样读')
  await says(page, '手机号应是 1 开头的 11 位数字')
  const [, , headingsBack, ...rows] = await kept(page, '带结果的名单')
  expect(headingsBack).toEqual([...headings, '结果'])
  expect(rows.map((row) => row.at(-1))).toEqual([
    '手机号和姓名都对得上，已经登记过。',
    '将会登记。',
    '手机号应是 1 开头的 11 位数字，没有就留空。',
  ])
  await press(page, '登记没有问题的 1 人，跳过 1 行')
  await says(page, '新登记了 1 人')
  await page.context().close()
}

async function takeTablesOut(walk: OfficeWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.office)
  await open(page, '/people')
  const people = await kept(page, '人员')
  expect(people.slice(3).map(([name]) => name)).toContain('曹兰')
  await open(page, '/coverage/roster')
  await says(page, walk.people.branch.name)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '存为 XLSX', exact: true }).click()
  const rows = await readSheet(await readFile(await (await download).path()), { mostRows: 100 })
  expect(rows.slice(3, 5).map(({ fields }) => fields.slice(0, 2))).toEqual([
    ['1', '安红'],
    ['2', '曹兰'],
  ])
  await page.getByRole('row', { name: /安红/ }).getByRole('link').last().click()
  await says(page, '安红')
  await page.context().close()
}

/** The file of a table of the page, as rows of text. */
async function kept(page: Page, caption: string): Promise<string[][]> {
  const download = page.waitForEvent('download')
  await page.locator(`main .table-file[aria-label*="${caption}"]`).first().click()
  const bytes = await readFile(await (await download).path())
  return (await readSheet(bytes, { mostRows: 1000 })).map(({ fields }) => fields)
}

test.each(waysToWalk)('people come in and tables go out %s', async (_, options) => {
  const made = await makeOffice()
  const walk = { browser, options, ...made }
  await bringPeopleIn(walk)
  await takeTablesOut(walk)
  expect((await fetch(`${made.server.origin}/health`)).status).toBe(200)
})
