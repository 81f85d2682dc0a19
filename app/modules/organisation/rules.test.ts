import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import {
  compare,
  type Division,
  type DivisionFault,
  faultsOfHours,
  faultyParents,
  hasWished,
  issuesOf,
  kilometresBetween,
  readDivisions,
  saidOf,
  wayMinutes,
  weekIn,
  whyNotAStreet,
  whyNotOpenThen,
  whyNotPlaced,
  whyNotThisKind,
  whyNotUnder,
} from './rules.ts'

const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'))
const heads = 'code,name,level,parent_code'
const district = '320613,崇川区,district,3206'
const city: Division = { code: '3206', name: '南通市', level: 'city', parentCode: null }

/** What is wrong with a file that has these rows under its heads, where the city is known already. */
function issues(...lines: string[]): Record<string, DivisionFault> {
  const { rows, faulty } = readDivisions(bytes(...lines))
  return issuesOf([...faulty, ...faultyParents(rows, [city])])
}

test.each<[string, string[], Record<string, DivisionFault>]>([
  ['nothing', [], { 'row.1': 'divisions.nothing' }],
  ['heads alone', [heads], { 'row.2': 'divisions.nothing' }],
  ['other heads', ['code,name,parent_code,level', district], { 'row.1': 'divisions.wrongHeads' }],
  ['no heads', [district], { 'row.1': 'divisions.wrongHeads' }],
  ['a field too few', [heads, '320613,崇川区,district'], { 'row.2': 'divisions.wrongFields' }],
  ['a field too many', [heads, `${district},`], { 'row.2': 'divisions.wrongFields' }],
  ['an open quote', [heads, '320613,"崇川区,district,3206'], { 'row.2': 'divisions.wrongFields' }],
  ['a code that is none', [heads, '32061x,崇川区,district,3206'], { 'row.2': 'divisions.badCode' }],
  ['a code of another level', [heads, '3206,南通市,district,'], { 'row.2': 'divisions.badCode' }],
  ['a level that is none', [heads, '320613,崇川区,county,3206'], { 'row.2': 'divisions.badLevel' }],
  ['no name', [heads, '320613, ,district,3206'], { 'row.2': 'divisions.badName' }],
  ['a name with a tab', [heads, '320613,崇\t川区,district,3206'], { 'row.2': 'divisions.badName' }],
  ['a code twice', [heads, district, district], { 'row.3': 'divisions.repeatedCode' }],
  [
    'an unknown parent',
    [heads, '320613,崇川区,district,3207'],
    { 'row.2': 'divisions.unknownParent' },
  ],
  ['no parent', [heads, '320613,崇川区,district,'], { 'row.2': 'divisions.unknownParent' }],
  [
    'a parent of the same level',
    [heads, district, '320614,海门区,district,320613'],
    { 'row.3': 'divisions.parentNotAbove' },
  ],
  [
    'itself as its parent',
    [heads, '320613,崇川区,district,320613'],
    { 'row.2': 'divisions.parentNotAbove' },
  ],
  [
    'several, and an empty line that counts',
    [heads, '1,x,city,32', '', '320613019,秦灶街道,street,320613'],
    { 'row.2': 'divisions.badCode', 'row.4': 'divisions.unknownParent' },
  ],
  ['what is right', [heads, '3206,南通市,city,32', district], {}],
  ['a province', [heads, '32,江苏省,province,', '3206,南通市,city,32'], {}],
  ['heads in capitals and quotes', ['"Code", NAME,level,"parent_code"', district], {}],
  ['a parent below its child', [heads, '320613019,秦灶街道,street,320613', district], {}],
])('a file with %s', (_, lines, expected) => {
  expect(issues(...lines)).toEqual(expected)
})

test('bytes of no encoding are refused in their row', () => {
  const file = bytes(heads, district, '320614,?,district,3206').map((byte) =>
    byte === 0x3f ? 0xff : byte,
  )
  const { faulty } = readDivisions(file)
  expect(faulty).toEqual([{ row: 3, fault: 'divisions.unreadable' }])
})

test('UTF-16, as spreadsheets save "Unicode text", is refused in its first row', () => {
  const file = new Uint8Array(
    Uint16Array.from([...`\ufeff${heads}`], (sign) => sign.charCodeAt(0)).buffer,
  )
  expect(readDivisions(file).faulty).toEqual([{ row: 1, fault: 'divisions.unreadable' }])
})

test('of many faults the first hundred rows are said, one thing each', () => {
  const faulty = Array.from({ length: 150 }, (_, at) => ({
    row: 150 - at,
    fault: 'divisions.badCode' as const,
  }))
  const said = issuesOf([...faulty, { row: 1, fault: 'divisions.badName' }])
  expect(Object.keys(said)).toEqual(Array.from({ length: 100 }, (_, at) => `row.${at + 1}`))
  expect(new Set(Object.values(said))).toEqual(new Set(['divisions.badCode']))
})

