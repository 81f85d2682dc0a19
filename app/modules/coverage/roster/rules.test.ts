import { expect, test } from 'vitest'
import { isDone } from './rules.ts'

const asked = {
  hours: 13.5,
  sessions: 2,
  strands: { pioneer: 1, arts: 1 },
  parts: [],
  months: 5,
  exempt: 0,
}
const done = {
  hours: 13.5,
  sessions: 2,
  strands: { pioneer: { sessions: 1 }, arts: { sessions: 1 } },
  asked,
}

test.each<[string, Parameters<typeof isDone>[0], boolean | null]>([
  ['all that is asked', done, true],
  ['half an hour too few', { ...done, hours: 13 }, false],
  ['one session too few', { ...done, sessions: 1 }, false],
  ['a strand left out', { ...done, strands: { pioneer: { sessions: 2 } } }, false],
  ['nothing asked', { ...done, hours: 0, asked: null }, null],
])('%s', (_, studied, expected) => {
  expect(isDone(studied)).toBe(expected)
})
