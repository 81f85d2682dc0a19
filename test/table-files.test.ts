import { expect, test } from 'vitest'
import { readSheet } from '#app/platform/spreadsheet.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed, makeBranch, makePerson, makeStreet } from '#test/make.ts'
import { visitor } from '#test/visitor.ts'

async function street() {
  const database = await ownDatabase()
  const made = await committed(database, async (ctx) => {
    await makeStreet(ctx)
    const branch = await makeBranch(ctx)
    const other = await makeBranch(ctx)
    for (let at = 0; at < 60; at++) await makePerson(ctx, branch.id, { name: `王红${at}` })
    await makePerson(ctx, other.id, { name: '=曹兰', bornOn: '1948-03-02' })
    const secretary = await makeAppointed(ctx, 'secretary', other.id)
    return { branch, other, secretary, office: await makeAppointed(ctx, 'office') }
  })
  return { database, ...made }
}

const rows = { mostRows: 1000 }
const fileAt = async (browser: Awaited<ReturnType<typeof visitor>>, path: string) =>
  (await readSheet((await browser.get(path)).bytes, rows)).map(({ fields }) => fields)

test('the file of a list has all of it, narrowed as the page is, and says so', async () => {
  const { database, office, branch } = await street()
  const browser = await visitor(database, office)
  const page = await browser.get(`/people?unit=${branch.id}&q=${encodeURIComponent('王')}&page=2`)
  const [, address] = /class="table-file" href="([^"]*)"/.exec(page.html)!
  const [title, asOf, headings, ...people] = await fileAt(
    browser,
    address!.replaceAll('&amp;', '&'),
  )
  expect(title).toEqual([expect.stringContaining('人员')])
  expect(asOf).toEqual([expect.stringMatching(/^截至 2022-01-12 \d\d:\d\d; .*: 王; .*: /)])
  expect(asOf![0]).toContain(branch.name)
  expect(headings).toEqual(['姓名', '单位', '职务', '年龄', '怎么通知'])
  expect(new Set(people.map(([name]) => name))).toEqual(
    new Set(Array.from({ length: 60 }, (_, at) => `王红${at}`)),
  )
  expect(people.length).toBe(60)
})

test('values come as values; a name that looks like a formula is text', async () => {
  const { database, office, other } = await street()
  const browser = await visitor(database, office)
  const [, , , ...people] = await fileAt(browser, `/people?unit=${other.id}&export=table`)
  expect(people.find(([name]) => name === '=曹兰')).toEqual(['=曹兰', other.name, '', '73', '短信'])
})

test('a file needs what its page needs, and a page has only the files it shows', async () => {
  const { database, secretary, office } = await street()
  const own = await fileAt(await visitor(database, secretary), '/people?export=table')
  expect(own.map(([name]) => name)).not.toContain('王红1')
  expect(own.map(([name]) => name)).toContain('=曹兰')
  const stranger = await visitor(database, null)
  expect((await stranger.get('/people?export=table')).location).toContain('/sign-in')
  expect((await (await visitor(database, office)).get('/people?export=other')).status).toBe(404)
})
