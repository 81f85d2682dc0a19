import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import { roundCounts, walkingOrder, whyNotRecorded, whyNotThese } from './rules.ts'

const during = { start: instantAt('2022-01-13', '14:00'), end: instantAt('2022-01-13', '17:00') }
const round = { format: 'door', status: 'scheduled', during } as const
const morning = instantAt('2022-01-13', '08:00')

test.each([
  ['on the day', round, 'visitor', morning, null],
  ['days later', round, 'visitor', instantAt('2022-01-16', '08:00'), null],
  ['the evening before', round, 'visitor', instantAt('2022-01-12', '20:00'), 'visit.tooEarly'],
  ['a talk', { ...round, format: 'talk' }, 'visitor', morning, 'visit.notARound'],
  ['a draft', { ...round, status: 'draft' }, 'visitor', morning, 'visit.notPublished'],
  ['a closed round', { ...round, status: 'held' }, 'visitor', morning, 'visit.sessionOver'],
  ['the own door', round, 'p', morning, 'visit.oneself'],
] as const)('recording a visit, %s', (_, session, recorder, now, expected) => {
  expect(whyNotRecorded(session, { personId: 'p' }, recorder, now)).toBe(expected)
})

test.each([
  ['somebody', round, ['p'], null],
  ['the visitor', round, ['p', 'visitor'], 'visit.oneself'],
  ['nobody any more', round, [], 'visit.lastOne'],
  ['nobody yet', { ...round, status: 'draft' }, [], null],
  ['after it', { ...round, status: 'held' }, ['p'], 'visit.sessionOver'],
] as const)('listing %s', (_, session, people, expected) => {
  expect(whyNotThese(session, people, 'visitor')).toBe(expected)
})

test('doors are walked community by community, unit by unit, and as houses are counted', () => {
  const door = (place: string, unitName = '一组', communityName = '甲村') => ({
    place,
    unitName,
    communityName,
    namePinyin: place,
  })
  const doors = [
    door('12号楼'),
    door('1号楼', '一组', '乙村'),
    door('3号楼'),
    door('2号楼', '二组'),
  ]
  const walked = walkingOrder(doors)
  expect(
    walked.filter((each) => each.unitName === '一组' && each.communityName === '甲村'),
  ).toEqual([door('3号楼'), door('12号楼')])
  expect(new Set(walked.map((each) => each.communityName)).size).toBe(2)
  expect(
    walked.map((each) => each.communityName).filter((name, i, all) => name !== all[i - 1]).length,
  ).toBe(2)
})

test('a round is counted by what was found', () => {
  const visits = [
    { result: 'visited' as const, pieces: 2 },
    { result: 'away' as const, pieces: 1 },
    { result: null, pieces: 0 },
  ]
  expect(roundCounts(visits)).toEqual({
    all: 3,
    left: 1,
    visited: 1,
    away: 1,
    declined: 0,
    pieces: 3,
  })
})
