import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hourRuleCodes } from '#app/modules/seasons/rules.ts'
import {
  changeByPerson,
  creditFor,
  isChanged,
  type Present,
  progressOf,
  recounted,
  studyFormOf,
  whyNotApproved,
  whyNotCorrected,
  whyNotCredited,
  whyNotDecided,
  whyNotEntered,
  whyNotSettled,
} from './rules.ts'

test.each([
  ['held', null],
  ['scheduled', 'hours.notHeld'],
  ['cancelled', 'hours.notHeld'],
] as const)('hours of a session that is %s: %s', (status, expected) => {
  expect(whyNotCredited({ status })).toBe(expected)
})

test.each([
  ['pioneer', 'branch', 'talk', 'branch'],
  ['arts', 'station', 'workshop', 'branch'],
  ['pioneer', 'street', 'talk', 'centralised'],
  ['practice', 'branch', 'workshop', 'practice'],
  ['practice', 'street', 'talk', 'practice'],
  ['pioneer', 'street', 'door', 'visit'],
] as const)(
  'a session in %s held by a %s as %s counts as %s',
  (strandCode, unitKind, format, expected) => {
    expect(studyFormOf({ strandCode, unitKind, format })).toBe(expected)
  },
)

test('a live stream is online study for who follows it alone, and a session for the hall that watches', () => {
  const stream = { strandCode: 'pioneer', unitKind: 'branch', format: 'stream' } as const
  expect(studyFormOf({ ...stream, venueKind: 'online' })).toBe('online')
  expect(studyFormOf({ ...stream, venueKind: 'hall' })).toBe('branch')
  expect(studyFormOf({ ...stream, format: 'viewing', venueKind: 'station' })).toBe('branch')
})

const session = {
  id: 's',
  strandCode: 'pioneer',
  unitKind: 'branch',
  format: 'talk',
  during: {
    start: new Date('2022-01-12T14:00:00+08:00'),
    end: new Date('2022-01-12T15:30:00+08:00'),
  },
  speakerPersonId: 'a',
} as const
const present = (more: Partial<Present> = {}): Present => ({
  personId: 'b',
  presence: 'came',
  minutes: null,
  approved: false,
  elsewhere: false,
  credited: null,
  ...more,
})

test('the speaker’s own hours know that the person spoke and who approved', () => {
  expect(creditFor('B-2026-01', session, present({ personId: 'a', approved: true }))).toEqual({
    hours: 7.5,
    rule: 'hourly',
    details: {
      set: 'B-2026-01',
      form: 'branch',
      minutes: 90,
      presence: 'came',
      spoke: true,
      approved: true,
      gives: 1.5,
      times: 5,
    },
  })
  expect(creditFor('B-2026-01', session, present({ personId: 'a' })).hours).toBe(1.5)
  expect(creditFor('B-2026-01', session, present({ approved: true })).hours).toBe(1.5)
})

test('a visit counts for its own minutes, and time that counts elsewhere does not count', () => {
  const round = { ...session, format: 'door' }
  const visited = present({ presence: 'visited', minutes: 20 })
  expect(creditFor('A-2021-10', round, visited)).toMatchObject({ hours: 0.25, rule: 'hourly' })
  expect(creditFor('A-2021-10', session, present({ elsewhere: true }))).toMatchObject({
    hours: 0,
    rule: 'elsewhere',
  })
  const away = present({ elsewhere: true, presence: 'absent' })
  expect(creditFor('A-2021-10', session, away).rule).toBe('absent')
})

const season = { hourRules: 'A-2021-10' } as const

test('counting again changes what comes out differently, and is at rest after', () => {
  const standing = creditFor('A-2021-10', session, present())
  const rows = [{ ...present({ credited: standing }), sessionId: 's' }]
  expect(recounted(season, [], [session], rows)).toEqual([])
  const change = { fromOn: '2022-01-12', hourRules: 'C-2026-01', madeAt: new Date(0) } as const
  const changed = recounted(season, [change], [session], rows)
  expect(changed).toMatchObject([{ hours: { hours: 0, rule: 'notCounted' } }])
  expect([...changeByPerson(changed)]).toEqual([['b', -1.5]])
  const after = [{ ...rows[0]!, credited: changed[0]!.hours }]
  expect(recounted(season, [change], [session], after)).toEqual([])
  const later = { ...change, fromOn: '2022-01-13' }
  expect(recounted(season, [later], [session], rows)).toEqual([])
})

