import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Count, fewestPeople, mergeUpward, together } from './rules.ts'

const units = [
  { id: 'street', parentId: null },
  { id: 'north', parentId: 'street' },
  { id: 'south', parentId: 'street' },
  ...['n1', 'n2', 'n3'].map((id) => ({ id, parentId: 'north' })),
  ...['s1', 's2'].map((id) => ({ id, parentId: 'south' })),
]
const count = (unitId: string, people: number): Count => ({
  unitId,
  people,
  whole: people * 2,
  part: people,
})
const merged = (...counts: Count[]) =>
  mergeUpward(units, counts)
    .map(({ unitId, people, from }) => [unitId, people, from.toSorted().join('+')])
    .toSorted(([a], [b]) => String(a).localeCompare(String(b)))

test('branches of five stand by themselves', () => {
  expect(merged(count('n1', 5), count('s1', 9))).toEqual([
    ['n1', 5, 'n1'],
    ['s1', 9, 's1'],
  ])
})

test('small branches of a community stand together, and small communities in the street', () => {
  expect(
    merged(count('n1', 6), count('n2', 3), count('n3', 2), count('s1', 4), count('street', 2)),
  ).toEqual([
    ['n1', 6, 'n1'],
    ['north', 5, 'n2+n3'],
    ['street', 6, 's1+street'],
  ])
})

test('a remainder that could be had by subtracting takes the smallest group in', () => {
  expect(merged(count('n1', 9), count('s1', 6), count('s2', 1))).toEqual([
    ['n1', 9, 'n1'],
    ['street', 7, 's1+s2'],
  ])
})

test('four in all are not shown', () => {
  expect(merged(count('n1', 2), count('s1', 2))).toEqual([])
  expect(together([count('n1', 2), count('s1', 2)])).toBe(null)
  expect(together([count('n1', 2), count('s1', 3)])).toMatchObject({ people: 5, whole: 10 })
})

test('everyone is in one group of five or more, at or above their unit', () => {
  const people = fc.record(
    Object.fromEntries(units.map(({ id }) => [id, fc.integer({ min: 0, max: 12 })])),
  )
  const above = (id: string): string[] => {
    const { parentId } = units.find((unit) => unit.id === id)!
    return parentId === null ? [id] : [id, ...above(parentId)]
  }
  fc.assert(
    fc.property(people, (numbers) => {
      const counts = Object.entries(numbers)
        .filter(([, size]) => size > 0)
        .map(([id, size]) => count(id, size))
      const total = counts.reduce((all, each) => all + each.people, 0)
      const groups = mergeUpward(units, counts)
      fc.pre(total >= fewestPeople)
      expect(groups.every((group) => group.people >= fewestPeople)).toBe(true)
      expect(groups.reduce((all, group) => all + group.people, 0)).toBe(total)
      expect(groups.reduce((all, group) => all + group.whole, 0)).toBe(total * 2)
      expect(groups.flatMap(({ from }) => from).toSorted()).toEqual(
        counts.map(({ unitId }) => unitId).toSorted(),
      )
      for (const { unitId, from } of groups)
        expect(from.every((id) => above(id).includes(unitId))).toBe(true)
    }),
  )
})
