import { describe, expect, test } from 'vitest'
import { chosenBy, isWhole, type Model, narrowed } from './model.ts'
import { openRelaxation, solveWhole } from './solver.ts'

// Of three columns any two exclude each other, said pair by pair: halves of all three are the relaxed
// answer. A fourth stands apart and is worth little.
const triangle: Model = {
  whole: 4,
  cost: [1, 1, 1.2, 0.1],
  most: [1, 1, 1, 1],
  rowMost: [1, 1, 1],
  starts: [0, 2, 4, 6],
  indices: [0, 1, 1, 2, 0, 2],
  values: [1, 1, 1, 1, 1, 1],
  loads: [],
}

describe('relaxed', () => {
  test('halves are taken, with prices that prove them', async () => {
    const relaxation = await openRelaxation(triangle)
    const relaxed = relaxation.solve()!
    relaxation.close()
    expect([...relaxed.values]).toEqual([0.5, 0.5, 0.5, 1])
    expect(isWhole(triangle, relaxed.values)).toBe(false)
    expect(relaxed.bound).toBeCloseTo(1.7, 9)
    expect(relaxed.rowPrices.reduce((sum, price) => sum + price, 0)).toBeCloseTo(1.6, 9)
    expect([...relaxed.reducedCosts].map((cost) => Math.round(cost * 1e6) / 1e6)).toEqual([
      0, 0, 0, 0.1,
    ])
  })

  test('a changed price and limit are solved from where it was', async () => {
    const relaxation = await openRelaxation(triangle)
    relaxation.solve()
    relaxation.change([1, 1, 5, 0.1], [1, 1, 1, 0])
    const relaxed = relaxation.solve()!
    relaxation.close()
    expect(chosenBy(triangle, relaxed.values)).toEqual([2])
    expect(relaxed.bound).toBeCloseTo(5, 9)
  })
})

describe('whole', () => {
  test('the best one of the three is taken, and proven', async () => {
    const whole = (await solveWhole(triangle))!
    expect(chosenBy(triangle, whole.values)).toEqual([2, 3])
    expect(whole.proven).toBe(true)
    expect(whole.bound).toBeCloseTo(1.3, 3)
  })

  test('a column that is left out is not taken', async () => {
    const kept = [0, 1, 3]
    const small = narrowed(triangle, kept)
    expect(small.rowMost).toHaveLength(3)
    const whole = (await solveWhole(small))!
    const chosen = chosenBy(small, whole.values).map((at) => kept[at])
    expect([chosen.length, chosen.at(-1)]).toEqual([2, 3])
  })
})