test('what a file brings is told from what is there', () => {
  const known: Division[] = [
    city,
    { code: '320613', name: '崇川区', level: 'district', parentCode: '3206' },
    { code: '320614', name: '海门市', level: 'district', parentCode: '3206' },
  ]
  const { rows } = readDivisions(
    bytes(
      heads,
      '3206,南通市,city,32',
      district,
      '320614,海门区,district,3206',
      '320681,启东市,district,3206',
    ),
  )
  expect(compare(rows, known)).toEqual({
    added: [{ code: '320681', name: '启东市', level: 'district', parentCode: '3206' }],
    changed: [{ code: '320614', name: '海门区', level: 'district', parentCode: '3206' }],
    kept: 2,
  })
})

test.each([
  ['a street', 'street', undefined, null],
  ['a district', 'district', undefined, null],
  ['a city', 'city', undefined, 'street.notAStreet'],
  ['a community', 'community', undefined, 'street.notAStreet'],
  ['an open street', 'street', {}, 'street.alreadyOpen'],
])('opening %s', (_, level, opened, expected) => {
  expect(whyNotAStreet({ level }, opened)).toBe(expected)
})

test.each([
  ['a station', 'station', 'community', null, null],
  ['a branch', 'branch', 'school', null, null],
  ['a street', 'street', 'community', null, 'unit.wrongParent'],
  ['a branch', 'branch', 'community', new Date(0), 'unit.closed'],
] as const)('%s: %s under %s', (_, kind, parentKind, closedAt, expected) => {
  expect(whyNotUnder(kind, { kind: parentKind, closedAt })).toBe(expected)
})

const span = (from: string, until: string, day = '2022-01-20') => ({
  start: instantAt(day, from),
  end: instantAt(day, until),
})
const thursday = [
  { weekday: 4, fromTime: '14:00', untilTime: '17:00' },
  { weekday: 4, fromTime: '08:00', untilTime: '11:30' },
]

test.each([
  ['within its hours', null, span('08:00', '11:30'), thursday],
  ['over noon', 'venue.closedThen', span('11:00', '14:30'), thursday],
  ['on Friday', 'venue.closedThen', span('08:00', '09:00', '2022-01-21'), thursday],
  ['without hours', null, span('03:00', '04:00'), []],
])('a venue %s: %s', (_, expected, time, week) => {
  expect(whyNotOpenThen(week, time)).toBe(expected)
})

test.each([
  [null, { x: 1, y: 1 }, null, 30],
  [{ x: 1, y: 1 }, { x: 1, y: 1 }, 0, 0],
  [{ x: 0, y: 0 }, { x: 3, y: 4 }, 5, 35],
  [{ x: 0, y: 0 }, { x: 0.1, y: 0 }, 0.1, 11],
])('the way from %o to %o: %d km, %i minutes', (from, to, kilometres, minutes) => {
  expect([kilometresBetween(from, to), wayMinutes(from, to)]).toEqual([kilometres, minutes])
})

test.each([
  ['community', null, null],
  ['community', 'unit.closed', new Date(0)],
  ['branch', 'unit.notACommunity', null],
] as const)('placing a %s: %s', (kind, expected, closedAt) => {
  expect(whyNotPlaced({ kind, closedAt })).toBe(expected)
})

test('hours that were filled in are stored by their weekday, and faults stand at their field', () => {
  const typed = [[], [{ from: '08:00', until: '10:00' }, {}, { from: '09:00', until: '12:00' }]]
  expect(weekIn(typed)).toEqual([
    { weekday: 2, fromTime: '08:00', untilTime: '10:00' },
    { weekday: 2, fromTime: '09:00', untilTime: '12:00' },
  ])
  expect(faultsOfHours(typed)).toEqual({ 'hours.1.2.from': 'venue_hours_overlap' })
})

test('a venue is found by what is known of it, and says what matters first', () => {
  const plain = {
    entrance: 'unknown',
    toilet: 'unknown',
    hearingLoop: false,
    lift: false,
    equipment: [],
  } as const
  const venue = (more: object) => ({ ...plain, equipment: [] as string[], ...more })
  expect(hasWished(venue({ entrance: 'ramp' }), 'noSteps')).toBe(true)
  expect(hasWished(venue({}), 'noSteps')).toBe(false)
  expect(hasWished(venue({ toilet: 'plain' }), 'toilet')).toBe(false)
  expect(hasWished(venue({ equipment: ['piano'] }), 'piano')).toBe(true)
  const hall = { entrance: 'level', hearingLoop: true, equipment: ['piano', 'projector'] }
  expect(saidOf(venue(hall))).toEqual(['noSteps', 'hearingLoop', 'projector', 'piano'])
  expect(saidOf(venue({ entrance: 'steps', lift: true }))).toEqual(['steps', 'lift'])
  expect(saidOf(venue({}))).toEqual([])
})

test.each([
  ['hall', 'station', null],
  ['hall', 'home', 'venue.homeStays'],
  ['home', 'hall', 'venue.homeStays'],
  ['home', 'home', null],
] as const)('a %s that becomes a %s: %s', (before, after, expected) => {
  expect(whyNotThisKind(before, after)).toBe(expected)
})
