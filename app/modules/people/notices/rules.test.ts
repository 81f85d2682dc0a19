import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hour, timeOf } from '#app/platform/time.ts'
import { dueAt, isQuiet, type Urgency } from './rules.ts'

test.each([
  ['safety', '2022-01-12T02:30:00', '2022-01-12T02:30:00'],
  ['soon', '2022-01-12T10:00:00', '2022-01-12T10:00:00'],
  ['soon', '2022-01-12T20:59:59', '2022-01-12T20:59:59'],
  ['soon', '2022-01-12T21:00:00', '2022-01-13T08:00:00'],
  ['soon', '2022-01-13T07:59:59', '2022-01-13T08:00:00'],
  ['soon', '2022-01-31T23:30:00', '2022-02-01T08:00:00'],
  ['digest', '2022-01-12T10:00:00', '2022-01-12T18:00:00'],
  ['digest', '2022-01-12T18:00:00', '2022-01-12T18:00:00'],
  ['digest', '2022-01-12T18:00:01', '2022-01-13T18:00:00'],
  ['digest', '2022-01-31T23:30:00', '2022-02-01T18:00:00'],
] as const)('what is %s at %s is due at %s', (urgency, at, due) => {
  expect(dueAt(urgency, new Date(`${at}+08:00`))).toEqual(new Date(`${due}+08:00`))
})

const instants = fc.date({
  min: new Date('2021-01-01T00:00:00Z'),
  max: new Date('2031-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const urgencies = fc.constantFrom<Urgency>('safety', 'soon', 'digest')

test('nobody is told before it happened, nor more than a day after', () => {
  fc.assert(
    fc.property(urgencies, instants, (urgency, at) => {
      const wait = dueAt(urgency, at).getTime() - at.getTime()
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(24 * hour)
    }),
  )
})

test('only safety is ever due in the quiet hours, and what is due stays due', () => {
  fc.assert(
    fc.property(urgencies, instants, (urgency, at) => {
      const due = dueAt(urgency, at)
      expect(isQuiet(due)).toBe(urgency === 'safety' && isQuiet(at))
      expect(dueAt(urgency, due)).toEqual(due)
      expect(urgency === 'digest' ? timeOf(due) : '18:00').toBe('18:00')
    }),
  )
})
