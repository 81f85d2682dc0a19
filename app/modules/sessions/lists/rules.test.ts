import { expect, test } from 'vitest'
import { columnsIn } from '#app/platform/sent-lists.ts'
import type { Question } from '../questions/rules.ts'
import {
  judge,
  type Known,
  listFieldCalled,
  whyNotEntered,
  whyNotKept,
  whyNotReadable,
} from './rules.ts'

// not a sentence: what lists of sign-ups hold

const question = (
  position: number,
  kind: Question['kind'],
  label: string,
  choices: string[] = [],
) => ({
  position,
  kind,
  label,
  choices,
  labelEn: '',
  choicesEn: [],
  required: true,
})
const questions: Question[] = [
  question(1, 'yes_no', '要接送吗？'),
  { ...question(2, 'choice', '带什么来', ['毛笔', '红纸']), choicesEn: ['Brush', 'Paper'] },
  question(3, 'number', '几位家人'),
]
const heads = ['序号', '姓名', '尾号', '支部', '要接送吗', '带什么来', '几位家人']
const { columns } = columnsIn([{ number: 1, fields: heads }], listFieldCalled(questions))

const known = (id: string, name: string, phone: string | null, unit = 'u', more = {}): Known => ({
  id,
  name,
  phone,
  unitIds: [unit],
  hasPlace: false,
  never: null,
  ...more,
})
const people = [
  known('a', '王红', '10000000001'),
  known('b', '李明', '10000000002'),
  known('c', '李明', '10000000003', 'v'),
  known('d', '李明', '10000010003', 'v'),
  known('e', '曹兰', null, 'v', { hasPlace: true }),
  known('f', '顾明', null, 'v', { never: 'session.partyTooBig' }),
]
const judged = (...lines: string[][]) =>
  judge({
    rows: [heads, ...lines].map((fields, at) => ({ number: at + 1, fields })),
    headingsAt: 0,
    columns,
    units: [
      { id: 'u', name: '费桥村第一党支部' },
      { id: 'v', name: '秦灶社区' },
    ],
    known: people,
    questions,
  })
const became = (...cells: string[]) => {
  const [one] = judged(['1', ...cells])
  if (one?.is === 'new') return one.personId
  return one?.is === 'known' ? 'known' : one?.fault
}

test('columns are known by their headings, and questions by their own words', () => {
  expect(columns).toEqual([null, 'name', 'phone', 'unit', 'q1', 'q2', 'q3'])
  const readable = (...fields: typeof columns) => whyNotReadable({ columns: fields })
  expect([
    readable('name', 'phone'),
    readable('name', null, 'unit'),
    readable('name'),
    readable('phone', 'unit'),
    readable('name', 'unit', 'unit'),
  ]).toEqual([
    null,
    null,
    'signUps.missingColumns',
    'signUps.missingColumns',
    'signUps.columnTwice',
  ])
})

test.each([
  ['the whole phone', ['王红', '100-0000-0001', ''], 'a'],
  ['its last digits', ['王红', '0001', ''], 'a'],
  ['a name spaced out', ['王 红', '', '费桥村第一党支部'], 'a'],
  ['one of several by unit', ['李明', '', '费桥村第一党支部'], 'b'],
  ['one of several by last digits', ['李明', '00010003', ''], 'd'],
  ['digits that two share, told apart by nothing', ['李明', '0003', ''], 'signUps.notFound'],
  ['digits that two share in one unit', ['李明', '0003', '秦灶社区'], 'signUps.several'],
  ['several of a name in a unit', ['李明', '', '秦灶社区'], 'signUps.several'],
  ['a new phone and the unit', ['王红', '10099999999', '费桥村第一党支部'], 'a'],
  ['a new phone alone', ['王红', '10099999999', ''], 'signUps.notFound'],
  ['someone else’s phone', ['王红', '10000000002', ''], 'signUps.phoneOfOther'],
  ['three digits', ['王红', '001', ''], 'signUps.badPhone'],
  ['a name alone', ['王红', '', ''], 'signUps.nothingToFind'],
  ['no name', ['', '0001', ''], 'signUps.noName'],
  ['nobody of this name', ['赵一', '', '秦灶社区'], 'signUps.notFound'],
  ['a unit there is not', ['王红', '', '月球支部'], 'signUps.unknownUnit'],
  ['letters that can’t be read', ['王\uFFFD', '0001', ''], 'signUps.unreadable'],
  ['who has a place', ['曹兰', '', '秦灶社区'], 'known'],
  ['for whom there is never a seat', ['顾明', '', '秦灶社区'], 'session.partyTooBig'],
])('a row with %s', (_, cells, expected) => {
  expect(became(...cells)).toBe(expected)
})

test.each([
  [
    ['是', '红纸', '2'],
    ['yes', '红纸', '2'],
  ],
  [
    ['No', 'brush', ''],
    ['no', '毛笔'],
  ],
  [['', '', ''], []],
  [['看情况', '', ''], 'signUps.badAnswer'],
  [['', '剪刀', ''], 'signUps.badAnswer'],
  [['', '', '两位'], 'signUps.badAnswer'],
])('answers %o are read as %o', (cells, expected) => {
  const [one] = judged(['1', '王红', '0001', '', ...cells])
  const said =
    one?.is === 'new' ? one.answers.map(({ answer }) => answer) : one?.is === 'faulty' && one.fault
  expect(said).toEqual(expected)
})

test('the same person on a second row is a fault of that row', () => {
  const twice = judged(['1', '王红', '0001', ''], ['2', '王红', '', '费桥村第一党支部'])
  expect(twice.map((row) => (row.is === 'faulty' ? row.fault : row.is))).toEqual([
    'new',
    'signUps.twice',
  ])
})

test('all or none is refused where a row has a fault, and a list is entered once', () => {
  const rows = judged(['1', '王红', '0001', ''], ['2', '赵一', '0001', ''])
  const open = { doneAt: null }
  expect([
    whyNotEntered(open, rows, false),
    whyNotEntered(open, rows, true),
    whyNotEntered(open, rows.slice(1), false),
    whyNotEntered({ doneAt: new Date(0) }, rows, false),
  ]).toEqual([null, 'signUps.hasFaults', 'signUps.nobody', 'signUps.alreadyEntered'])
  expect([
    whyNotKept([], 0),
    whyNotKept(
      Array.from({ length: 1002 }, () => ({ number: 1, fields: [] })),
      0,
    ),
  ]).toEqual(['signUps.nothing', 'signUps.tooMany'])
})
