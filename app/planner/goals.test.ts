import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anOrder, aSeason, aSpeaker, at } from '#test/make-planner.ts'
import { columnsOf } from './columns.ts'
import { commitmentsOf } from './commitments.ts'
import { goalsOf, loadOf, servicePoints, sharesOf, worthOf } from './goals.ts'
import type { Season } from './season.ts'

describe('points for serving an order', () => {
  const cases: [1 | 2 | 3, number, number][] = [
    [1, 0, 10],
    [2, 0, 15],
    [3, 0, 20],
    [1, 1, 10],
    [1, 2, 11],
    [1, 10, 15],
    [1, 60, 15],
    [3, 7, 23],
  ]
  test.each(cases)('priority %i, waited %i days: %i', (priority, waited, points) => {
    expect(servicePoints(anOrder({ priority, waited }))).toBe(points)
  })
})

function parts(season: Season) {
  const fixed = commitmentsOf(season)
  const columns = columnsOf(season, fixed)
  return { fixed, columns, goals: goalsOf(season, fixed, columns) }
}

const orders = (count: number) =>
  Array.from({ length: count }, (_, day) =>
    anOrder({
      id: `order ${day}`,
      options: [{ stretch: { from: at(day, 9), until: at(day, 10) }, venue: 0, choice: 0 }],
    }),
  )

test('shares go by willingness, among those who can give anything', () => {
  const season = aSeason({
    speakers: [
      aSpeaker(),
      aSpeaker({ id: 'eager', willingness: 2 }),
      aSpeaker({ id: 'of nothing', skills: [] }),
      aSpeaker({ id: 'has given', skills: [], given: 2 }),
    ],
    orders: orders(6),
  })
  const { fixed, columns } = parts(season)
  expect(sharesOf(season, fixed, columns)).toEqual([2, 4, 2, 2])
})

test('a load is priced from the share on, by its square, up to a whole fit a talk', () => {
  const season = aSeason({
    speakers: [aSpeaker({ given: 1 }), aSpeaker({ id: 'second', mostPerSeason: 3 })],
    orders: orders(13),
  })
  const { goals } = parts(season)
  expect(goals.shares).toEqual([7, 7])
  expect(goals.loads[0]!.map(({ talks }) => talks)).toEqual([6, 1, 1, 1, 1, 1, 1, 1])
  const prices = goals.loads[0]!.map(({ price }) => Math.round(price * 100) / 100)
  expect(prices).toEqual([0, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65])
  expect(goals.loads[1]).toEqual([{ talks: 3, price: 0 }])
})

test('prices of a load never fall', () => {
  const talks = fc.double({ min: 0, max: 50, noNaN: true })
  const willing = fc.double({ min: 0.1, max: 3, noNaN: true })
  fc.assert(
    fc.property(talks, talks, willing, (load, share, willingness) => {
      const next = loadOf(load + 1, share, willingness) - loadOf(load, share, willingness)
      const after = loadOf(load + 2, share, willingness) - loadOf(load + 1, share, willingness)
      expect(after).toBeGreaterThanOrEqual(next - 1e-9)
    }),
  )
})

test('a plan is worth what its bookings are, goal by goal', () => {
  const season = aSeason({
    speakers: [aSpeaker({ given: 1 }), aSpeaker({ id: 'second' })],
    orders: [anOrder({ priority: 2 }), anOrder({ options: [option(1, 1)] })],
  })
  const bookings = [
    { order: 0, speaker: 0, venue: 0, start: at(0, 9) },
    { order: 1, speaker: 0, venue: 1, start: at(0, 9) },
  ]
  expect(worthOf(season, bookings, [1, 2])).toEqual({
    served: 2,
    service: 25,
    fit: 1.9,
    load: 4,
    kilometres: 5,
  })
})

function option(venue: number, choice: number) {
  return { stretch: { from: at(0, 9), until: at(0, 10) }, venue, choice }
}
