import { expect, test } from 'vitest'
import { day, instantAt, later } from '#app/platform/time.ts'
import {
  changedMarks,
  countRoll,
  type EntryResult,
  judge,
  type Presence,
  rollStanding,
  secondsOff,
  sendsUntil,
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

const said = {
  kind: 'mark',
  personId: 'p',
  presence: 'came',
  seen: null,
  voice: 'phone 1',
  saidBy: 'host',
} as const
const open = { standing: 'open', runsSession: true, recorded: undefined } as const
const stands = (presence: Presence, voice = 'phone 2') => ({ recorded: { presence, voice } })

test.each<[string, object, object, EntryResult]>([
  ['first word', {}, {}, 'applied'],
  ['like it is recorded', {}, stands('came'), 'same'],
  ['otherwise, not knowing', {}, stands('absent'), 'disputed'],
  ['otherwise, knowing what is older', { seen: 'left_early' }, stands('absent'), 'disputed'],
  ['otherwise, knowing', { seen: 'absent' }, stands('absent'), 'applied'],
  ['otherwise, by the same phone', {}, stands('absent', 'phone 1'), 'applied'],
  ['unlike a visit at the door', {}, stands('visited'), 'disputed'],
  ['before the day', {}, { standing: 'early' }, 'held'],
  ['after the closing', {}, { standing: 'closed' }, 'late'],
  ['after the closing, as recorded', {}, { standing: 'closed', ...stands('came') }, 'same'],
  ['called off', {}, { standing: 'cancelled' }, 'kept'],
  ['by who runs it no more', {}, { runsSession: false }, 'kept'],
  ['by who runs it no more, as recorded', {}, { runsSession: false, ...stands('came') }, 'kept'],
  ['of oneself', { personId: 'host' }, {}, 'refused'],
  ['of oneself, after the closing', { personId: 'host' }, { standing: 'closed' }, 'refused'],
  ['of nobody known', { personId: null }, {}, 'refused'],
  ['guests', { kind: 'guests', personId: null, presence: null }, {}, 'applied'],
  ['a walk-in before the day', { kind: 'walk_in', personId: null }, { standing: 'early' }, 'held'],
  ['a note, called off', { kind: 'note', personId: null }, { standing: 'cancelled' }, 'kept'],
])('a word, %s', (_, word, at, expected) => {
  expect(judge({ ...said, ...word }, { ...open, ...at })).toBe(expected)
})

test.each([
  ['a draft', { ...scheduled, status: 'draft' }, during.end, 'early'],
  ['the day before', scheduled, instantAt('2022-01-12', '23:59'), 'early'],
  ['the day', scheduled, instantAt('2022-01-13', '00:00'), 'open'],
  ['closed', held, during.end, 'closed'],
  ['called off before its day', cancelled, instantAt('2022-01-12', '10:00'), 'cancelled'],
] as const)('a roll, %s: %s', (_, session, now, expected) => {
  expect(rollStanding(session, now)).toBe(expected)
})

test.each([
  [0, 0],
  [179, 0],
  [-179, 0],
  [180, 180],
  [-86_400, -86_400],
  [1e12, 2_000_000_000],
])('a clock that is %i seconds ahead is off by %i', (ahead, expected) => {
  expect(secondsOff(later(during.start, ahead * 1000), during.start)).toBe(expected)
})

test('a phone sends for three days after the end, or after it was opened late', () => {
  const days = (count: number) => later(during.end, count * day)
  expect(sendsUntil({ during }, during.start)).toEqual(days(3))
  expect(sendsUntil({ during }, days(1))).toEqual(days(4))
})
