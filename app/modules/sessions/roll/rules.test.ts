import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import {
  changedMarks,
  countRoll,
  type Presence,
  wantedPerson,
  whyNotMarked,
  whyNotRollCalled,
} from './rules.ts'

const during = { start: instantAt('2022-01-13', '14:00'), end: instantAt('2022-01-13', '15:30') }
const scheduled = { status: 'scheduled', during, format: 'talk' } as const
const cancelled = { ...scheduled, status: 'cancelled' } as const
const held = { ...scheduled, status: 'held' } as const

test.each([
  ['the evening before', scheduled, instantAt('2022-01-12', '23:59'), 'session.rollTooEarly'],
  ['in the morning of the day', scheduled, instantAt('2022-01-13', '00:00'), null],
  ['two days later', scheduled, instantAt('2022-01-15', '09:00'), null],
  ['called off', cancelled, during.start, 'session.cancelled'],
  ['closed', held, during.end, 'session.closed'],
  ['from door to door', { ...scheduled, format: 'door' }, during.start, 'session.walked'],
] as const)('calling the roll, %s: %s', (_, session, now, expected) => {
  expect(whyNotRollCalled(session, now)).toBe(expected)
})

test.each([
  ['nothing was tapped', {}, undefined, []],
  ['a first tap', { presence: 'came' }, undefined, [['p', 'came']]],
  ['left as it was shown', { seen: 'came', presence: 'came' }, 'came', []],
  ['left as shown, changed by another host', { seen: 'came', presence: 'came' }, 'absent', []],
  ['not tapped, marked by another host', {}, 'came', []],
  ['tapped like the other host', { presence: 'came' }, 'came', []],
  ['tapped unlike the other host', { presence: 'absent' }, 'came', [['p', 'absent']]],
  ['corrected', { seen: 'came', presence: 'left_early' }, 'came', [['p', 'left_early']]],
] as const)('marks to write, %s: %o', (_, mark, recorded, expected) => {
  const before = new Map<string, Presence>(recorded === undefined ? [] : [['p', recorded]])
  expect(changedMarks({ p: mark }, before)).toEqual(expected)
})

test('nobody marks themselves', () => {
  expect(whyNotMarked([['a', 'came']], 'a')).toBe('roll.oneself')
  expect(whyNotMarked([['a', 'came']], 'b')).toBeNull()
  expect(whyNotMarked([], 'a')).toBeNull()
})

test('a roll is counted by presence', () => {
  expect(countRoll(['came', 'absent', 'came', 'left_early'])).toEqual({
    came: 2,
    left_early: 1,
    visited: 0,
    absent: 1,
  })
})

test.each([
  ['李明', { by: 'name', text: '李明' }],
  [' 李 明 ', { by: 'name', text: '李明' }],
  ['Li Ming', { by: 'pinyin', text: 'liming' }],
  ["xi'an", { by: 'pinyin', text: 'xian' }],
  ['l', null],
  ['0042', { by: 'phone', text: '0042' }],
  ['042', null],
  ['', null],
  ['100%', { by: 'name', text: '100%' }],
] as const)('looking for a person by %o: %o', (typed, expected) => {
  expect(wantedPerson(typed)).toEqual(expected)
})
