import { expect, test } from 'vitest'
import { whyNotAdded, whyNotSaid } from './rules.ts'

test.each([
  [true, [], null],
  [false, ['a'], null],
  [true, ['a'], 'picture.nobodyOrSome'],
  [false, [], 'picture.whoIsOnIt'],
])('nobody %s, people %o: %s', (nobody, personIds, expected) => {
  expect(whyNotSaid({ nobody, personIds })).toBe(expected)
})

test('a bulletin has at most twenty pictures', () => {
  expect(whyNotAdded(19)).toBeNull()
  expect(whyNotAdded(20)).toBe('picture.tooMany')
})
