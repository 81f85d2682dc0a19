import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countedElsewhere,
  dayWithin,
  electivesOf,
  type HourRuleSet,
  hourRuleCodes,
  hourRuleSets,
  hourRulesOn,
  hoursFor,
  monthsOf,
  phaseOf,
  type StudyForm,
  whyNotChanged,
  whyNotOpened,
} from './rules.ts'

const winter = {
  startsOn: '2021-12-01',
  endsOn: '2022-02-28',
  strands: [{ code: 'pioneer' }, { code: 'arts' }, { code: 'practice' }],
  requirements: [{ role: 'member' }, { role: 'secretary' }],
} as const

test.each([
  ['as it should be', {}, null],
  ['ending on the day it starts', { endsOn: '2021-12-01' }, 'season.endsBeforeStart'],
  ['without a strand', { strands: [] }, 'season.noStrand'],
  ['with a strand twice', { strands: [{ code: 'arts' }, { code: 'arts' }] }, 'season.strandTwice'],
  [
    'asking a role twice',
    { requirements: [{ role: 'member' }, { role: 'member' }] },
    'season.roleTwice',
  ],
] as const)('a season %s', (_, change, expected) => {
  expect(whyNotOpened({ ...winter, ...change })).toBe(expected)
})

test.each([
  ['2021-11-30', 'coming'],
  ['2021-12-01', 'running'],
  ['2022-02-28', 'running'],
  ['2022-03-01', 'over'],
] as const)('on %s the season is %s', (day, expected) => {
  expect(phaseOf(winter, day)).toBe(expected)
})

test.each([
  ['2021-11-30', ['later', 'later', 'later']],
  ['2021-12-01', ['now', 'later', 'later']],
  ['2022-01-12', ['done', 'now', 'later']],
  ['2022-02-28', ['done', 'done', 'now']],
  ['2022-03-01', ['done', 'done', 'done']],
])('on %s the season’s months are %s', (day, expected) => {
  const months = monthsOf(winter, day)
  expect(months.map(({ month }) => month)).toEqual(['2021-12', '2022-01', '2022-02'])
  expect(months.map(({ state }) => state)).toEqual(expected)
})

describe('the published examples', () => {
  test.each<[HourRuleSet, StudyForm, number, number, string]>([
    ['A-2021-10', 'centralised', 480, 8, 'fullDay'],
    ['A-2021-10', 'centralised', 240, 4, 'halfDay'],
    ['A-2021-10', 'centralised', 90, 1.5, 'hourly'],
    ['A-2021-10', 'branch', 60, 1, 'hourly'],
    ['A-2021-10', 'branch', 90, 1.5, 'hourly'],
    ['A-2021-10', 'branch', 100, 1.5, 'hourly'],
    ['A-2021-10', 'branch', 240, 4, 'hourly'],
    ['A-2021-10', 'branch', 600, 8, 'hourly'],
    ['A-2021-10', 'branch', 15, 0.25, 'hourly'],
    ['A-2021-10', 'branch', 14, 0, 'tooShort'],
    ['A-2021-10', 'visit', 20, 0.25, 'hourly'],
    ['A-2021-10', 'practice', 180, 4, 'halfDay'],
    ['A-2021-10', 'practice', 120, 4, 'halfDay'],
    ['A-2021-10', 'practice', 90, 1.5, 'hourly'],
    ['A-2021-10', 'practice', 480, 8, 'fullDay'],
    ['A-2021-10', 'online', 60, 0, 'notCounted'],
    ['B-2026-01', 'centralised', 480, 6, 'fullDay'],
    ['B-2026-01', 'centralised', 240, 3, 'halfDay'],
    ['B-2026-01', 'branch', 480, 6, 'fullDay'],
    ['B-2026-01', 'practice', 150, 3, 'halfDay'],
    ['B-2026-01', 'centralGroup', 100, 3, 'session'],
    ['B-2026-01', 'online', 90, 1.5, 'hourly'],
    ['B-2026-01', 'test', 20, 0, 'notCounted'],
    ['C-2026-01', 'online', 45, 1, 'length'],
    ['C-2026-01', 'online', 30, 1, 'length'],
    ['C-2026-01', 'online', 29, 0.5, 'length'],
    ['C-2026-01', 'online', 16, 0.5, 'length'],
    ['C-2026-01', 'online', 15, 0.25, 'length'],
    ['C-2026-01', 'online', 1, 0.25, 'length'],
    ['C-2026-01', 'online', 0, 0, 'length'],
    ['C-2026-01', 'test', 20, 0.5, 'session'],
    ['C-2026-01', 'online', 240, 1, 'length'],
    ['C-2026-01', 'branch', 90, 0, 'notCounted'],
  ])('%s: %s of %i minutes gives %d (%s)', (set, form, minutes, hours, rule) => {
    const time = { form, minutes, presence: 'came', spoke: false, approved: false } as const
    expect(hoursFor(set, time)).toEqual({
      hours,
      rule,
      details: { ...time, set, gives: hours, times: 1 },
    })
  })
})

test('teaching counts five times under B, once approved, and once under A', () => {
  const time = {
    form: 'branch',
    minutes: 60,
    presence: 'came',
    spoke: true,
    approved: true,
  } as const
  expect(hoursFor('B-2026-01', { ...time, approved: false })).toMatchObject({
    hours: 1,
    details: { times: 1 },
  })
  expect(hoursFor('B-2026-01', { ...time, spoke: false }).hours).toBe(1)
  expect(hoursFor('B-2026-01', time)).toMatchObject({ hours: 5, details: { gives: 1, times: 5 } })
  expect(hoursFor('A-2021-10', time)).toMatchObject({ hours: 1, details: { gives: 1, times: 1 } })
})

