import { expect, test } from 'vitest'
import { columnsIn } from '#app/platform/sent-lists.ts'
import {
  judge,
  type Known,
  listFieldCalled,
  listFields,
  whyNotKept,
  whyNotReadable,
} from './rules.ts'

// not a sentence: what lists of speakers hold

const heads = ['姓名', '手机号', '社区', '介绍', '会讲的话', '主题', '每周', '来不了的日子', '时长']
const { columns } = columnsIn([{ number: 1, fields: heads }], listFieldCalled)
const word = (code: string, ...called: string[]) => ({ code, called })
const vocabulary = {
  kinds: [word('citizen', '百姓宣讲员', 'Citizen speaker')],
  languages: [word('nantong', '南通话', 'Nantong dialect'), word('mandarin', '普通话', 'Mandarin')],
  topics: [word('fraud', '防诈骗', 'Fraud'), word('health', '健康', 'Health')],
  audiences: [word('elders', '老年人', 'Older people')],
  formats: [word('talk', '宣讲', 'Talk')],
}
const someone: Known = { id: 'p', name: '王红', phone: '10000000001', speaks: false }

const good = ['顾明', '100-0000-0002', '费桥村', '讲故事。', '南通话、Mandarin']
const judged = (...lines: string[][]) =>
  judge({
    rows: [
      { number: 1, fields: heads },
      ...lines.map((fields, at) => ({ number: at + 2, fields })),
    ],
    headingsAt: 0,
    columns,
    units: [{ id: 'u', name: '费桥村' }],
    known: [someone, { ...someone, id: 'q', name: '曹兰', phone: '10000000003', speaks: true }],
    vocabulary,
  })
/** The good row with some of its cells changed. */
const row = (cells: Record<number, string>) => heads.map((_, at) => cells[at] ?? good[at] ?? '')
const said = (cells: Record<number, string>) => {
  const [one] = judged(row(cells))
  return one?.is === 'new' ? one.speaker : one
}

test('every column is known by its name here and by a plain one', () => {
  expect(columns).toEqual([
    'name',
    'phone',
    'community',
    'about',
    'languages',
    'topics',
    'hours',
    'away',
    'lengths',
  ])
  const english = listFields.map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter}`))
  expect(columnsIn([{ number: 1, fields: english }], listFieldCalled).columns).toEqual(listFields)
})

test('a good row says all of a speaker, whoever of the street it is', () => {
  const all = { 0: '王红', 1: '10000000001', 5: '防诈骗3、Health', 8: '10、30分钟' }
  const times = {
    6: '周一至周三 9:00-11:30、14:00-16:00；Sat 9:00-10:00',
    7: '2022/1/20至2022-01-25',
  }
  const day = (weekday: number, fromTime: string, untilTime: string) => ({
    weekday,
    fromTime,
    untilTime,
  })
  expect(said({ ...all, ...times })).toMatchObject({
    personId: 'p',
    unitId: 'u',
    phone: '10000000001',
    kind: 'citizen',
    languages: ['nantong', 'mandarin'],
    topics: [
      { code: 'fraud', strength: 3 },
      { code: 'health', strength: 2 },
    ],
    lengths: [10, 30],
    hours: [
      ...[1, 2, 3].flatMap((each) => [day(each, '09:00', '11:30'), day(each, '14:00', '16:00')]),
      day(6, '09:00', '10:00'),
    ],
    away: [{ fromOn: '2022-01-20', untilOn: '2022-01-25' }],
    weeklyLimit: null,
    vettedUntil: null,
  })
  expect(said({ 6: '每天 8:30-11:00' })).toMatchObject({
    hours: [1, 2, 3, 4, 5, 6, 7].map((each) => day(each, '08:30', '11:00')),
  })
})

test.each([
  ['without a name', { 0: '' }, 'speakers.badName'],
  ['without a phone', { 1: '' }, 'speakers.noPhone'],
  ['a short phone', { 1: '1000' }, 'speakers.badPhone'],
  ['someone else’s phone', { 1: '10000000001' }, 'speakers.phoneTaken'],
  ['another community', { 2: '秦北村' }, 'speakers.unknownCommunity'],
  ['nothing about them', { 3: '' }, 'speakers.noAbout'],
  ['an unknown language', { 4: '南通话、火星话' }, 'speakers.unknownLanguage'],
  ['an unknown topic', { 5: '高尔夫' }, 'speakers.unknownTopic'],
  ['hours without a day', { 6: '9:00-10:00' }, 'speakers.badHours'],
  ['hours of no clock', { 6: '周一 9:00-25:00' }, 'speakers.badHours'],
  ['hours the wrong way', { 6: '周一 11:00-9:00' }, 'speakers.badHours'],
  ['hours that overlap', { 6: '周一 9:00-11:00；周一 10:30-12:00' }, 'speakers.hoursOverlap'],
  ['a day that is none', { 7: '2022-02-30' }, 'speakers.badDay'],
  ['days the wrong way', { 7: '2022-02-03至2022-02-01' }, 'speakers.badDay'],
  ['days that overlap', { 7: '2022-02-03、2022-02-01至2022-02-04' }, 'speakers.hoursOverlap'],
  ['an odd length', { 8: '45' }, 'speakers.badLength'],
  ['letters that can’t be read', { 3: '\ufffd' }, 'speakers.unreadable'],
])('a row with %s is a fault of its own', (_, cells, fault) => {
  expect(said(cells)).toMatchObject({ row: 2, is: 'faulty', fault })
})

test('who stands in the register is known, and a number stands in a list once', () => {
  const both = judged(row({ 0: '曹兰', 1: '10000000003' }), good, good)
  expect(both.map((each) => (each.is === 'faulty' ? each.fault : each.is))).toEqual([
    'known',
    'new',
    'speakers.twice',
  ])
})

test('a list has speakers, not too many, and the columns it needs once', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, number) => ({ number, fields: [] }))
  expect([1, 2, 1001, 1002].map((count) => whyNotKept(rows(count), 0))).toEqual([
    'speakers.nothing',
    null,
    null,
    'speakers.tooMany',
  ])
  expect(whyNotReadable({ columns })).toBe(null)
  expect(whyNotReadable({ columns: columns.slice(1) })).toBe('speakers.missingColumns')
  expect(whyNotReadable({ columns: [...columns, 'name'] })).toBe('speakers.columnTwice')
})
