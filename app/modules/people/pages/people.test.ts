import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import type { Visit } from '#app/platform/http/page.ts'
import {
  committed,
  otherStreet,
  ownDatabase,
  queriesDuring,
  rolledBack,
  testNow,
} from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { addPerson } from '../add-person.ts'
import { callsPage } from '../notices/pages/calls.tsx'
import { familyOf, findPersonByPhone, historyOf } from '../queries.ts'
import { peoplePage } from './people.tsx'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const [branch, other] = [await makeBranch(ctx), await makeBranch(ctx)]
  const add = (name: string, homeUnitId: string, phone?: string, bornOn?: string) =>
    addPerson(ctx, { name, homeUnitId, phone, bornOn })
  return {
    branch,
    other,
    ming: await add('孔大明', branch.id, '10012345001', '1940-03-01'),
    mei: await add('王小美', branch.id, undefined, '2013-06-01'),
    li: await add('李远方', other.id, '10012345003', '1980-01-01'),
    organiser: await makeAppointed(ctx, 'organiser', branch.id),
    office: await makeAppointed(ctx, 'office'),
    administrator: await makeAppointed(ctx, 'administrator'),
  }
})
const names = ['孔大明', '王小美', '李远方']
const namesIn = (html: string) => names.filter((name) => textOf(html).includes(name))
const organiser = await visitor(database, made.organiser)
const office = await visitor(database, made.office)

test.each([
  ['', ['孔大明', '王小美', '李远方']],
  ['?q=大明', ['孔大明']],
  ['?q=kongdam', ['孔大明']],
  ['?q=KDM', ['孔大明']],
  ['?q=%25', []],
  ['?q=_', []],
  [`?unit=${made.other.id}`, ['李远方']],
  ['?unit=nonsense&page=x', ['孔大明', '王小美', '李远方']],
])('the office finds with %s: %s', async (query, expected) => {
  const { status, html } = await office.get(`/people${query}`)
  expect([status, namesIn(html)]).toEqual([200, expected])
})

test('an organiser sees the own branch only, and no phone', async () => {
  const { html } = await organiser.get('/people')
  expect(namesIn(html)).toEqual(['孔大明', '王小美'])
  expect(html).not.toContain(made.ming.phone)
  expect(namesIn((await organiser.get(`/people?unit=${made.other.id}`)).html)).toEqual([
    '孔大明',
    '王小美',
  ])
})

test('others have no list, and no page of a stranger', async () => {
  const member = await visitor(database, made.li)
  expect((await member.get('/people')).status).toBe(403)
  expect((await member.get('/people/new')).status).toBe(403)
  expect((await member.get(`/people/${made.ming.id}`)).status).toBe(404)
  expect((await organiser.get(`/people/${made.li.id}`)).status).toBe(404)
  const abroad = await visitor(
    database,
    await committed(database, (ctx) => makeAppointed(ctx, 'office'), { street: otherStreet }),
    { street: otherStreet },
  )
  expect((await abroad.get(`/people/${made.ming.id}`)).status).toBe(404)
})

test('a person sees the own page with the phone; whoever looks after them opens it first', async () => {
  const self = await visitor(database, made.ming)
  const path = `/people/${made.ming.id}`
  expect((await self.get(path)).html).toContain(made.ming.phone)
  expect((await organiser.get(path)).html).not.toContain(made.ming.phone)
  expect((await organiser.post(`${path}?do=contact`, {})).location).toBe(
    `${path}?done=contact.opened`,
  )
  const opened = await organiser.get(path)
  expect(opened.html).toContain(made.ming.phone)
  expect(textOf(opened.html)).toContain(`${made.organiser.name} 打开了联系方式`)
  const anHourLater = new Date(testNow.getTime() + 3_600_000)
  const later = await visitor(database, made.organiser, { now: anHourLater })
  expect((await later.get(path)).html).not.toContain(made.ming.phone)
})

test('a person is entered on a page, and a wrong field keeps what was typed', async () => {
  const typed = { name: '赵新来', homeUnitId: made.branch.id, phone: '123', bornOn: '1950-01-01' }
  const wrong = await organiser.post('/people/new?do=add', typed)
  expect([wrong.status, wrong.html.includes('value="赵新来"')]).toEqual([422, true])
  const right = { ...typed, phone: '100 1234 5009', gender: '', homebound: 'yes' }
  const answer = await organiser.post('/people/new?do=add', right)
  const added = await committed(database, (ctx) => findPersonByPhone(ctx, '10012345009'))
  expect(answer.location).toBe(`/people/${added?.id}?done=person.added`)
  expect(added?.homebound).toBe(true)
  const taken = await organiser.post('/people/new?do=add', { ...right, name: '另一个' })
  expect([taken.status, textOf(taken.html).includes('已经登记在另一个人名下')]).toEqual([409, true])
})

test('the office gives a role and ends it; an organiser is not offered to', async () => {
  const path = `/people/${made.li.id}`
  const term = { personId: made.li.id, unitId: made.other.id, role: 'staff', fromOn: '2022-01-03' }
  expect((await office.post(`${path}?do=appoint`, { ...term, untilOn: '' })).location).toBe(
    `${path}?done=person.appointed`,
  )
  const again = await office.post(`${path}?do=appoint`, term)
  expect([again.status, textOf(again.html).includes('已经有这个职务')]).toEqual([409, true])
  const shown = textOf((await office.get(path)).html)
  expect(shown).toContain('工作人员')
  expect((await organiser.get(`/people/${made.ming.id}`)).html).not.toContain('do=appoint')
  expect(textOf((await office.get(path)).html)).not.toContain('管理员')
  const administrator = await visitor(database, made.administrator)
  expect(textOf((await administrator.get(path)).html)).toContain('管理员')
})

test('a child’s guardian is chosen from the list', async () => {
  const { mei, ming } = made
  const page = await organiser.get(`/people/${mei.id}`)
  expect(page.html).toContain(`/people?guardianOf=${mei.id}`)
  const list = await organiser.get(`/people?guardianOf=${mei.id}`)
  expect(textOf(list.html)).toContain('为王小美选一位监护人')
  const choose = `/people?guardianOf=${mei.id}&do=chooseGuardian`
  const child = await organiser.post(choose, { childId: mei.id, guardianId: mei.id })
  expect([child.status, textOf(child.html).includes('监护人须年满 18 周岁')]).toEqual([409, true])
  const chosen = await organiser.post(choose, { childId: mei.id, guardianId: ming.id })
  expect(chosen.location).toBe(`/people/${mei.id}?done=guardian.named`)
  const { family, history } = await committed(database, async (ctx) => ({
    family: await familyOf(ctx, mei.id),
    history: await historyOf(ctx, mei.id),
  }))
  expect(family).toEqual([{ id: ming.id, name: '孔大明', is: 'guardian' }])
  expect(history[0]?.actor).toBe(made.organiser.name)
})

/** What a list's page asks of the database with so many people in its branch. */
function asked(people: number, load: (ctx: Context, visit: Visit) => Promise<unknown>) {
  let queries = 0
  return rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    for (let n = 0; n < people; n++) await makePerson(ctx, branch.id)
    const self = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const visit = { query: new URLSearchParams(), params: {} } as Visit
    queries = await queriesDuring(() => load(self, visit))
  }).then(() => queries)
}

test.each([
  ['people', peoplePage.load],
  ['calls', callsPage.load],
])('the page of %s asks as much for 30 as for 1', async (_, load) => {
  const one = await asked(1, load)
  expect(one).toBeGreaterThan(1)
  expect(await asked(30, load)).toBe(one)
})
