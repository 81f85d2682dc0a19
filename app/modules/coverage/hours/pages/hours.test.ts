import { expect, test } from 'vitest'
import { committed, otherStreet, ownDatabase, queriesDuring } from '#test/database.ts'
import { makeAppointed, makeBranch, makeStreet } from '#test/make.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { creditHours } from '../credit-hours.ts'

const database = await ownDatabase()

const made = await committed(database, async (ctx) => {
  const branch = await makeBranch(ctx)
  const member = await makeAppointed(ctx, 'member', branch.id)
  const other = await makeAppointed(ctx, 'member', branch.id)
  const fresh = await makeAppointed(ctx, 'member', branch.id)
  const marks = { [member.id]: 'came', [other.id]: 'left_early' } as const
  const first = await makeHeld(ctx, { unitId: branch.id, minutes: 90, marks })
  const second = await makeHeld(ctx, {
    unitId: branch.id,
    date: '2022-01-14',
    strandCode: 'arts',
    minutes: 60,
    marks: { [member.id]: 'left_early' },
  })
  for (const { id } of [first, second]) await creditHours(ctx, { sessionId: id })
  return { branch, member, other, fresh, first, second }
})

test('one’s hours stand with the sessions they come from and the sentence that explains them', async () => {
  const zh = await (await visitor(database, made.member)).get('/hours')
  expect(zh.status).toBe(200)
  const text = textOf(zh.html)
  expect(text).toContain('2021—2022 年冬训：到现在有 2 学时，这一季要 32 学时。')
  expect(text).toContain('合计 2 / 32')
  expect(text).toMatch(/先锋领训 1 \/ 1 .*文艺助训 1 \/ 1 .*实践促训 0 \/ 1 .*合计 2 \/ 4/)
  expect(text).toContain(
    '1.5 学时：支部学习每小时记 1 学时，共 90 分钟（办法 A，2021 年 10 月版）。',
  )
  expect(text).toContain('0.5 学时：支部学习每小时记 1 学时，共 60 分钟；提前离开，按一半时间计')
  expect(text.indexOf('0.5 学时')).toBeLessThan(text.indexOf('1.5 学时'))
  expect(zh.html).toContain(`href="/sessions/${made.first.id}"`)

  const en = await (await visitor(database, made.member, { language: 'en' })).get('/hours')
  expect(textOf(en.html)).toContain('Winter 2021–22: 2 of 32 hours so far.')
  expect(textOf(en.html)).toContain(
    '1.5 hours: a branch meeting counts 1 an hour; it lasted 90 minutes (rules A of October 2021).',
  )
})

test('everyone sees only their own', async () => {
  const other = textOf((await (await visitor(database, made.other)).get('/hours')).html)
  expect(other).toContain('到现在有 0.75 学时')
  expect(other).not.toContain('1.5 学时')
  const fresh = textOf((await (await visitor(database, made.fresh)).get('/hours')).html)
  expect(fresh).toContain('到现在有 0 学时，这一季要 32 学时。')
  expect(fresh).toContain('这一季还没有学时')
  const nobody = await (await visitor(database, null)).get('/hours')
  expect(nobody.location).toBe('/sign-in?from=%2Fhours')
})

test('a street without a season says so', async () => {
  const stranger = await committed(
    database,
    async (ctx) => {
      await makeStreet(ctx)
      return makeAppointed(ctx, 'member')
    },
    { street: otherStreet },
  )
  const elsewhere = await visitor(database, stranger, { street: otherStreet })
  expect(textOf((await elsewhere.get('/hours')).html)).toContain('还没有开过冬训季。')
})

test('more sessions need no more queries', async () => {
  const member = await visitor(database, made.other)
  await member.get('/hours')
  const few = await queriesDuring(() => member.get('/hours'))
  await committed(database, async (ctx) => {
    for (let day = 20; day < 30; day += 1) {
      const marks = { [made.other.id]: 'came' } as const
      const held = { unitId: made.branch.id, date: `2022-01-${day}`, minutes: 60, marks }
      const session = await makeHeld(ctx, held)
      await creditHours(ctx, { sessionId: session.id })
    }
  })
  expect(await queriesDuring(() => member.get('/hours'))).toBe(few)
  expect(textOf((await member.get('/hours')).html)).toContain('到现在有 10.75 学时')
})
