import { expect, test } from 'vitest'
import { scopeOf } from '#app/modules/people/access.ts'
import { appoint } from '#app/modules/people/appoint.ts'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import { committed, otherStreet, ownDatabase, queriesDuring } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makeCommunity, makePerson, makeStreet } from '#test/make.ts'
import { lastWinter, makeHeld } from '#test/make-coverage.ts'
import { makeSession } from '#test/make-sessions.ts'
import { makeSeason } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { coverageRoles } from '../access.ts'
import { coverageOf } from '../queries.ts'

const database = await ownDatabase()

/** Two communities: in each one branch that was reached, in its own way, and one that was not. */
const made = await committed(database, async (ctx) => {
  const season = await makeSeason(ctx)
  const north = await makeCommunity(ctx, '北社区')
  const south = await makeCommunity(ctx, '南社区')
  const branches = {
    came: await makeBranch(ctx, north.id),
    missed: await makeBranch(ctx, north.id),
    ordered: await makeBranch(ctx, south.id),
    forgotten: await makeBranch(ctx, south.id),
  }
  const came = await makeAppointed(ctx, 'member', branches.came.id)
  const absent = await makeAppointed(ctx, 'member', branches.missed.id)
  const former = await makePerson(ctx, branches.forgotten.id)
  await appoint(ctx, {
    personId: former.id,
    unitId: branches.forgotten.id,
    role: 'member',
    fromOn: '2020-01-01',
    untilOn: '2021-12-31',
  })
  for (const branch of Object.values(branches)) await makeAppointed(ctx, 'member', branch.id)
  const guest = await makePerson(ctx, north.id)
  await makeHeld(ctx, {
    unitId: branches.ordered.id,
    date: '2022-01-14',
    firstMarks: { [absent.id]: 'came' },
    marks: { [came.id]: 'came', [former.id]: 'came', [absent.id]: 'absent', [guest.id]: 'came' },
  })
  await makeHeld(ctx, {
    unitId: branches.came.id,
    strandCode: 'arts',
    date: '2022-01-15',
    marks: { [came.id]: 'left_early' },
  })
  const inNorth = {
    unitId: branches.came.id,
    placedBy: (await makeAppointed(ctx, 'organiser', branches.came.id)).id,
  }
  await makeSession(ctx, { ...inNorth, date: '2022-01-25' })
  const coming = await makeSession(ctx, { ...inNorth, date: '2022-01-20' })
  const full = await makeSession(ctx, { ...inNorth, date: '2022-01-19', venueSeats: 1 })
  await signUp(await as(ctx, came), { sessionId: full.id })
  const before = await lastWinter(ctx)
  await makeHeld(before, {
    unitId: branches.forgotten.id,
    date: '2021-01-14',
    marks: { [absent.id]: 'came' },
  })
  return {
    season,
    north,
    south,
    branches,
    coming,
    office: await makeAppointed(ctx, 'office'),
    organiser: await makeAppointed(ctx, 'organiser', north.id),
    secretary: await makeAppointed(ctx, 'secretary', branches.missed.id),
    member: came,
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

test('a branch is reached by a member who came or an order that was held', async () => {
  const rows = await committed(database, async (ctx) => {
    const office = await as(ctx, made.office)
    return coverageOf(ctx, made.season, scopeOf(office.actor, coverageRoles))
  })
  expect(
    rows.map(({ id, communityName, members, reached, ordersHeld, strands }) => [
      id,
      communityName,
      { members, reached, ordersHeld, strands },
    ]),
  ).toEqual([
    [
      made.branches.came.id,
      '北社区',
      { members: 2, reached: 1, ordersHeld: 1, strands: { pioneer: 1, arts: 1 } },
    ],
    [made.branches.missed.id, '北社区', { members: 2, reached: 0, ordersHeld: 0, strands: {} }],
    [made.branches.ordered.id, '南社区', { members: 1, reached: 0, ordersHeld: 1, strands: {} }],
    [made.branches.forgotten.id, '南社区', { members: 1, reached: 0, ordersHeld: 0, strands: {} }],
  ])
})

test('the office sees who was not reached first, each with something to offer', async () => {
  const office = await visitor(database, made.office)
  const zh = await office.get('/coverage')
  const { branches, coming } = made
  expect(zh.status).toBe(200)
  const text = textOf(zh.html)
  expect(text).toContain('截至')
  expect(text).toMatch(/2 \/ 4 个支部已有人参加 .*1 \/ 6 名党员参加过/)
  const list = text.slice(text.indexOf('还没有覆盖到的支部'), text.indexOf('各社区'))
  expect(list).toContain('共 2 个支部')
  expect(list).toMatch(/支部\d+ 北社区 2 去听《守住养老钱 \d+》，还有 40 个座位/)
  expect(list).toContain(branches.missed.name)
  expect(list).toContain('1月20日 周四 14:00')
  expect(list).toContain(`${branches.forgotten.name} 南社区 1 帮他们点一场宣讲`)
  expect(list).not.toContain(branches.came.name)
  expect(list).not.toContain(branches.ordered.name)
  expect(zh.html).toContain(`href="/sessions/${coming.id}"`)
  expect(zh.html).toContain(`href="#community-${made.north.id}"`)
  expect(text).toMatch(/北社区 (已覆盖 )?1 \/ 4/)
  expect(text).toContain('北社区：2 个支部，1 个已有人参加')

  const english = await visitor(database, made.office, { language: 'en' })
  const en = textOf((await english.get(`/coverage?season=${made.season.id}`)).html)
  expect(en).toContain('Winter 2021–22 Coverage')
  expect(en).toMatch(/2 \/ 4 branches have had someone come/)
  expect(en).toContain('Join “Keeping your savings safe”: 40 seats are free')
  expect(en).toContain('Order a talk for them')
  expect(en).toContain('北社区: 1 of 2 branches have had someone come')
})

test('organisers and secretaries see their own units', async () => {
  const { branches } = made
  const north = textOf((await (await visitor(database, made.organiser)).get('/coverage')).html)
  expect(north).toMatch(/1 \/ 2 个支部已有人参加/)
  expect(north).toContain(branches.missed.name)
  expect(north).not.toContain(branches.forgotten.name)
  const own = textOf((await (await visitor(database, made.secretary)).get('/coverage')).html)
  expect(own).toMatch(/0 \/ 1 个支部已有人参加/)
  expect(own).not.toContain(branches.came.name)
})

test('members see none of it, and another street nothing of this one', async () => {
  const member = await visitor(database, made.member)
  expect((await member.get('/coverage')).status).toBe(403)
  const elsewhere = await visitor(database, stranger, { street: otherStreet })
  expect((await elsewhere.get(`/coverage?season=${made.season.id}`)).status).toBe(404)
  const own = await elsewhere.get('/coverage')
  expect(own.status).toBe(200)
  expect(textOf(own.html)).toContain('还没有开过冬训季。')
})

test('thirty more branches need no more queries', async () => {
  const office = await visitor(database, made.office)
  await office.get('/coverage')
  const few = await queriesDuring(() => office.get('/coverage'))
  await committed(database, async (ctx) => {
    for (let count = 0; count < 30; count += 1) await makeBranch(ctx, made.south.id)
  })
  expect(await queriesDuring(() => office.get('/coverage'))).toBe(few)
  expect(textOf((await office.get('/coverage')).html)).toContain('共 32 个支部')
})
