import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '#app/platform/working-days.ts'
import {
  alike,
  followUpDue,
  likeness,
  masked,
  triageDue,
  whyNotFollowedUp,
  whyNotMadeMatter,
  whyNotSaid,
  whyNotTriaged,
  whyNotTried,
} from './rules.ts'

test.each([
  ['a mobile number', '打13812345678找我', '打***找我'],
  ['one with spaces', '打 138 1234 5678 找我', '打 *** 找我'],
  ['one with dashes and a country code', '+86-138-1234-5678', '***'],
  ['one in full-width digits', '打１３８１２３４５６７８', '打***'],
  ['one in Chinese digits', '打一三八一二三四五六七八', '打***'],
  ['an identity number', '证号320613199001011234在这', '证号***在这'],
  ['one that ends in an X', '32061319900101123x', '***'],
  ['a line', '电话0513-85551234', '电话***'],
  ['a bank card', '卡号6222021234567890123', '卡号***'],
  ['a door', '3幢502室的灯', '3幢***室的灯'],
  ['two of them', '13812345678或13912345678', '***或***'],
])('%s is masked', (_, words, shown) => {
  expect(masked(words)).toEqual({ words: shown, found: true })
})

test.each([
  '2022年1月12日来修',
  '楼道的灯坏了三盏',
  '我们这三户人家，八十五岁',
  '一三五有人在',
  '大约要花1200元',
])('%s stays as it is', (words) => {
  expect(masked(words)).toEqual({ words, found: false })
})

test('no mobile number survives, however it is written', () => {
  const digit = fc.constantFrom(...'0123456789')
  const gap = fc.constantFrom('', ' ', '-')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(digit, gap), { minLength: 10, maxLength: 10 }),
      fc.constantFrom('请打', '找我：', ''),
      (rest, before) => {
        const number = `1${rest.map(([sign, after]) => after + sign).join('')}`
        expect(masked(`${before}${number}吧`)).toEqual({ words: `${before}***吧`, found: true })
      },
    ),
  )
})

const nobody = { fromHere: 0, fromPhone: 0 }
const byPage = { phone: '10000000001', how: '', channel: 'page' } as const
test.each([
  ['a first need', nobody, byPage, null],
  ['a sixth from one place', { ...nobody, fromHere: 5 }, byPage, 'need.tooManyFromHere'],
  ['a sixth with one phone', { ...nobody, fromPhone: 5 }, byPage, 'need.tooManyFromPhone'],
  ['one by page without a phone', nobody, { ...byPage, phone: null }, 'need.phoneMissing'],
  [
    'one on paper without a way to reach',
    nobody,
    { ...byPage, phone: null, channel: 'paper' as const },
    'need.noWayToReach',
  ],
  [
    'one on paper without a phone but with a place',
    { fromHere: 9, fromPhone: 9 },
    { phone: null, how: '社区活动室', channel: 'paper' as const },
    null,
  ],
])('saying %s', (_, said, need, reason) => {
  expect(whyNotSaid(said, need)).toBe(reason)
})

test.each([
  ['waiting', 'answered', '会修的', '', null],
  ['waiting', 'answered', '', '', 'need.answerMissing'],
  ['waiting', 'refused', '', '', 'need.answerMissing'],
  ['waiting', 'referred', '', '城管科', null],
  ['waiting', 'referred', '会问', '', 'need.departmentMissing'],
  ['answered', 'refused', '办不了', '', 'need.alreadyTriaged'],
  ['matter', 'answered', '办不了', '', 'need.alreadyTriaged'],
] as const)('a need that is %s, %s “%s” “%s”', (status, how, answer, department, reason) => {
  expect(whyNotTriaged({ status }, how, { answer, department })).toBe(reason)
})

test('a referral is followed up once', () => {
  const at = new Date('2022-01-12T10:00:00+08:00')
  expect(whyNotFollowedUp({ status: 'referred', followedUpAt: null })).toBe(null)
  expect(whyNotFollowedUp({ status: 'referred', followedUpAt: at })).toBe('need.alreadyFollowedUp')
  expect(whyNotFollowedUp({ status: 'answered', followedUpAt: null })).toBe('need.notReferred')
})

test('only waiting needs of the same community become one matter', () => {
  const need = { status: 'waiting', communityId: 'a' } as const
  expect(whyNotMadeMatter(need, { communityId: 'a' })).toBe(null)
  expect(whyNotMadeMatter(need, { communityId: 'b' })).toBe('need.elsewhere')
  expect(whyNotMadeMatter({ ...need, status: 'refused' }, need)).toBe('need.alreadyTriaged')
})

test('ten wrong tries are enough', () => {
  expect(whyNotTried(9)).toBe(null)
  expect(whyNotTried(10)).toBe('need.tooManyTries')
})

test('the office’s clock stands still over Spring Festival', () => {
  const festival = ['01-31', '02-01', '02-02', '02-03', '02-04'].map((day) => ({
    day: `2022-${day}`,
    kind: 'off' as const,
  }))
  const calendar = calendarOf([
    ...festival,
    { day: '2022-01-29', kind: 'work' },
    { day: '2022-01-30', kind: 'work' },
  ])
  const at = new Date('2022-01-30T16:00:00+08:00')
  expect(triageDue({ waitingSince: at }, calendar)).toEqual({ day: '2022-02-08' })
  expect(followUpDue({ triagedAt: at }, calendar)).toEqual({ day: '2022-02-18' })
  const late = new Date('2022-12-30T16:00:00+08:00')
  expect(triageDue({ waitingSince: late }, calendar)).toEqual({ unknownYear: 2023 })
})

const thing = (tokens: string[], communityId = 'a', category = 'repair' as const) => ({
  tokens,
  communityId,
  category,
})
test('what shares words is alike, near things first, and nothing without a common word', () => {
  const lamp = thing(['楼道', '灯', '坏了'])
  const far = thing(['楼道', '灯', '亮'], 'b')
  const near = thing(['楼道', '灯', '亮'])
  const other = thing(['买菜', '陪', '老人'])
  expect(alike(lamp, [other, far, near])).toEqual([near, far])
  expect(likeness(['a', 'b'], ['b', 'c'])).toBe(1 / 3)
  expect(likeness([], [])).toBe(0)
})
