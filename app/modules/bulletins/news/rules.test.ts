import { expect, test } from 'vitest'
import { zh as figures } from '../figures/messages.zh.ts'
import { articleOf, plainTextOf, summaryOf } from './rules.ts'

const body =
  '# 写春联\n写了{{thingsGivenOut:春联|moreThan:40}}副。\n顾守田今年{{age:顾守田}}岁。\n完。'
const values = new Map([
  ['thingsGivenOut:春联', 46],
  ['age:顾守田', 85],
])
const pictures = [
  { id: 'a', afterParagraph: 2 },
  { id: 'b', afterParagraph: 0 },
  { id: 'c', afterParagraph: 99 },
]

test('an article says its figures and has its pictures in their places', () => {
  expect(articleOf(body, values, figures.say, { pictures, gone: [] })).toEqual([
    { kind: 'picture', id: 'b' },
    { kind: 'heading', text: '写春联' },
    { kind: 'paragraph', text: '写了40余副。' },
    { kind: 'picture', id: 'a' },
    { kind: 'paragraph', text: '顾守田今年85岁。' },
    { kind: 'paragraph', text: '完。' },
    { kind: 'picture', id: 'c' },
  ])
})

test('who withdraws is not told of any more', () => {
  const gone = ['顾守田']
  const parts = articleOf(body, values, figures.say, { pictures: [], gone })
  expect(parts.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'withheld', 'paragraph'])
  const words = { caption: (id: string) => `（${id}）`, withheld: '（撤下）' }
  expect(plainTextOf('一期', parts, words)).toBe(
    '一期\n\n写春联\n\n写了40余副。\n\n（撤下）\n\n完。\n',
  )
})

test('a summary is the first paragraph, cut where it is long', () => {
  const parts = articleOf(body, values, figures.say, { pictures, gone: [] })
  expect(summaryOf(parts)).toBe('写了40余副。')
  expect(summaryOf(parts, 4)).toBe('写了4…')
  expect(summaryOf([])).toBe('')
})
