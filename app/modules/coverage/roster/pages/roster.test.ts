import { expect, test } from 'vitest'
import { creditHours } from '#app/modules/coverage/hours/credit-hours.ts'
import { appoint } from '#app/modules/people/appoint.ts'
import { exemptPerson } from '#app/modules/seasons/requirements/exempt-person.ts'
import { system } from '#app/platform/context.ts'
import { readSheet } from '#app/platform/spreadsheet.ts'
import { committed, ownDatabase, queriesDuring } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makeCommunity, makePerson } from '#test/make.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { makeSeason } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()

const made = await committed(database, async (ctx) => {
  await makeSeason(ctx)
  const community = await makeCommunity(ctx, '费桥村')
  const [branch, other] = [await makeBranch(ctx, community.id), await makeBranch(ctx, community.id)]
  const member = async (name: string) => {
    const person = await makePerson(ctx, branch.id, { name })
    const held = { personId: person.id, unitId: branch.id, fromOn: '2020-01-01' }
    await appoint({ ...ctx, actor: system }, { ...held, role: 'member' })
    return person
  }
  const office = await makeAppointed(ctx, 'office')
  const [came, ill] = [await member('曹兰'), await member('安红')]
  await makeAppointed(ctx, 'member', other.id)
  await exemptPerson(await as(ctx, office), {
    personId: ill.id,
    fromOn: '2022-01-01',
    untilOn: '2022-01-31',
    reason: '住院',
  })
  const session = await makeHeld(ctx, {
    unitId: branch.id,
    date: '2022-01-14',
    marks: { [came.id]: 'came' },
  })
  await creditHours({ ...ctx, actor: system }, { sessionId: session.id })
  const secretary = await makeAppointed(ctx, 'secretary', branch.id)
  return { branch, other, office, secretary, came, ill, member: came }
})

const { branch, other } = made
const rowsAt = async (person: { id: string }, path: string, sheet?: string) => {
  const { bytes } = await (await visitor(database, person)).get(path)
  return (await readSheet(bytes, { mostRows: 100, ...(sheet && { sheet }) })).map(
    (row) => row.fields,
  )
}

test('the form of a branch is there without typing, by name and not by hours', async () => {
  const browser = await visitor(database, made.office)
  const page = await browser.get(`/coverage/roster?unit=${branch.id}`)
  const text = textOf(page.html)
  expect(text).toContain(`单位：${branch.name}（费桥村）`)
  expect(text.indexOf('安红')).toBeLessThan(text.indexOf('曹兰'))
  expect(text).toContain('2022-01-01 至 2022-01-31：住院')
  expect(page.html).toContain(`href="/hours/${made.came.id}?season=`)
  expect(text).toContain('填表人：')
})

test('the file has the same, with numbers as numbers, and its own lines for signatures', async () => {
  const rows = await rowsAt(made.office, `/coverage/roster.xlsx?unit=${branch.id}`)
  const [title, unit, headings, first, second, signatures] = rows
  expect(title![0]).toContain('支部党员学时名册')
  expect(unit![0]).toContain(`单位：${branch.name}（费桥村）`)
  expect(headings!.slice(0, 6)).toEqual(['序号', '姓名', '性别', '入党时间', '职务', '应学学时'])
  expect(first!.slice(0, 5)).toEqual(['1', '安红', '', '', '党员'])
  const total = headings!.indexOf('合计学时')
  expect([first![total], Number(second![total]) > 0]).toEqual(['0', true])
  expect(second![total + 1]).toBe('未完成')
  expect(signatures![0]).toContain('支部书记：')
})

test('all branches are one file with a sheet each', async () => {
  const rows = await rowsAt(made.office, '/coverage/roster.xlsx?unit=all', other.name)
  expect(rows[1]![0]).toContain(other.name)
})

test('a secretary has the own branch, without the reasons of exemptions; a member has none', async () => {
  const text = textOf(
    (await (await visitor(database, made.secretary)).get('/coverage/roster')).html,
  )
  expect(text).toContain('2022-01-01 至 2022-01-31')
  expect(text).not.toContain('住院')
  const secretary = await visitor(database, made.secretary)
  for (const page of ['/coverage/roster', '/coverage/roster.xlsx'])
    expect((await secretary.get(`${page}?unit=${other.id}`)).status).toBe(404)
  expect((await (await visitor(database, made.member)).get('/coverage/roster')).status).toBe(403)
})

test('as many queries for all branches as for one', async () => {
  const browser = await visitor(database, made.office)
  const queries = (unit: string) =>
    queriesDuring(() => browser.get(`/coverage/roster?unit=${unit}`))
  await queries('all')
  expect(await queries('all')).toBe(await queries(branch.id))
})
