import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openStreet } from '#app/modules/organisation/open-street.ts'
import { addPerson } from '#app/modules/people/add-person.ts'
import { appoint } from '#app/modules/people/appoint.ts'
import { acrossStreets } from '#app/platform/database/rollup.ts'
import { committed, failureOf, ownDatabase, street } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { summariseDay } from '../summarise-day.ts'

const database = await ownDatabase()
const district = 320613

const made = await committed(database, async (ctx) => {
  const branch = await makeBranch(ctx)
  const member = await makeAppointed(ctx, 'member', branch.id)
  const left = await makeAppointed(ctx, 'member', branch.id)
  await makeAppointed(ctx, 'member', branch.id)
  const marks = { [member.id]: 'came', [left.id]: 'left_early' } as const
  const session = await makeHeld(ctx, { unitId: branch.id, marks })
  return { branch, member, session, office: await makeAppointed(ctx, 'office') }
})
const reader = await committed(
  database,
  async (ctx) => {
    await ctx.tx
      .insertInto('division')
      .values({ code: String(district), name: '崇川区', level: 'district' })
      .execute()
    await ctx.tx
      .updateTable('division')
      .set({ parentCode: String(district) })
      .where('code', '=', String(street))
      .execute()
    const { unitId } = await openStreet(ctx, { code: String(district), nameEn: 'Chongchuan' })
    const person = await addPerson(ctx, {
      name: '区干部',
      homeUnitId: unitId,
      phone: '10099999901',
    })
    const held = { personId: person.id, unitId, role: 'district', fromOn: '2020-01-01' } as const
    await appoint(ctx, held)
    return person
  },
  { street: district },
)

test('the district reads its streets’ figures from the daily summaries alone', async () => {
  const page = await visitor(database, reader, { street: district })
  expect(textOf((await page.get('/district')).html)).toContain('还没有汇总')
  await committed(database, summariseDay)
  await committed(database, summariseDay)
  const text = textOf((await page.get('/district')).html)
  expect(text).toMatch(/1 \/ 1 个街道有汇总 .*2 \/ 3 名党员参加过 .*1 \/ 1 个支部已有人参加/)
  expect(text).toMatch(/街道320613019 1月12日 2021—2022 年冬训 1 \/ 1 2 \/ 3 1/)
  expect(text).not.toContain(made.branch.name)
  const rows = await committed(database, (ctx) =>
    ctx.tx.selectFrom('dailySummary').selectAll().execute(),
  )
  expect(rows).toMatchObject([
    { day: '2022-01-12', members: 3, membersReached: 2, membersStayed: 1 },
  ])
})

test('nothing opens from there: no page, no record, no person of a street', async () => {
  const page = await visitor(database, reader, { street: district })
  const { member, session, branch } = made
  const statuses = await Promise.all(
    [
      `/people/${member.id}`,
      `/hours/${member.id}`,
      `/sessions/${session.id}`,
      '/coverage',
      `/coverage/not-reached?unit=${branch.id}`,
      `/coverage?street=${street}`,
    ].map(async (path) => (await page.get(path)).status),
  )
  expect(statuses).toEqual([404, 404, 404, 403, 403, 403])
  const inside = { street: district }
  await committed(
    database,
    async (ctx) => {
      const own = await ctx.tx.selectFrom('dailySummary').select('day').execute()
      expect(own).toEqual([])
      const looks = (table: string) => () =>
        acrossStreets(ctx.tx, (tx) => sql`select * from ${sql.table(table)}`.execute(tx))
      for (const table of ['person', 'session', 'attendance', 'hour_credit']) {
        await expect(failureOf(ctx, looks(table))).rejects.toThrow('permission denied')
      }
    },
    inside,
  )
})

test('members and offices have no such page, and the program alone writes figures', async () => {
  const member = await visitor(database, made.member)
  expect((await member.get('/district')).status).toBe(403)
  const office = await visitor(database, made.office)
  expect((await office.get('/district')).status).toBe(403)
  await committed(database, async (ctx) => {
    const person = await as(ctx, made.office)
    expect(await failureOf(ctx, () => summariseDay(person))).toBe('forbidden')
  })
})
