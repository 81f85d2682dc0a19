import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/platform/time.ts'
import type { RequiredRole } from '../rules.ts'
import {
  askedOf,
  reckoningDays,
  requirementFor,
  requirementRows,
  whyNotAsked,
  whyNotExempted,
  whyNotShortened,
} from './rules.ts'

const year = { startsOn: '2022-01-01', endsOn: '2022-12-31' }
const winter = { startsOn: '2021-12-01', endsOn: '2022-02-28' }
const asked = [
  { role: 'member', strandCode: null, hours: 32, sessions: 6 },
  { role: 'member', strandCode: 'arts', hours: 0, sessions: 2 },
  { role: 'secretary', strandCode: null, hours: 56, sessions: 8 },
] satisfies Parameters<typeof requirementFor>[1]
const always = { fromOn: '2010-01-01', untilOn: null }
const member = { role: 'member', ...always }

test.each([
  ['the whole year', [member], [], 32, 6, 2],
  ['joined on the 15th of August', [{ ...member, fromOn: '2022-08-15' }], [], 13.5, 3, 1],
  ['joined on the 16th', [{ ...member, fromOn: '2022-08-16' }], [], 10.5, 2, 1],
  ['left in May', [{ ...member, untilOn: '2022-05-31' }], [], 13.5, 3, 1],
  [
    'moved to another branch on one day',
    [
      { ...member, untilOn: '2022-06-30' },
      { ...member, fromOn: '2022-07-01' },
    ],
    [],
    32,
    6,
    2,
  ],
  [
    'became secretary in July',
    [member, { ...member, role: 'secretary', fromOn: '2022-07-01' }],
    [],
    44,
    7,
    1,
  ],
  [
    'exempt for June to August',
    [member],
    [{ fromOn: '2022-06-01', untilOn: '2022-08-31' }],
    24,
    5,
    2,
  ],
  ['exempt for good', [member], [{ fromOn: '2020-01-01', untilOn: '2030-01-01' }], 0, 0, 0],
])('%s', (_, held, exemptions, hours, sessions, arts) => {
  const own = requirementFor(year, asked, held, exemptions)
  expect(own).toMatchObject({ hours, sessions, strands: { arts } })
})

test('it says how it comes about: 32 hours for 5 of 12 months', () => {
  expect(requirementFor(year, asked, [{ ...member, fromOn: '2022-08-01' }], [])).toMatchObject({
    parts: [{ role: 'member', hours: 32, months: 5 }],
    months: 12,
    exempt: 0,
  })
})

test('nothing is asked of whom nothing was asked in any month', () => {
  expect(requirementFor(winter, asked, [{ role: 'volunteer', ...always }], [])).toBe(null)
  expect(requirementFor(winter, asked, [{ ...member, untilOn: '2021-12-14' }], [])).toBe(null)
  expect(requirementFor(winter, [], [member], [])).toBe(null)
})

test('months are reckoned within the season', () => {
  expect(reckoningDays(winter)).toEqual(['2021-12-15', '2022-01-15', '2022-02-15'])
  expect(reckoningDays({ startsOn: '2021-12-20', endsOn: '2022-01-10' })).toEqual([
    '2021-12-20',
    '2022-01-10',
  ])
})

const dayOfYear = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2022-01-01', days))

test('however a year is cut between two branches, the parts add up to the whole', () => {
  fc.assert(
    fc.property(dayOfYear, fc.constantFrom('member', 'secretary'), (day, role) => {
      const before = { role, fromOn: '2010-01-01', untilOn: addDays(day, -1) }
      const after = { role, fromOn: day, untilOn: null }
      const months = (held: (typeof before | typeof after)[]) =>
        requirementFor(year, asked, held, [])?.parts[0]?.months ?? 0
      expect(months([before]) + months([after])).toBe(12)
      expect(requirementFor(year, asked, [before, after], [])).toEqual(
        requirementFor(year, asked, [{ role, ...always }], []),
      )
    }),
  )
})

test('asked and exempt months make up all that were held, and nobody is asked for more than the most', () => {
  const spans = fc.tuple(dayOfYear, dayOfYear).map(([a, b]) => ({
    fromOn: a < b ? a : b,
    untilOn: a < b ? b : a,
  }))
  const roles = fc.array(fc.tuple(spans, fc.constantFrom<RequiredRole>('member', 'secretary')), {
    maxLength: 4,
  })
  fc.assert(
    fc.property(roles, fc.array(spans, { maxLength: 3 }), (spells, exemptions) => {
      const held = spells.map(([span, role]) => ({ ...span, role }))
      const own = requirementFor(year, asked, held, exemptions)
      const free = requirementFor(year, asked, held, [])
      const monthsIn = (each: typeof own) =>
        (each?.exempt ?? 0) + (each?.parts.reduce((sum, part) => sum + part.months, 0) ?? 0)
      expect(monthsIn(own)).toBe(monthsIn(free))
      expect(own?.hours ?? 0).toBeLessThanOrEqual(free?.hours ?? 0)
      expect(free?.hours ?? 0).toBeLessThanOrEqual(56)
      expect(Number.isInteger((own?.hours ?? 0) * 2)).toBe(true)
    }),
  )
})

test('a role’s form is filled with last time’s, else with the year’s and one session a strand', () => {
  expect(askedOf('member', asked)).toEqual({
    role: 'member',
    hours: 32,
    sessions: 6,
    eachStrand: 2,
  })
  expect(askedOf('secretary', asked).eachStrand).toBe(0)
  expect(askedOf('committee', [])).toEqual({
    role: 'committee',
    hours: 56,
    sessions: 0,
    eachStrand: 1,
  })
  const rows = requirementRows(askedOf('member', asked), [{ code: 'arts' }])
  expect(rows).toEqual(asked.slice(0, 2))
})

test.each([
  [{ personId: 'a', fromOn: '2022-01-01', untilOn: '2022-01-01' }, null],
  [{ personId: 'a', fromOn: '2022-01-02', untilOn: '2022-01-01' }, 'exemption.endsBeforeStart'],
  [{ personId: 'me', fromOn: '2022-01-01', untilOn: '2022-02-01' }, 'exemption.oneself'],
])('exempting %o: %s', (input, expected) => {
  expect(whyNotExempted(input, 'me')).toBe(expected)
})

test.each([
  ['a', '2022-01-31', null],
  ['a', '2022-02-28', 'exemption.notShorter'],
  ['a', '2021-12-31', 'exemption.notShorter'],
  ['me', '2022-01-31', 'exemption.oneself'],
])('letting the exemption of %s end on %s: %s', (personId, lastDay, expected) => {
  const exemption = { personId, fromOn: '2022-01-01', untilOn: '2022-02-28' }
  expect(whyNotShortened(exemption, lastDay, 'me')).toBe(expected)
})

test('one role is asked once', () => {
  expect(whyNotAsked([{ role: 'member' }, { role: 'member' }])).toBe('requirement.roleTwice')
  expect(whyNotAsked([{ role: 'member' }, { role: 'secretary' }])).toBe(null)
})
