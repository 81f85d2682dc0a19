import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysIn } from '#app/modules/organisation/holidays/rules.ts'
import { addDays, instantAt, weekdayOf } from '#app/platform/time.ts'
import { yearOf } from '#app/platform/working-days.ts'
import {
  type Around,
  andFollowing,
  comes,
  datesOf,
  type Pattern,
  readyOf,
  unknownYears,
  whyNotAgain,
  whyNotMade,
  whyNotPattern,
} from './rules.ts'

// The holidays of 2021 and 2022 as the State Council announced them; those of 2023 are not known here.
const known = daysIn(published).filter(({ day }) => ['2021', '2022'].includes(day.slice(0, 4)))
const around: Around = {
  season: { startsOn: '2021-12-01', endsOn: '2022-03-15' },
  holidays: new Map(known.map((each) => [each.day, each])),
  years: new Set([2021, 2022]),
  now: instantAt('2022-01-12', '09:00'),
}
const thursdays: Pattern = {
  weekdays: [4],
  fromOn: '2022-01-13',
  untilOn: '2022-03-10',
  fromTime: '14:00',
  untilTime: '15:30',
  exceptOn: [],
  onHolidays: 'skip',
}
const said = (pattern: Partial<Pattern>, more: Partial<Around> = {}) =>
  datesOf({ ...thursdays, ...pattern }, { ...around, ...more }).map(
    ({ day, why, name }) => `${day.slice(5)} ${why}${name && ` ${name}`}`,
  )

test('every Thursday of the winter of 2022, with Spring Festival left out', () => {
  expect(said({})).toEqual([
    '01-13 first',
    '01-20 usual',
    '01-27 usual',
    '02-03 holiday 春节',
    '02-10 usual',
    '02-17 usual',
    '02-24 usual',
    '03-03 usual',
    '03-10 usual',
  ])
})

test('on holidays all the same; and weekend days that are worked are said', () => {
  const weekend = { weekdays: [6, 7], fromOn: '2022-01-15', untilOn: '2022-02-06' }
  expect(said({ ...weekend, onHolidays: 'hold' })).toEqual([
    '01-15 first',
    '01-16 usual',
    '01-22 usual',
    '01-23 usual',
    '01-29 madeUp 春节',
    '01-30 madeUp 春节',
    '02-05 heldOnHoliday 春节',
    '02-06 heldOnHoliday 春节',
  ])
})

test('exceptions, the past, and what lies outside the season', () => {
  const long = { exceptOn: ['2022-01-27'], untilOn: '2022-03-17', fromOn: '2022-01-06' }
  expect(said(long, { now: instantAt('2022-01-13', '14:00') }).slice(0, 4)).toEqual([
    '01-06 first',
    '01-13 past',
    '01-20 usual',
    '01-27 exception',
  ])
  expect(said(long).at(-1)).toBe('03-17 outsideSeason')
})

test('a year whose holidays are not known is said and not guessed', () => {
  const years = { season: { startsOn: '2022-12-01', endsOn: '2023-03-01' } }
  const over = { fromOn: '2022-12-22', untilOn: '2023-01-12' }
  const skipped = ['12-22 first', '12-29 usual', '01-05 unknownYear', '01-12 unknownYear']
  expect(said(over, years)).toEqual(skipped)
  expect(said({ ...over, onHolidays: 'hold' }, years).at(-1)).toBe('01-12 usual')
  expect(unknownYears({ ...thursdays, ...over }, around.years)).toEqual([2023])
})

test.each([
  [{}, null],
  [{ untilOn: '2022-01-12' }, 'session_series_order'],
  [{ untilOn: '2024-01-12' }, 'series.tooLong'],
  [{ untilTime: '14:00' }, 'session_series_time_order'],
] as const)('a pattern with %o: %s', (more, expected) => {
  expect(whyNotPattern({ ...thursdays, ...more })).toBe(expected)
})

test.each([
  [{}, null],
  [{ status: 'scheduled' }, null],
  [{ status: 'held' }, 'series.over'],
  [{ dispatchId: 'd' }, 'series.ofOrder'],
  [{ seriesId: 's' }, 'series.already'],
] as const)('a session with %o comes again: %s', (more, expected) => {
  const session = { status: 'draft', dispatchId: null, seriesId: null, ...more }
  expect(whyNotAgain(session)).toBe(expected)
})

