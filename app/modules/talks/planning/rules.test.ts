import { expect, test } from 'vitest'
import { knownToHand, whyNotPublished } from './rules.ts'

test.each([
  ['nothing breaks a rule', [], null],
  ['the plan does', [[3]], 'plan.breaksRules'],
  ['somebody’s hand did', [[1, 3]], null],
  ['two that stood promised before do', [[7, 8]], null],
  ['the plan puts one beside one that was promised', [[7, 3]], 'plan.breaksRules'],
])('whether a plan may be published when %s', (_name, faults, reason) => {
  const found = faults.map((orders) => ({ orders }))
  expect(whyNotPublished(found, new Set([1]), new Set([7, 8]))).toBe(reason)
})

test('what a hand placed is known, and what breaks a rule only beside it', () => {
  const faults = [{ orders: [1, 3] }, { orders: [4, 5] }]
  expect(knownToHand(faults, new Set([1, 2]))).toEqual(new Set([1, 2, 3]))
})
