import { expect, test } from 'vitest'
import { columnsIn } from '#app/platform/sent-lists.ts'
import { fieldCalled, type Judged, type Judging, judge, type Known } from './rules.ts'

// not a sentence: what lists of people hold

const units = [
  { id: 'u1', name: '费桥村党支部' },
  { id: 'u2', name: '秦灶村党支部' },
  { id: 'u3', name: '老年支部' },
  { id: 'u4', name: '老年支部' },
]
const heads = ['姓名', '单位', '身份', '性别', '出生日期', '手机号', '入党日期']
const columns = columnsIn([{ number: 1, fields: heads }], fieldCalled(new Map())).columns
const row = (number: number, ...fields: string[]) => ({ number, fields })
const someone: Known = {
  id: 'p1',
  name: '王红',
  bornOn: '1948-03-02',
  phone: '10000000001',
  unitIds: ['u1'],
}

const judged = (lines: string[], more: Partial<Judging> = {}): Judged[] =>
  judge({
    rows: [row(1, ...heads), ...lines.map((line, at) => row(at + 2, ...line.split(',')))],
    headingsAt: 0,
    columns,
    otherwise: { unitId: null, role: null },
    units,
    known: [someone],
    today: '2022-01-12',
    ...more,
  })
const becomes = (lines: string[], more: Partial<Judging> = {}) =>
  judged(lines, more).map((row) =>
    row.is === 'faulty' ? row.fault : row.is === 'known' ? row.by : 'new',
  )

test('every column is known by its Chinese and its English name', () => {
  const all = ['name', 'unit', 'role', 'gender', 'bornOn', 'phone', 'joinedPartyOn']
  expect(columns).toEqual(all)
  const english = ['Name', 'unit', 'role', 'Gender', 'born_on', 'phone', 'joined_party_on']
  expect(columnsIn([row(1, ...english)], fieldCalled(new Map())).columns).toEqual(all)
})

test('headings stand under a title, with notes in brackets; one thing is one column', () => {
  const rows = [
    row(1, '2022 年党员名册'),
    row(3, '序号', '姓 名*', '性别（必填）', '姓名'),
    row(4, '1', '王红', '女', ''),
  ]
  expect(columnsIn(rows, fieldCalled(new Map()))).toEqual({
    headingsAt: 1,
    columns: [null, 'name', 'gender', null],
  })
})

test('what was chosen before comes first, also that a column is not needed', () => {
  const remembered = new Map([
    ['昵称', 'name'],
    ['姓名', ''],
  ])
  expect(columnsIn([row(1, '姓名', '昵称')], fieldCalled(remembered)).columns).toEqual([
    null,
    'name',
  ])
})

test.each<[string, string, string]>([
  ['someone new', '曹兰,费桥村党支部,党员,女,1960-05-08,10000000002,1990-07-01', 'new'],
  ['only a name and a unit', '曹兰,费桥村党支部', 'new'],
  ['a day with dots', '曹兰,费桥村党支部,,,1960.5.8', 'new'],
  ['a day in Chinese', '曹兰,费桥村党支部,,,1960年5月8日', 'new'],
  ['a day without signs', '曹兰,费桥村党支部,,,19600508', 'new'],
  ['a phone with the country before it', '曹兰,费桥村党支部,,,,+86 100-0000-0002', 'new'],
  ['a role in English', '曹兰,费桥村党支部,Member', 'new'],
  ['no unit', '曹兰,', 'people.noUnit'],
  ['a unit of another street', '曹兰,没有的支部', 'people.unknownUnit'],
  ['a unit of which there are two', '曹兰,老年支部', 'people.unitTwice'],
  ['a role that lists don’t give', '曹兰,费桥村党支部,office', 'people.badRole'],
  ['no name', ',费桥村党支部', 'people.badName'],
  ['a name with a letter that is none', '曹\u0007兰,费桥村党支部', 'people.badName'],
  ['letters that could not be read', '曹\ufffd,费桥村党支部', 'people.unreadable'],
  ['a gender that is none', '曹兰,费桥村党支部,,x', 'people.badGender'],
  ['a day that is none', '曹兰,费桥村党支部,,,2021-02-30', 'people.badDay'],
  ['a month without a day', '曹兰,费桥村党支部,,,1960-05', 'people.badDay'],
  ['a day to come', '曹兰,费桥村党支部,,,2022-01-13', 'people.badDay'],
  ['a phone too short', '曹兰,费桥村党支部,,,,1000000', 'people.badPhone'],
  ['the phone of another', '曹兰,费桥村党支部,,,,10000000001', 'people.phoneTaken'],
  ['a phone that is there', '王红,秦灶村党支部,,,,10000000001', 'people.knownByPhone'],
  ['a name, year and unit', '王红,费桥村党支部,,,1948-12-31', 'people.knownByName'],
  ['a name and unit without a year', '王红,费桥村党支部', 'people.knownByName'],
  ['someone known with an odd role', '王红,费桥村党支部,支部书记', 'people.knownByName'],
  ['a namesake of another age', '王红,费桥村党支部,,,1990-03-02', 'new'],
  ['a namesake elsewhere', '王红,秦灶村党支部,,,1948-03-02', 'new'],
])('a row with %s', (_, line, outcome) => {
  expect(becomes([line])).toEqual([outcome])
})

test('nobody comes twice out of one list', () => {
  const unit = '费桥村党支部'
  expect(
    becomes([
      `曹兰,${unit},,,1960-05-08,10000000002`,
      `曹梅,${unit},,,,10000000002`,
      `曹兰,${unit}`,
      `曹兰,${unit},,,1990-01-01`,
    ]),
  ).toEqual(['new', 'people.phoneTwice', 'people.personTwice', 'people.personTwice'])
})

test('what a list leaves out is as chosen for all of it', () => {
  const otherwise = { unitId: 'u2', role: 'volunteer' } as const
  expect(judged(['曹兰,', '曹梅,费桥村党支部,党员'], { otherwise })).toMatchObject([
    { is: 'new', unitId: 'u2', role: 'volunteer', unit: '秦灶村党支部' },
    { is: 'new', unitId: 'u1', role: 'member' },
  ])
})
