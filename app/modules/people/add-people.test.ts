import { expect, test } from 'vitest'
import { committed, failureOf, otherStreet, ownDatabase, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { addPeople } from './add-people.ts'

const people = [
  { name: '顾大明', phone: '10000000001', bornOn: '1948-03-02', reach: 'call' as const },
  { name: '曹兰', gender: 'f' as const },
]
const asMembers = { role: 'member' as const, fromOn: '2022-01-01' }

test('the office enters a branch’s members at once', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const { ids } = await addPeople(office, { unitId: branch.id, people, ...asMembers })
    const rows = await ctx.tx
      .selectFrom('person')
      .innerJoin('appointment', 'appointment.personId', 'person.id')
      .select(['person.id', 'name', 'namePinyin', 'reach', 'homeUnitId', 'role', 'fromOn'])
      .where('appointment.unitId', '=', branch.id)
      .orderBy('person.id')
      .execute()
    const shared = { homeUnitId: branch.id, ...asMembers }
    expect(rows).toEqual([
      { id: ids[0], name: '顾大明', namePinyin: 'gudaming gdm', reach: 'call', ...shared },
      { id: ids[1], name: '曹兰', namePinyin: 'caolan cl', reach: 'call', ...shared },
    ])
    const facts = await ctx.tx
      .selectFrom('fact')
      .select('details')
      .where('name', '=', 'people.added')
      .execute()
    expect(facts).toEqual([{ details: { count: 2, role: 'member' } }])
  }))

test('one phone that is taken refuses all of them', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    await makePerson(ctx, branch.id, { phone: '10000000001' })
    expect(await failureOf(ctx, () => addPeople(ctx, { unitId: branch.id, people }))).toBe(
      'person_phone',
    )
    const unborn = [{ name: '未来', bornOn: '2022-01-13' }]
    expect(await failureOf(ctx, () => addPeople(ctx, { unitId: branch.id, people: unborn }))).toBe(
      'person.bornLater',
    )
  }))

test('an organiser enters the own unit’s people, but gives no roles', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const other = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const enter = (unitId: string, more = {}) =>
      failureOf(ctx, () => addPeople(organiser, { unitId, people: [{ name: '王明' }], ...more }))
    expect(await enter(branch.id)).toBe(undefined)
    expect(await enter(branch.id, asMembers)).toBe('forbidden')
    expect(await enter(other.id)).toBe('forbidden')
  }))

test('a unit of another street is out of reach', async () => {
  const database = await ownDatabase()
  const branch = await committed(database, (ctx) => makeBranch(ctx))
  const attempt = committed(
    database,
    async (ctx) => {
      const office = await as(ctx, await makeAppointed(ctx, 'office'))
      return failureOf(ctx, () => addPeople(office, { unitId: branch.id, people }))
    },
    { street: otherStreet },
  )
  expect(await attempt).toBe('notFound')
})
