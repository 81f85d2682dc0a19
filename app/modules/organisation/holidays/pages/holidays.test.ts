import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed, makeStreet } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()
const people = await committed(database, async (ctx) => {
  await makeStreet(ctx)
  return {
    administrator: await makeAppointed(ctx, 'administrator'),
    office: await makeAppointed(ctx, 'office'),
    member: await makeAppointed(ctx, 'member'),
  }
})
const now = new Date('2026-11-24T10:00:00+08:00')

test('the office sees the year’s days, and is warned of the one that is unknown', async () => {
  const office = await visitor(database, people.office, { now })
  const words = textOf((await office.get('/holidays')).html)
  expect(words).toContain('2027年的节假日还不知道')
  expect(words).toContain('2月15日至2月23日')
  expect(words).toContain('节假日由管理员登记和更正')
  const member = await visitor(database, people.member, { now })
  expect((await member.get('/holidays')).status).toBe(403)
})

test('a faulty year is refused with its lines and kept as typed; a right one takes the warning away', async () => {
  const administrator = await visitor(database, people.administrator, { now })
  const typed = { year: '2027', lines: '2027-01-01,休,元旦' }
  const refused = await administrator.post('/holidays?do=enter&year=2027', typed)
  expect([refused.status, refused.html.includes('2027-01-01,休,元旦')]).toEqual([422, true])
  expect(textOf(refused.html)).toContain('放假的日子太少')
  const lines = '2027-01-01~2027-01-03,休,元旦\n2027-02-05~2027-02-13,休,春节'
  const sent = await administrator.post('/holidays?do=enter&year=2027', { year: '2027', lines })
  expect(sent.location).toBe('/holidays?year=2027&done=holidays.entered')
  expect(textOf((await administrator.get(sent.location!)).html)).not.toContain('还不知道')
})
