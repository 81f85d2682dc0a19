import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import { doorOf, roundCounts, walkingOrder, whyNotRecorded, whyNotThese } from './rules.ts'

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

test.each([
  ['3幢2单元401', '', [3, 2, 401]],
  ['３号楼２单元４０１室', '', [3, 2, 401]],
  ['三幢二单元401', '', [3, 2, 401]],
  ['3-2-401', '', [3, 2, 401]],
  ['新村十二幢', '新村', [12]],
  ['新村二十幢101', '新村', [20, 101]],
  ['三里墩5组18号', '三里墩', [5, 18]],
  ['村口小店旁', '村口小店旁', []],
  ['', '', []],
] as const)('the door at “%s”', (place, estate, numbers) => {
  expect(doorOf(place)).toEqual({ estate, numbers: [...numbers] })
})

const doorAt = (place: string) => ({
  place,
  unitName: null,
  communityName: null,
  namePinyin: place,
})

test('flats of one staircase come together, buildings in their order, unwritten doors last', () => {
  const places = [
    '',
    '12幢1单元102',
    '3栋2单元401',
    '东苑1号',
    '3幢1单元502',
    '3幢２单元102',
    '三幢',
  ]
  expect(walkingOrder(places.map(doorAt)).map(({ place }) => place)).toEqual([
    '三幢',
    '3幢1单元502',
    '3幢２单元102',
    '3栋2单元401',
    '12幢1单元102',
    '东苑1号',
    '',
  ])
})

test('the order is the same however the doors were listed, and none is lost', () => {
  const part = fc.integer({ min: 1, max: 20 })
  const place = fc.tuple(part, part, part).map(([a, b, c]) => `${a}幢${b}单元${c}`)
  fc.assert(
    fc.property(fc.uniqueArray(place, { maxLength: 12 }), (places) => {
      const there = walkingOrder(places.map(doorAt)).map((door) => door.place)
      const back = walkingOrder(places.toReversed().map(doorAt)).map((door) => door.place)
      expect(there).toEqual(back)
      expect(there.toSorted()).toEqual(places.toSorted())
    }),
  )
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
