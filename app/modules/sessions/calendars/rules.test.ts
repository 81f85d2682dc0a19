import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, hour, instantAt, later, minute } from '#app/platform/time.ts'
import { daysShown, monthAway, piecesOf, readAt, readOf, stepsFrom, writeOf } from './rules.ts'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'

test.each(['mine', 'street', `unit.${id}`, `venue.${id}`, `resource.${id}`, `child.${id}`])(
  'an address names %s and is written again the same',
  (text) => {
    const of = readOf(text)
    expect(of && writeOf(of)).toBe(text)
  },
)

test.each(['', 'unit', 'unit.1', `person.${id}`, `unit.${id}x`, `Unit.${id}`])(
  '“%s” names no calendar',
  (text) => expect(readOf(text)).toBe(null),
)

test.each([
  [null, '2022-01', '2022-01-12'],
  ['2022-01', '2022-01', '2022-01-12'],
  ['2022-02', '2022-02', null],
  ['2022-02-28', '2022-02', '2022-02-28'],
  ['2022-02-29', '2022-02', null],
  ['2024-02-29', '2024-02', '2024-02-29'],
  ['2022-02-00', '2022-02', null],
  ['2022-13', '2022-01', '2022-01-12'],
  ['tomorrow', '2022-01', '2022-01-12'],
])('at %s is month %s and day %s', (text, month, day) => {
  expect(readAt(text, '2022-01-12')).toEqual({ month, day })
})

// 12 January 2022 was a Wednesday.
test.each([
  ['month', '2022-01-01', '2022-02-01', '2021-12', '2022-02'],
  ['week', '2022-01-10', '2022-01-17', '2022-01-03', '2022-01-17'],
  ['list', '2022-01-10', '2022-02-07', '2021-12-13', '2022-02-07'],
] as const)('a %s goes from %s until %s', (view, from, until, previous, next) => {
  const at = { month: '2022-01', day: '2022-01-12' }
  expect(daysShown(view, at)).toEqual({ from, until })
  expect(stepsFrom(view, at)).toEqual({ previous, next })
})

test('months away cross the year', () => {
  expect(monthAway('2022-01', -1)).toBe('2021-12')
  expect(monthAway('2021-12', 1)).toBe('2022-01')
})

const january = daysShown('month', { month: '2022-01', day: null })

test('an afternoon is one piece, a night two, and midnight begins nothing', () => {
  const from = instantAt('2022-01-14', '22:30')
  expect(piecesOf({ start: from, end: later(from, hour) }, january)).toEqual([
    { day: '2022-01-14', from: '22:30', until: '23:30' },
  ])
  expect(piecesOf({ start: from, end: later(from, 2 * hour) }, january)).toEqual([
    { day: '2022-01-14', from: '22:30', until: '24:00' },
    { day: '2022-01-15', from: '00:00', until: '00:30' },
  ])
  expect(piecesOf({ start: from, end: later(from, 1.5 * hour) }, january)).toEqual([
    { day: '2022-01-14', from: '22:30', until: '24:00' },
  ])
})

test('what goes on for days stands on each of those shown', () => {
  const span = { start: instantAt('2021-12-30', '09:00'), end: instantAt('2022-01-02', '10:00') }
  expect(piecesOf(span, january).map(({ day, from, until }) => [day, from, until])).toEqual([
    ['2022-01-01', '00:00', '24:00'],
    ['2022-01-02', '00:00', '10:00'],
  ])
  expect(piecesOf(span, { from: '2022-02-01', until: '2022-03-01' })).toEqual([])
})

test('the pieces of a span are together as long as it is', () => {
  const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  fc.assert(
    fc.property(fc.nat(400_000), fc.integer({ min: 1, max: 30_000 }), (offset, length) => {
      const start = later(instantAt('2021-12-01', '00:00'), offset * minute)
      const end = later(start, length * minute)
      const pieces = piecesOf({ start, end }, { from: '2021-12-01', until: '2023-12-01' })
      const sum = pieces.reduce(
        (all, { from, until }) => all + minutesOf(until) - minutesOf(from),
        0,
      )
      expect(sum).toBe(length)
      const days = pieces.map(({ day }) => day)
      expect(days).toEqual(days.map((_, at) => addDays(days[0]!, at)))
    }),
  )
})
