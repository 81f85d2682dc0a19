import { expect, test } from 'vitest'
import { Invalid } from '#app/platform/errors.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { importPeople } from './import-people.ts'
import { type PersonFault, readPeople } from './rules.ts'

const heads = 'unit,role,name,gender,born_on,phone,joined_party_on'
const bytes = (...lines: string[]) => new TextEncoder().encode([heads, ...lines].join('\r\n'))
const today = '2022-01-12'

test('a list of people comes in with units and roles', () =>
  rolledBack(async (ctx) => {
    const [one, other] = [await makeBranch(ctx), await makeBranch(ctx)]
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const list = bytes(
      `${one.name},member,顾大明,男,1948/3/2,100-0000-0001,1970-07-01`,
      `${other.name},volunteer,曹兰,f,,,`,
      `${one.name},,王红,女,2010-05-05,,`,
    )
    expect(await importPeople(office, { bytes: list })).toEqual({ added: 3 })
    const people = await ctx.tx
      .selectFrom('person')
      .leftJoin('appointment', 'appointment.personId', 'person.id')
      .select([
        'name',
        'gender',
        'bornOn',
        'phone',
        'joinedPartyOn',
        'homeUnitId',
        'role',
        'fromOn',
      ])
      .where('homeUnitId', 'in', [one.id, other.id])
      .orderBy('person.id')
      .execute()
    const nothing = { bornOn: null, phone: null, joinedPartyOn: null, role: null, fromOn: null }
    expect(people).toEqual([
      {
        name: '顾大明',
        gender: 'm',
        bornOn: '1948-03-02',
        phone: '10000000001',
        joinedPartyOn: '1970-07-01',
        homeUnitId: one.id,
        role: 'member',
        fromOn: today,
      },
      {
        ...nothing,
        name: '曹兰',
        gender: 'f',
        homeUnitId: other.id,
        role: 'volunteer',
        fromOn: today,
      },
      { ...nothing, name: '王红', gender: 'f', bornOn: '2010-05-05', homeUnitId: one.id },
    ])
  }))

test('one faulty row keeps the whole list out', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    await makePerson(ctx, branch.id, { phone: '10000000001' })
    const list = bytes(
      `${branch.name},,顾大明,,,10000000001,`,
      `没有的支部,,曹兰,,,,`,
      `${branch.name},,王红,,,,`,
    )
    const error = await importPeople(ctx, { bytes: list }).catch((thrown: unknown) => thrown)
    expect((error as Invalid).issues).toEqual({
      'row.2': 'people.phoneTaken',
      'row.3': 'people.unknownUnit',
    })
  }))

test.each<[string, string, PersonFault]>([
  ['six fields', '支部,,王红,,,', 'people.wrongFields'],
  ['a role that lists don’t give', '支部,office,王红,,,,', 'people.badRole'],
  ['no name', '支部,,,,,,', 'people.badName'],
  ['a gender that is none', '支部,,王红,x,,,', 'people.badGender'],
  ['a day that is none', '支部,,王红,,2021-02-30,,', 'people.badDay'],
  ['a day to come', '支部,,王红,,2022-01-13,,', 'people.badDay'],
  ['a phone too short', '支部,,王红,,,1000000,', 'people.badPhone'],
])('a row with %s', (_, line, fault) => {
  expect(readPeople(bytes(line), today).faulty).toEqual([{ row: 2, fault }])
})

test('a phone twice in one list, other heads, and nobody', () => {
  const twice = ['支部,,王红,,,10000000001,', '支部,,曹兰,,,10000000001,']
  expect(readPeople(bytes(...twice), today).faulty).toEqual([
    { row: 2, fault: 'people.phoneTwice' },
  ])
  const other = new TextEncoder().encode('name,phone\n王红,\n')
  expect(readPeople(other, today).faulty).toEqual([{ row: 1, fault: 'people.wrongHeads' }])
  expect(readPeople(bytes(), today).faulty).toEqual([{ row: 2, fault: 'people.nothing' }])
})

test('an organiser may not', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const list = bytes(`${branch.name},,王红,,,,`)
    expect(await failureOf(ctx, () => importPeople(organiser, { bytes: list }))).toBe('forbidden')
  }))
