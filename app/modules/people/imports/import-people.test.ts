import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import type { Invalid } from '#app/platform/errors.ts'
import { writeWorkbook } from '#app/platform/spreadsheet.ts'
import { addDays, dayOf } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { chooseColumns } from './choose-columns.ts'
import { forgetPeopleFiles } from './forget-people-files.ts'
import { importPeople } from './import-people.ts'
import { keepPeopleFile } from './keep-people-file.ts'
import { findPeopleFile, latePeopleFiles } from './queries.ts'

const heads = 'unit,role,name,gender,born_on,phone,joined_party_on'
const csv = (...lines: string[]) => new TextEncoder().encode([heads, ...lines].join('\r\n'))
const today = '2022-01-12'

async function bringIn(ctx: Context, bytes: Uint8Array, onlyGood = false) {
  const { importId } = await keepPeopleFile(ctx, { bytes, fileName: 'list' })
  return importPeople(ctx, { importId, onlyGood })
}

const peopleAt = (ctx: Context, ...unitIds: string[]) =>
  ctx.tx
    .selectFrom('person')
    .leftJoin('appointment', 'appointment.personId', 'person.id')
    .select(['name', 'gender', 'bornOn', 'phone', 'joinedPartyOn', 'homeUnitId', 'role', 'fromOn'])
    .where('homeUnitId', 'in', unitIds)
    .orderBy('person.id')
    .execute()

test('a list of people comes in with units and roles, and the same again adds nobody', () =>
  rolledBack(async (ctx) => {
    const [one, other] = [await makeBranch(ctx), await makeBranch(ctx)]
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const list = csv(
      `${one.name},member,顾大明,男,1948/3/2,100-0000-0001,1970-07-01`,
      `${other.name},volunteer,曹兰,f,,,`,
      `${one.name},,王红,女,2010-05-05,,`,
    )
    expect(await bringIn(office, list)).toEqual({ added: 3, known: 0, faulty: 0 })
    const people = await peopleAt(ctx, one.id, other.id)
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
    expect(await bringIn(office, list)).toEqual({ added: 0, known: 3, faulty: 0 })
    expect(await peopleAt(ctx, one.id, other.id)).toEqual(people)
  }))

test('a workbook with a title, Chinese headings and its own idea of columns', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const bytes = await writeWorkbook([
      {
        name: '名册',
        above: ['2022 年党员名册', '截至 2022-01-12'],
        headings: ['序号', '姓 名', '性别', '出生年月日', '联系电话（手机）', '类别', '备注'],
        rows: [
          [1, '=顾大明', '男', { day: '1948-03-02' }, 10000000001, '正式党员', '+1'],
          [2, '曹兰', '女', '1960年5月8日', '', '', null],
        ],
      },
    ])
    const { importId } = await keepPeopleFile(office, { bytes, fileName: '名册.xlsx' })
    const file = (await findPeopleFile(ctx, importId))!
    expect(file.headingsAt).toBe(2)
    expect(file.columns).toEqual([null, 'name', 'gender', 'bornOn', 'phone', 'role', null])
    const columns = file.columns.map((field) => field ?? undefined)
    const enter = () => importPeople(office, { importId, onlyGood: true })
    expect(await failureOf(ctx, enter)).toBe('people.noUnits')
    expect(await failureOf(ctx, () => chooseColumns(office, { importId, columns }))).toBe(
      'people.noUnits',
    )
    await chooseColumns(office, { importId, columns, unitId: branch.id, role: 'volunteer' })
    expect(await importPeople(office, { importId, onlyGood: false })).toEqual({
      added: 2,
      known: 0,
      faulty: 0,
    })
    expect(
      (await peopleAt(ctx, branch.id)).map(({ name, bornOn, phone, role }) => [
        name,
        bornOn,
        phone,
        role,
      ]),
    ).toEqual([
      ['=顾大明', '1948-03-02', '10000000001', 'member'],
      ['曹兰', '1960-05-08', null, 'volunteer'],
    ])
  }))

