import { expect, test } from 'vitest'
import { whyNotGiven, whyNotOffered } from './rules.ts'

const open = { status: 'scheduled' } as const

test.each([
  ['one of those left', open, { offered: 50, given: 49 }, 1, null],
  ['one more than there are', open, { offered: 50, given: 50 }, 1, 'thing.moreThanOffered'],
  ['a slip taken back', open, { offered: 50, given: 1 }, -1, null],
  ['more than were given', open, { offered: 50, given: 1 }, -2, 'thing.nothingGiven'],
  ['after the session', { status: 'held' }, { offered: 50, given: 0 }, 1, 'thing.sessionOver'],
] as const)('giving %s', (_, session, thing, pieces, expected) => {
  expect(whyNotGiven(session, thing, pieces)).toBe(expected)
})

test('the number there is may be corrected down to what was given', () => {
  expect([whyNotOffered(open, 46, 46), whyNotOffered(open, 45, 46)]).toEqual([
    null,
    'thing.fewerThanGiven',
  ])
  expect(whyNotOffered({ status: 'cancelled' }, 46, 0)).toBe('thing.sessionOver')
})