test('only days that come are made, at least one and at most sixty with the first', () => {
  const dates = datesOf(thursdays, around)
  expect(whyNotMade(dates, ['2022-01-20'])).toBe(null)
  expect(whyNotMade(dates, ['2022-02-03'])).toBe('series.notThatDay')
  expect(whyNotMade(dates, [])).toBe('series.none')
  const daily = {
    ...thursdays,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    untilOn: '2022-06-01',
    onHolidays: 'hold' as const,
  }
  const sixty = datesOf(daily, {
    ...around,
    season: { startsOn: '2022-01-01', endsOn: '2022-12-31' },
  })
  expect(
    whyNotMade(
      sixty,
      sixty.slice(1, 61).map(({ day }) => day),
    ),
  ).toBe('series.tooMany')
  expect(
    whyNotMade(
      sixty,
      sixty.slice(1, 60).map(({ day }) => day),
    ),
  ).toBe(null)
})

const day = fc.integer({ min: 0, max: 80 }).map((days) => addDays('2021-12-20', days))
const pattern = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    fromOn: day,
    untilOn: day,
    exceptOn: fc.uniqueArray(day, { maxLength: 5 }),
    onHolidays: fc.constantFrom('skip' as const, 'hold' as const),
  })
  .map((some): Pattern => ({ ...thursdays, ...some }))

test('each day of the pattern stands there once and in order, and no other', () => {
  fc.assert(
    fc.property(pattern, (each) => {
      const wanted: string[] = []
      for (let on = each.fromOn; on <= each.untilOn; on = addDays(on, 1))
        if (on === each.fromOn || each.weekdays.includes(weekdayOf(on))) wanted.push(on)
      expect(datesOf(each, around).map((date) => date.day)).toEqual(wanted)
    }),
  )
})

test('none comes on an exception, and none on a holiday that is left out', () => {
  fc.assert(
    fc.property(pattern, (each) => {
      for (const date of datesOf(each, around).slice(1).filter(comes)) {
        expect(each.exceptOn).not.toContain(date.day)
        expect(date.during.start > around.now).toBe(true)
        const off = around.holidays.get(date.day)?.kind === 'off'
        expect(off && each.onHolidays === 'skip').toBe(false)
        expect(around.years.has(yearOf(date.day))).toBe(true)
      }
    }),
  )
})

test('an exception more takes away its day alone', () => {
  fc.assert(
    fc.property(pattern, day, (each, out) => {
      const before = datesOf(each, around)
      const after = datesOf({ ...each, exceptOn: [...each.exceptOn, out] }, around)
      const changed = after.filter((date, at) => date.why !== before[at]!.why)
      expect(changed.every((date) => date.day === out && date.why === 'exception')).toBe(true)
    }),
  )
})

const at = (onDay: string) => ({
  start: instantAt(onDay, '14:00'),
  end: instantAt(onDay, '15:30'),
})

test('what follows is still to come: not held, not called off, not begun', () => {
  const sessions = [
    { id: 1, status: 'held', during: at('2022-01-06') },
    { id: 2, status: 'scheduled', during: at('2022-01-13') },
    { id: 3, status: 'cancelled', during: at('2022-01-20') },
    { id: 4, status: 'draft', during: at('2022-01-27') },
  ]
  const ids = (from: string, now = around.now) =>
    andFollowing(sessions, { during: at(from) }, now).map(({ id }) => id)
  expect(ids('2022-01-06')).toEqual([2, 4])
  expect(ids('2022-01-20')).toEqual([4])
  expect(ids('2022-01-06', instantAt('2022-01-13', '14:00'))).toEqual([4])
})

test('of the drafts those that have everything are ready, the others say what they lack', () => {
  const session = (
    id: string,
    onDay: string,
    format: string,
    status: 'draft' | 'held' = 'draft',
  ) => ({
    id,
    status,
    format,
    during: at(onDay),
    streamUrl: '',
  })
  const all = { booked: true, boards: 0, visits: 0, course: false, consented: null }
  const sessions = [
    session('over', '2022-01-06', 'talk', 'held'),
    session('past', '2022-01-06', 'talk'),
    session('ready', '2022-01-13', 'talk'),
    session('bare', '2022-01-20', 'exhibition'),
    session('unlent', '2022-01-27', 'talk'),
  ]
  const prepared = new Map(sessions.map(({ id }) => [id, { ...all, booked: id !== 'unlent' }]))
  const { ready, waiting } = readyOf(sessions, prepared, around.now)
  expect(ready.map(({ id }) => id)).toEqual(['ready'])
  expect(waiting.map(({ session: { id }, whyNot }) => [id, whyNot])).toEqual([
    ['past', 'session.timePast'],
    ['bare', 'session.noBoards'],
    ['unlent', 'session.needsResource'],
  ])
})