test('who left early has half of the time counted, and who stayed away nothing', () => {
  const time = { form: 'branch', minutes: 120, spoke: false, approved: false } as const
  expect(hoursFor('A-2021-10', { ...time, presence: 'left_early' }).hours).toBe(1)
  expect(hoursFor('A-2021-10', { ...time, presence: 'absent' })).toMatchObject({
    hours: 0,
    rule: 'absent',
  })
})

describe('whatever the session', () => {
  const set = fc.constantFrom(...hourRuleCodes)
  const form = fc.constantFrom<StudyForm>(
    'centralised',
    'branch',
    'practice',
    'centralGroup',
    'online',
    'test',
  )
  const minutes = fc.integer({ min: 0, max: 24 * 60 })
  // Two of them stay within the most that one session gives.
  const shortMinutes = fc.integer({ min: 0, max: 4 * 60 })
  const spoke = fc.boolean()

  test('a longer one never gives less', () => {
    fc.assert(
      fc.property(set, form, minutes, minutes, spoke, (code, form, a, b, spoke) => {
        const hours = (minutes: number) =>
          hoursFor(code, { form, minutes, presence: 'came', spoke, approved: spoke }).hours
        expect(hours(Math.min(a, b))).toBeLessThanOrEqual(hours(Math.max(a, b)))
      }),
    )
  })

  test('leaving early never gives more than staying, and staying away gives nothing', () => {
    fc.assert(
      fc.property(set, form, minutes, spoke, (code, form, minutes, spoke) => {
        const [stayed, left, away] = (['came', 'left_early', 'absent'] as const).map(
          (presence) => hoursFor(code, { form, minutes, presence, spoke, approved: spoke }).hours,
        )
        expect(left).toBeLessThanOrEqual(stayed!)
        expect(away).toBe(0)
      }),
    )
  })

  test('hours are what the line gives, times teaching, in quarters or less than a day gives', () => {
    fc.assert(
      fc.property(set, form, minutes, spoke, (code, form, minutes, spoke) => {
        const { hours, details } = hoursFor(code, {
          form,
          minutes,
          presence: 'came',
          spoke,
          approved: spoke,
        })
        expect(hours).toBe(details.gives * details.times)
        expect(Number.isInteger(details.gives * 4)).toBe(true)
        expect(details.gives).toBeLessThanOrEqual(hourRuleSets[code].most)
        expect([1, hourRuleSets[code].teaching]).toContain(details.times)
      }),
    )
  })

  test('a meeting of a branch cut in two never gives more than the whole', () => {
    fc.assert(
      fc.property(shortMinutes, shortMinutes, (a, b) => {
        const hours = (minutes: number) =>
          hoursFor('A-2021-10', {
            form: 'branch',
            minutes,
            presence: 'came',
            spoke: false,
            approved: false,
          }).hours
        expect(hours(a) + hours(b)).toBeLessThanOrEqual(hours(a + b))
      }),
    )
  })
})

test('self-study counts with its answers', () => {
  const time = {
    form: 'selfStudy',
    minutes: 20,
    presence: 'came',
    spoke: false,
    approved: false,
  } as const
  expect(hoursFor('C-2026-01', time)).toMatchObject({ hours: 0, rule: 'unanswered' })
  expect(hoursFor('C-2026-01', { ...time, answered: true })).toMatchObject({
    hours: 0.5,
    rule: 'length',
  })
  expect(hoursFor('A-2021-10', { ...time, answered: true }).rule).toBe('notCounted')
})

test('time that counts elsewhere gives nothing and says so', () => {
  const time = { form: 'branch', minutes: 90, presence: 'came', spoke: true } as const
  expect(countedElsewhere(hoursFor('B-2026-01', { ...time, approved: true }))).toMatchObject({
    hours: 0,
    rule: 'elsewhere',
    details: { gives: 0, times: 1 },
  })
})

test.each([
  ['A-2021-10', 40, 32, 0],
  ['B-2026-01', 40, 32, 8],
  ['B-2026-01', 30, 32, 0],
] as const)(
  'under %s %i hours where %i are asked leave %i electives',
  (set, hours, asked, left) => {
    expect(electivesOf(set, hours, asked)).toBe(left)
  },
)

const changed = [
  { fromOn: '2022-01-10', hourRules: 'B-2026-01', madeAt: new Date('2022-01-12T00:00:00Z') },
  { fromOn: '2022-01-10', hourRules: 'C-2026-01', madeAt: new Date('2022-01-11T00:00:00Z') },
  { fromOn: '2021-12-15', hourRules: 'C-2026-01', madeAt: new Date('2022-01-20T00:00:00Z') },
] as const
const season = { ...winter, hourRules: 'A-2021-10' } as const

test.each([
  ['2021-12-14', 'A-2021-10'],
  ['2021-12-15', 'C-2026-01'],
  ['2022-01-09', 'C-2026-01'],
  ['2022-01-10', 'B-2026-01'],
] as const)('on %s a session counts by %s', (day, expected) => {
  expect(hourRulesOn(season, changed, day)).toBe(expected)
})

test.each([
  ['2021-11-30', 'B-2026-01', 'season.outside'],
  ['2022-03-01', 'B-2026-01', 'season.outside'],
  ['2022-01-10', 'B-2026-01', 'season.sameRules'],
  ['2022-01-10', 'A-2021-10', null],
] as const)('from %s on %s: %s', (fromOn, hourRules, expected) => {
  expect(whyNotChanged(season, changed, { fromOn, hourRules })).toBe(expected)
})

test.each([
  ['2021-11-01', '2021-12-01'],
  ['2022-01-12', '2022-01-12'],
  ['2022-06-01', '2022-02-28'],
])('on %s members are counted for %s', (today, expected) => {
  expect(dayWithin(winter, today)).toBe(expected)
})
