import { expect, test } from 'vitest'
import { seeded } from './random.ts'

test('the same seed gives the same stream, another seed another', () => {
  const draw = (seed: number) => {
    const random = seeded(seed)
    return Array.from({ length: 20 }, () => random.int(0, 999))
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
})

test('each part of a seed has a stream of its own', () => {
  const first = (...parts: number[]) => seeded(7, ...parts).int(0, 999_999)
  expect(first(1, 42)).toBe(first(1, 42))
  const drawn = [1, 2, 3].flatMap((part) => Array.from({ length: 100 }, (_, i) => first(part, i)))
  expect(new Set(drawn).size).toBeGreaterThan(295)
})

test('int reaches both ends and nothing beyond', () => {
  const random = seeded(1)
  const drawn = new Set(Array.from({ length: 500 }, () => random.int(3, 6)))
  expect(drawn).toEqual(new Set([3, 4, 5, 6]))
})

test('weighted follows the weights', () => {
  const random = seeded(2)
  const drawn = Array.from({ length: 10_000 }, () =>
    random.weighted([
      ['often', 9],
      ['seldom', 1],
      ['never', 0],
    ]),
  )
  const seldom = drawn.filter((word) => word === 'seldom').length
  expect(seldom).toBeGreaterThan(850)
  expect(seldom).toBeLessThan(1150)
  expect(drawn).not.toContain('never')
})

test('shuffle keeps every item and leaves the list as it was', () => {
  const list = Array.from({ length: 50 }, (_, i) => i)
  const shuffled = seeded(3).shuffle(list)
  expect(shuffled).not.toEqual(list)
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(list)
})

test('an empty list is refused', () => {
  expect(() => seeded(1).pick([])).toThrow(RangeError)
  expect(() => seeded(1).weighted([])).toThrow(RangeError)
})
