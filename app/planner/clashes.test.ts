import { describe, expect, test } from 'vitest'
import { anOrder, aSeason, aSpeaker, at } from '#test/make-planner.ts'
import { clashesOf } from './clashes.ts'
import { cliquesOf } from './cliques.ts'
import { columnsOf } from './columns.ts'
import { commitmentsOf } from './commitments.ts'
import type { Season, Speaker } from './season.ts'

/** Orders of an hour that can each be given at one time and place only: column n is of order n. */
function timed(speaker: Partial<Speaker>, ...times: [day: number, hour: number, venue?: number][]) {
  const orders = times.map(([day, hour, venue = 0], index) =>
    anOrder({
      id: `order ${index}`,
      options: [{ stretch: { from: at(day, hour), until: at(day, hour + 1) }, venue, choice: 0 }],
    }),
  )
  return aSeason({ speakers: [aSpeaker(speaker)], orders })
}

function rows(season: Season, ...kinds: string[]) {
  const fixed = commitmentsOf(season)
  return clashesOf(season, fixed, columnsOf(season, fixed))
    .filter(({ of }) => kinds.includes(of))
    .map(({ most, columns }) => [most, ...columns])
}

describe('of a speaker at most one of', () => {
  const cases: [string, Partial<Speaker>, [number, number, number?][], number[][]][] = [
    [
      'talks one after the other',
      {},
      [
        [0, 9],
        [0, 10],
      ],
      [],
    ],
    [
      'talks that overlap, clique by clique',
      {},
      [
        [0, 9],
        [0, 9.5],
        [0, 10],
      ],
      [
        [1, 0, 1],
        [1, 1, 2],
      ],
    ],
    [
      'talks with too little rest',
      { restMinutes: 30 },
      [
        [0, 9],
        [0, 10],
      ],
      [[1, 0, 1]],
    ],
    [
      'talks with too short a way',
      {},
      [
        [0, 9],
        [0, 10.25, 1],
      ],
      [[1, 0, 1]],
    ],
    [
      'talks a way apart',
      {},
      [
        [0, 9],
        [0, 10.5, 1],
      ],
      [],
    ],
    [
      'talks with no time for way and rest',
      { restMinutes: 15 },
      [
        [0, 9],
        [0, 10.5, 1],
      ],
      [[1, 0, 1]],
    ],
    [
      'late and early talks a day apart',
      {},
      [
        [0, 20],
        [1, 8],
      ],
      [],
    ],
    [
      'talks of a day with one',
      { mostPerDay: 1 },
      [
        [0, 9],
        [0, 15],
        [1, 9],
      ],
      [[1, 0, 1]],
    ],
    [
      'talks in a window of days of rest',
      { restDays: 1, mostPerDay: 1 },
      [
        [0, 9],
        [1, 9],
        [1, 15],
        [2, 9],
      ],
      [
        [1, 0, 1, 2],
        [1, 1, 2, 3],
      ],
    ],
    [
      'days of rest where a day may have two talks',
      { restDays: 1 },
      [
        [0, 9],
        [0, 15],
        [1, 9],
      ],
      [
        [1, 0, 2],
        [1, 1, 2],
      ],
    ],
    [
      'talks of a day with one left',
      { mostPerDay: 2, booked: [{ stretch: { from: at(0, 20), until: at(0, 21) }, place: 0 }] },
      [
        [0, 9],
        [0, 15],
      ],
      [[1, 0, 1]],
    ],
  ]
  test.each(cases)('%s', (_, speaker, times, expected) => {
    expect(rows(timed(speaker, ...times), 'speaker')).toEqual(expected)
  })
})

test('limits of a day and a week count what is booked', () => {
  const booked = [{ stretch: { from: at(2, 9), until: at(2, 10) }, place: 0 }]
  const times: [number, number][] = [
    [0, 9],
    [0, 11],
    [0, 13],
    [6, 9],
    [7, 9],
  ]
  const season = timed({ mostPerDay: 2, mostPerWeek: 3, booked }, ...times)
  expect(rows(season, 'day')).toEqual([[2, 0, 1, 2]])
  expect(rows(season, 'week')).toEqual([[2, 0, 1, 2, 3]])
})

test('weeks run from Monday to Sunday, whatever day a season begins on', () => {
  const season = { ...timed({ mostPerWeek: 1 }, [0, 9], [1, 9], [2, 9]), weekday: 5 }
  expect(rows(season, 'week')).toEqual([[1, 0, 1]])
})

test('a venue has one talk at a time, whoever speaks', () => {
  const season = {
    ...timed({}, [0, 9], [0, 9.5]),
    speakers: [aSpeaker(), aSpeaker({ id: 'second' })],
  }
  expect(rows(season, 'venue')).toEqual([[1, 0, 1, 2, 3]])
})

test('a row within one order says nothing that the order does not', () => {
  const options = [9, 9.5].map((hour) => ({
    stretch: { from: at(0, hour), until: at(0, hour + 1) },
    venue: 0,
    choice: 0,
  }))
  const season = aSeason({ orders: [anOrder({ options })] })
  expect(rows(season, 'order', 'speaker', 'venue')).toEqual([[1, 0, 1]])
})

test('cliques of clashes that are no overlaps cover every pair, and grow', () => {
  // A path of four with a triangle at its end.
  const pairs = new Set(['0 1', '1 2', '2 3', '2 4', '3 4'])
  const cliques = cliquesOf([0, 1, 2, 3, 4], 9, (a, b) =>
    pairs.has(`${Math.min(a, b)} ${Math.max(a, b)}`),
  )
  expect(cliques).toEqual([
    [0, 1],
    [1, 2],
    [2, 3, 4],
  ])
})
