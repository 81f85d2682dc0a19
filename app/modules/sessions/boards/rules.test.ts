import { expect, test } from 'vitest'
import { whyNotSetUp, whyNotTakenDown } from './rules.ts'

test.each([
  ['exhibition', 'draft', null],
  ['exhibition', 'scheduled', null],
  ['exhibition', 'held', 'board.sessionOver'],
  ['talk', 'draft', 'board.notAnExhibition'],
] as const)('a board at a %s that is %s', (format, status, expected) => {
  expect(whyNotSetUp({ format, status })).toBe(expected)
})

test('an exhibition that is announced keeps its last board', () => {
  const exhibition = { format: 'exhibition', status: 'scheduled' } as const
  expect([whyNotTakenDown(exhibition, 2), whyNotTakenDown(exhibition, 1)]).toEqual([
    null,
    'board.lastOne',
  ])
  expect(whyNotTakenDown({ ...exhibition, status: 'draft' }, 1)).toBe(null)
})
