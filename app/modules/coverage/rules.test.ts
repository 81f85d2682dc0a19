import { expect, test } from 'vitest'
import { isReached, sumOf } from './rules.ts'

test.each([
  [0, 0, false],
  [1, 0, true],
  [0, 1, true],
])('%i members reached and %i orders held: %s', (reached, ordersHeld, expected) => {
  expect(isReached({ members: 20, reached, ordersHeld })).toBe(expected)
})

test('branches add up', () => {
  const branches = [
    { members: 20, reached: 3, stayed: 2, ordersHeld: 0, strands: { pioneer: 3, arts: 1 } },
    { members: 30, reached: 0, stayed: 0, ordersHeld: 1, strands: {} },
    { members: 10, reached: 0, stayed: 0, ordersHeld: 0, strands: {} },
    { members: 5, reached: 5, stayed: 5, ordersHeld: 2, strands: { arts: 5 } },
  ]
  expect(sumOf(branches)).toEqual({
    branches: 4,
    branchesReached: 3,
    members: 65,
    membersReached: 8,
    membersStayed: 7,
    strands: { pioneer: 3, arts: 6 },
  })
})
