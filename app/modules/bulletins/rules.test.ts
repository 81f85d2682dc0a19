import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  after,
  changesBetween,
  readings,
  statuses,
  whyNotCommented,
  whyNotCorrected,
  whyNotHandedIn,
  whyNotPublished,
  whyNotRead,
  whyNotSaved,
} from './rules.ts'

const draft = { status: 'draft', version: 2 } as const

test.each([
  [draft, 2, 'writer', null],
  [draft, 2, null, null],
  [draft, 1, 'writer', 'bulletin.changedMeanwhile'],
  [draft, 2, 'reader', 'written_by_a_reader'],
  [{ status: 'second', version: 2 }, 2, 'writer', null],
  [{ status: 'published', version: 2 }, 2, 'writer', 'bulletin.isPublished'],
] as const)('%o, opened at %i by a %s, is saved or not: %s', (bulletin, opened, part, expected) => {
  expect(whyNotSaved(bulletin, opened, part)).toBe(expected)
})

const unread = { part: null, hasRead: false } as const

test.each([
  ['first', { step: 'first', version: 2 }, unread, null],
  ['first', { step: 'second', version: 2 }, unread, 'bulletin.notItsTurn'],
  ['draft', { step: 'first', version: 2 }, unread, 'bulletin.notItsTurn'],
  ['first', { step: 'first', version: 1 }, unread, 'bulletin.changedMeanwhile'],
  ['first', { step: 'first', version: 2 }, { part: 'writer', hasRead: false }, 'read_by_a_writer'],
  [
    'third',
    { step: 'third', version: 2 },
    { part: 'reader', hasRead: true },
    'step_by_same_person',
  ],
  ['third', { step: 'third', version: 2 }, { part: 'reader', hasRead: false }, null],
] as const)('while it waits for %s, %o by %o: %s', (status, asked, reader, expected) => {
  expect(whyNotRead({ status, version: 2 }, asked, reader)).toBe(expected)
})

test('each reading leads to the next, and the last to the office', () => {
  expect(readings.map(after)).toEqual(['second', 'third', 'proof', 'ready'])
  expect(statuses.map((status) => whyNotHandedIn({ status, version: 1 }, 1))).toEqual([
    null,
    ...Array(6).fill('bulletin.notDraft'),
  ])
  expect(statuses.map((status) => whyNotPublished({ status, version: 1 }, 1))).toEqual([
    ...Array(5).fill('bulletin.notReady'),
    null,
    'bulletin.isPublished',
  ])
  expect(statuses.map((status) => whyNotCorrected({ status }))).toEqual([
    ...Array(6).fill('bulletin.notPublished'),
    null,
  ])
  expect(whyNotHandedIn(draft, 1)).toBe('bulletin.changedMeanwhile')
  expect(whyNotPublished({ status: 'ready', version: 2 }, 1)).toBe('bulletin.changedMeanwhile')
  expect(whyNotCommented(draft, 2)).toBeNull()
  expect(whyNotCommented(draft, 1)).toBe('bulletin.changedMeanwhile')
})

test('what changed is said line by line', () => {
  expect(changesBetween(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
    { kind: 'same', line: 'a' },
    { kind: 'removed', line: 'b' },
    { kind: 'added', line: 'x' },
    { kind: 'same', line: 'c' },
    { kind: 'added', line: 'd' },
  ])
  expect(changesBetween([], [])).toEqual([])
})

test('the changes hold both texts whole, and nothing that is the same is called changed', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  fc.assert(
    fc.property(lines, lines, (before, now) => {
      const changes = changesBetween(before, now)
      const without = (kind: string) =>
        changes.filter((change) => change.kind !== kind).map(({ line }) => line)
      expect(without('added')).toEqual(before)
      expect(without('removed')).toEqual(now)
      expect(changesBetween(now, now).every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})
