import { expect, test } from 'vitest'
import { demoPhone, type PhoneBlock } from './phones.ts'

test('no two people share a phone, across groups and across streets', () => {
  const groups: PhoneBlock[] = [
    'members',
    'residents',
    'children',
    'guardians',
    'staff',
    'speakers',
  ]
  const phones = [1, 2, 999].flatMap((seed) =>
    groups.flatMap((group) => Array.from({ length: 3_000 }, (_, i) => demoPhone(group, seed, i))),
  )
  expect(new Set(phones).size).toBe(3 * groups.length * 3_000)
})

test('every phone is eleven digits that can’t be real', () => {
  for (let i = 0; i < 3_000; i++) expect(demoPhone('members', 1, i)).toMatch(/^100\d{8}$/)
})

test('a group of more than ten thousand is refused', () => {
  expect(() => demoPhone('members', 1, 10_000)).toThrow(RangeError)
})