test('columns that were chosen are known the next time', () =>
  rolledBack(async (ctx) => {
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const bytes = new TextEncoder().encode('谁,姓名,支部\n顾大明,x,支部\n')
    const first = await keepPeopleFile(office, { bytes, fileName: '' })
    expect((await findPeopleFile(ctx, first.importId))!.columns).toEqual([null, 'name', 'unit'])
    await chooseColumns(office, { ...first, columns: ['name', undefined, 'unit'] })
    const second = await keepPeopleFile(office, { bytes, fileName: '' })
    expect((await findPeopleFile(ctx, second.importId))!.columns).toEqual(['name', null, 'unit'])
    const choosing = { ...second, columns: [undefined, undefined, 'unit' as const] }
    expect(await failureOf(ctx, () => chooseColumns(office, choosing))).toBe('people.noNames')
    const twice = { ...second, columns: ['name' as const, 'name' as const] }
    expect(await failureOf(ctx, () => chooseColumns(office, twice))).toBe('people.columnTwice')
  }))

test('one faulty row keeps the whole list out, or is left out where that is asked', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    await makePerson(ctx, branch.id, { phone: '10000000001' })
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const list = csv(
      `${branch.name},,顾大明,,,10000000001,`,
      `没有的支部,,曹兰,,,,`,
      `${branch.name},,王红,,,,`,
    )
    const error = await bringIn(office, list).catch((thrown: unknown) => thrown)
    expect((error as Invalid).issues).toEqual({
      'row.2': 'people.phoneTaken',
      'row.3': 'people.unknownUnit',
    })
    expect(await bringIn(office, list, true)).toEqual({ added: 1, known: 0, faulty: 2 })
  }))

test('a list is entered once, and forgotten after a day', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const bytes = csv(`${branch.name},,王红,,,,`)
    const { importId } = await keepPeopleFile(office, { bytes, fileName: '' })
    await importPeople(office, { importId, onlyGood: false })
    const again = () => importPeople(office, { importId, onlyGood: false })
    expect(await failureOf(ctx, again)).toBe('people.alreadyImported')
    await forgetPeopleFiles(ctx)
    expect(await latePeopleFiles(ctx)).toMatchObject([{ id: importId, people: 1, added: 1 }])
    const tomorrow = new Date(`${addDays(dayOf(ctx.now), 2)}T00:00:00Z`)
    await forgetPeopleFiles({ ...ctx, now: tomorrow })
    expect(await latePeopleFiles(ctx)).toEqual([])
  }))

test('what is no list of people is not kept', () =>
  rolledBack(async (ctx) => {
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const failure = (bytes: Uint8Array) =>
      failureOf(ctx, () => keepPeopleFile(office, { bytes, fileName: '' }))
    expect(await failure(csv())).toBe('people.nothing')
    expect(await failure(new Uint8Array())).toBe('people.nothing')
    expect(await failure(Uint8Array.of(0x50, 0x4b, 3, 4, 0))).toBe('table.broken')
    expect(
      await failure(csv(...Array.from({ length: 5001 }, (_, at) => `支部,,人${at},,,,`))),
    ).toBe('people.tooMany')
  }))

test('an organiser may not', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const bytes = csv(`${branch.name},,王红,,,,`)
    const sent = { bytes, fileName: '' }
    expect(await failureOf(ctx, () => keepPeopleFile(organiser, sent))).toBe('forbidden')
    const { importId } = await keepPeopleFile(office, sent)
    expect(await failureOf(ctx, () => importPeople(organiser, { importId, onlyGood: true }))).toBe(
      'forbidden',
    )
    const choosing = { importId, columns: ['name' as const] }
    expect(await failureOf(ctx, () => chooseColumns(organiser, choosing))).toBe('forbidden')
    expect(await failureOf(ctx, () => forgetPeopleFiles(office))).toBe('forbidden')
  }))

test('a list in GB18030', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const heads = [0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd0, 0xd4, 0xb1, 0xf0, 0x0d, 0x0a]
    const bytes = Uint8Array.of(...heads, 0xcd, 0xf5, 0xba, 0xec, 0x2c, 0xc5, 0xae)
    const { importId } = await keepPeopleFile(office, { bytes, fileName: '' })
    await chooseColumns(office, { importId, columns: ['name', 'gender'], unitId: branch.id })
    await importPeople(office, { importId, onlyGood: false })
    expect(await peopleAt(ctx, branch.id)).toMatchObject([{ name: '王红', gender: 'f' }])
  }))