test('whatever the sets, hours counted once by a set are at rest under it', () => {
  const set = fc.constantFrom(...hourRuleCodes)
  const presence = fc.constantFrom('came', 'left_early', 'visited', 'absent')
  fc.assert(
    fc.property(
      set,
      presence,
      fc.boolean(),
      fc.boolean(),
      (code, presence, approved, elsewhere) => {
        const person = present({ presence, approved, elsewhere })
        const credited = creditFor(code, session, person)
        expect(isChanged({ ...person, credited }, creditFor(code, session, person))).toBe(false)
        expect(elsewhere && credited.hours > 0).toBe(false)
      },
    ),
  )
})

const asked = {
  hours: 32,
  sessions: 6,
  strands: { arts: 1 },
  parts: [{ role: 'member', hours: 32, months: 3 }],
  months: 3,
  exempt: 0,
} as const
const counted = [
  { strandCode: 'pioneer', hours: 1.5, form: 'branch' },
  { strandCode: 'pioneer', hours: 4, form: 'online' },
  { strandCode: 'arts', hours: 0, form: 'branch' },
] as const

test('progress adds up hours and sessions by strand against what is asked', () => {
  expect(progressOf(counted, ['pioneer', 'arts'], asked, 'A-2021-10')).toEqual({
    hours: 5.5,
    sessions: 2,
    asked,
    strands: [
      { code: 'pioneer', hours: 5.5, sessions: 2, asked: 0 },
      { code: 'arts', hours: 0, sessions: 0, asked: 1 },
    ],
    electives: 0,
    online: null,
  })
  const little = { ...asked, hours: 4 }
  expect(progressOf(counted, ['pioneer'], little, 'B-2026-01')).toMatchObject({
    electives: 1.5,
    online: { hours: 4, asked: 10 },
  })
  expect(progressOf(counted, ['pioneer'], null, 'B-2026-01')).toMatchObject({
    asked: null,
    electives: 0,
  })
})

test.each([
  ['right', {}, null],
  ['for oneself', { personId: 'me' }, 'entry_oneself'],
  ['for tomorrow', { onDay: '2022-01-13' }, 'entry.future'],
  ['before the season', { onDay: '2021-11-30' }, 'entry.outsideSeason'],
  ['in no strand', { strandCode: 'sport' }, 'entry.unknownStrand'],
])('an entry %s', (_, change, expected) => {
  const input = { personId: 'a', onDay: '2022-01-10', strandCode: 'arts', ...change }
  const winter = { startsOn: '2021-12-01', endsOn: '2022-02-28' }
  expect(whyNotEntered(input, winter, ['arts'], 'me', '2022-01-12')).toBe(expected)
})

const entry = { personId: 'a', enteredBy: 'b', status: 'waiting', replacedAt: null } as const

test.each([
  ['confirmed by a second person', entry, { confirms: true, answer: '' }, null],
  [
    'confirmed by who entered it',
    { ...entry, enteredBy: 'me' },
    { confirms: true, answer: '' },
    'entry_same_person',
  ],
  [
    'confirmed by whom it is for',
    { ...entry, personId: 'me' },
    { confirms: true, answer: '' },
    'entry_oneself',
  ],
  [
    'decided already',
    { ...entry, status: 'refused' },
    { confirms: true, answer: '' },
    'entry.decided',
  ],
  ['sent back without a word', entry, { confirms: false, answer: '' }, 'entry.noAnswer'],
  ['sent back', entry, { confirms: false, answer: '不是这一天' }, null],
] as const)('an entry %s', (_, row, answer, expected) => {
  expect(whyNotDecided(row, 'me', answer)).toBe(expected)
})

test.each([
  [{ ...entry, status: 'confirmed' }, null],
  [entry, 'entry.notCounting'],
  [{ ...entry, status: 'confirmed', replacedAt: new Date(0) }, 'entry.notCounting'],
  [{ ...entry, personId: 'c' }, 'entry.otherPerson'],
] as const)('correcting %o: %s', (row, expected) => {
  expect(whyNotCorrected(row, 'a')).toBe(expected)
})

test('who may not settle or approve', () => {
  expect(whyNotSettled({}, 'me', 'me')).toBe('overlap_oneself')
  expect(whyNotSettled(undefined, 'a', 'me')).toBe('overlap.none')
  expect(whyNotSettled({}, 'a', 'me')).toBe(null)
  const held = { status: 'held', speakerPersonId: 'a' } as const
  expect(whyNotApproved(held, false, 'me')).toBe(null)
  expect(whyNotApproved(held, true, 'me')).toBe('teaching.approved')
  expect(whyNotApproved(held, false, 'a')).toBe('teaching_oneself')
  expect(whyNotApproved({ ...held, speakerPersonId: null }, false, 'me')).toBe(
    'teaching.notSpeaker',
  )
  expect(whyNotApproved({ ...held, status: 'scheduled' }, false, 'me')).toBe('hours.notHeld')
})
