import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import { partyLetters, spanOnPoster } from './rules.ts'

test('a poster shows today and the thirteen days after, of a series all that is left', () => {
  const now = instantAt('2022-01-12', '10:00')
  expect(spanOnPoster('unit', now)).toEqual({ start: now, end: instantAt('2022-01-26', '00:00') })
  expect(spanOnPoster('series', now).end).toEqual(instantAt('2023-02-16', '00:00'))
})

test('those who came in together have one letter, who comes alone none', () => {
  const people = [
    { id: 'a', partyId: 'x' },
    { id: 'b', partyId: null },
    { id: 'c', partyId: 'y' },
    { id: 'd', partyId: 'x' },
    { id: 'e', partyId: 'z' },
    { id: 'f', partyId: 'z' },
  ]
  expect([...partyLetters(people)]).toEqual([
    ['a', 'A'],
    ['d', 'A'],
    ['e', 'B'],
    ['f', 'B'],
  ])
})

test('after Z comes AA', () => {
  const people = Array.from({ length: 54 }, (_, at) => ({
    id: `p${at}`,
    partyId: `g${Math.floor(at / 2)}`,
  }))
  expect([...partyLetters(people).values()].slice(50)).toEqual(['Z', 'Z', 'AA', 'AA'])
})
