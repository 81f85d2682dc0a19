import { expect, test } from 'vitest'
import { committed, otherStreet, ownDatabase, queriesDuring } from '#test/database.ts'
import { makeAppointed, makeBranch, makeStreet } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { openSeason } from '../open-season.ts'
import { currentSeason } from '../queries.ts'

const database = await ownDatabase()
const people = await committed(database, async (ctx) => {
  const branch = await makeBranch(ctx)
  return {
    office: await makeAppointed(ctx, 'office'),
    member: await makeAppointed(ctx, 'member', branch.id),
  }
})
const stranger = await committed(
  database,
  async (ctx) => {
    await makeStreet(ctx)
    return makeAppointed(ctx, 'office')
  },
  { street: otherStreet },
)

const typed = {
  name: '2022年冬训',
  nameEn: 'Winter 2022',
  startsOn: '2022-01-10',
  endsOn: '2022-02-28',
  hourRules: 'A-2021-10',
  'strands.0.code': 'pioneer',
  'strands.0.name': '先锋领训',
  'strands.0.nameEn': 'Pioneer-led talks',
  'strands.1.code': 'practice',
  'strands.1.name': '实践促训',
  'strands.1.nameEn': '',
  'requirements.0.role': 'member',
  'requirements.0.hours': '8.5',
  'requirements.0.sessions': '4',
  'requirements.0.eachStrand': '1',
}

test('the office opens a season on the page, and everyone reads what it asks', async () => {
  const office = await visitor(database, people.office)
  expect(textOf((await office.get('/seasons')).html)).toContain('还没有开过冬训季')
  const empty = await office.get('/seasons/new')
  expect(empty.status).toBe(200)
  for (const usual of ['先锋领训', '文艺助训', '实践促训', 'value="32"', 'value="56"'])
    expect(empty.html).toContain(usual)

  const wrong = await office.post('/seasons/new?do=open', { ...typed, endsOn: '2022-01-09' })
  expect(wrong.status).toBe(409)
  expect(wrong.html).toContain('结束的日子要在开始的日子之后')
  expect(wrong.html).toContain('value="2022年冬训"')
  const unreadable = await office.post('/seasons/new?do=open', {
    ...typed,
    'requirements.0.hours': '八',
  })
  expect(unreadable.status).toBe(422)

  const opened = await office.post('/seasons/new?do=open', typed)
  const season = await committed(database, async (ctx) => (await currentSeason(ctx))!)
  expect(opened).toMatchObject({
    status: 303,
    location: `/seasons/${season.id}?done=season.opened`,
  })

  const zh = await office.get(opened.location!)
  expect(textOf(zh.html)).toMatch(
    /冬训季开好了。.*2022年冬训.*1月10日至2月28日.*2022年1月 .*1月10日开季 · 第 3 天，共 50 天.*2022年2月 .*2月28日收官.*先锋领训 实践促训.*党员 至少 8\.5 至少 4 至少 1 至少 1.*集中培训一天 8 学时/,
  )
  expect(zh.html).toContain(`href="/coverage?season=${season.id}"`)
  const member = await visitor(database, people.member, { language: 'en' })
  const en = await member.get(`/seasons/${season.id}`)
  expect(textOf(en.html)).toMatch(
    /Winter 2022.*10 Jan – 28 Feb.*January 2022 .*Begins on 10 Jan · Day 3 of 50 .*February 2022.*Ends on 28 Feb.*Pioneer-led talks 实践促训.*Members At least 8\.5 At least 4/,
  )
  expect(en.html).not.toContain('href="/coverage')
  expect(textOf((await member.get('/seasons')).html)).toMatch(/Winter 2022 Under way/)

  const next = await office.get('/seasons/new')
  expect(next.html).toContain('value="8.5"')
  const overlapping = await office.post('/seasons/new?do=open', { ...typed, name: '又一个' })
  expect(overlapping.status).toBe(409)
  expect(overlapping.html).toContain('这段时间和另一个冬训季重叠')
})

test('who may not', async () => {
  const member = await visitor(database, people.member)
  expect((await member.get('/seasons/new')).status).toBe(403)
  expect((await member.post('/seasons/new?do=open', typed)).status).toBe(403)
  const nobody = await visitor(database, null)
  expect(await nobody.get('/seasons')).toMatchObject({
    status: 302,
    location: '/sign-in?from=%2Fseasons',
  })
  const season = await committed(database, async (ctx) => (await currentSeason(ctx))!)
  const elsewhere = await visitor(database, stranger, { street: otherStreet })
  expect((await elsewhere.get(`/seasons/${season.id}`)).status).toBe(404)
  expect(textOf((await elsewhere.get('/seasons')).html)).toContain('还没有开过冬训季')
})

test('more seasons need no more queries', async () => {
  const office = await visitor(database, people.office)
  await office.get('/seasons')
  const few = await queriesDuring(() => office.get('/seasons'))
  await committed(database, async (ctx) => {
    for (let year = 2030; year < 2060; year += 1) {
      await openSeason(ctx, {
        name: `${year}年冬训`,
        nameEn: '',
        startsOn: `${year}-01-01`,
        endsOn: `${year}-02-28`,
        hourRules: 'A-2021-10',
        strands: [{ code: 'arts', name: '文艺助训', nameEn: '' }],
        requirements: [],
      })
    }
  })
  expect(await queriesDuring(() => office.get('/seasons'))).toBe(few)
  expect(textOf((await office.get('/seasons')).html)).toContain('2059年冬训')
})
