import { expect, test } from 'vitest'
import { masked } from '#app/modules/matters/needs/rules.ts'
import { winterMatters } from './matters.ts'

test('the winter’s eighty matters differ, and their words hide nothing', () => {
  expect(new Set(winterMatters.map(({ title }) => title)).size).toBe(80)
  expect(winterMatters.filter(({ parts }) => new Set(parts).size === 2)).toHaveLength(24)
  const hiding = winterMatters.flatMap(({ words, doneWhen, title, risk }) =>
    [words, doneWhen, title, risk].filter((text) => masked(text).found),
  )
  expect(hiding).toEqual([])
})
