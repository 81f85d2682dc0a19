import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Figure,
  figureNames,
  figureOf,
  figuresIn,
  figuresSaid,
  isTrue,
  paragraphsOf,
  plainFigures,
  type Saying,
  sayingsOf,
  tokenOf,
  unknownTokens,
  writtenAs,
} from './rules.ts'

const sessions: Figure = { name: 'sessionsHeld', thing: null }
const couplets: Figure = { name: 'thingsGivenOut', thing: '春联' }

test.each([
  ['sessionsHeld', sessions],
  [' sessionsHeld ', sessions],
  ['thingsGivenOut:春联', couplets],
  ['thingsGivenOut: 春联 ', couplets],
  ['thingsGivenOut:a:b', { name: 'thingsGivenOut', thing: 'a:b' }],
  ['thingsGivenOut:春联|moreThan:40', { ...couplets, saying: { how: 'moreThan', bound: 40 } }],
  [
    'sessionsHeld | in:费桥村 | from:2022-01-01 | until:2022-01-31',
    {
      ...sessions,
      unit: '费桥村',
      from: '2022-01-01',
      until: '2022-01-31',
    },
  ],
  ['speakersRegistered', { name: 'speakersRegistered', thing: null }],
  ['speakersRegistered:expert', { name: 'speakersRegistered', thing: 'expert' }],
  ['thingsGivenOut', null],
  ['thingsGivenOut:', null],
  ['sessionsHeld:春联', null],
  ['sessionsHeld|moreThan:ten', null],
  ['sessionsHeld|moreThan:40|over:30', null],
  ['sessionsHeld|from:January', null],
  ['sessionsHeld|in:', null],
  ['talksOnMenu|in:费桥村', null],
  ['age:顾守田', { name: 'age', thing: '顾守田' }],
  ['age', null],
  ['sessions', null],
  ['', null],
])('“%s” is read as a figure', (written, expected) => {
  expect(figureOf(written)).toEqual(expected)
})

test('every figure of the catalogue reads back as it is written', () => {
  const thing = fc
    .string({ minLength: 1, maxLength: 40 })
    .map((text) => text.trim())
    .filter((text) => text !== '' && !/[{}|]/.test(text))
  const figure = fc
    .tuple(fc.constantFrom(...figureNames), thing, fc.boolean(), fc.integer({ min: 1, max: 9999 }))
    .map(([name, of, said, bound]): Figure => {
      const what = plainFigures.includes(name) ? null : of
      const saying: Saying = { how: 'over', bound }
      return { name, thing: what, ...(said ? { saying, from: '2022-01-01' } : {}) }
    })
  fc.assert(
    fc.property(figure, fc.string(), (figure, words) => {
      const { saying: _, ...counted } = figure
      expect(figureOf(writtenAs(figure))).toEqual(counted)
      const plain = words.replaceAll(/[{}\n]/g, '')
      const body = `${plain}${tokenOf(figure)}${plain}`
      expect(figuresSaid(body)).toEqual([figure])
      expect(figuresIn(`${body}${tokenOf(counted)}`)).toEqual([counted])
      expect(unknownTokens(body)).toEqual([])
    }),
  )
})

test('a text is read paragraph by paragraph, its figures between its words', () => {
  const body = '# 办了{{sessionsHeld}}场\n\n 发了 {{thingsGivenOut:春联}} 副，{{sessionsHeld}} \n'
  expect(paragraphsOf(body)).toEqual([
    { heading: true, parts: ['办了', sessions, '场'] },
    { heading: false, parts: ['发了 ', couplets, ' 副，', sessions] },
  ])
  expect(figuresIn(body)).toEqual([sessions, couplets])
  expect(paragraphsOf(' \n ')).toEqual([])
})

test('tokens that the catalogue does not have are named', () => {
  expect(unknownTokens('{{sessionsHeld}} {{couplets}} {{}} {{ thingsGivenOut }} {single}')).toEqual(
    ['{{couplets}}', '{{}}', '{{ thingsGivenOut }}'],
  )
})

test.each([
  ['moreThan', 40, 46, true],
  ['moreThan', 40, 39, false],
  ['moreThan', 40, 40, false],
  ['moreThan', 40, 50, false],
  ['moreThan', 100, 104, true],
  ['moreThan', 120, 124, true],
  ['moreThan', 45, 46, false],
  ['over', 100, 104, true],
  ['over', 100, 100, false],
  ['over', 100, 200, false],
  ['nearly', 50, 46, true],
  ['nearly', 50, 44, false],
  ['nearly', 50, 50, false],
  ['nearly', 80, 80, false],
] as const)('“%s %i” of %i: %s', (how, bound, value, expected) => {
  expect(isTrue({ how, bound }, value)).toBe(expected)
})

test('46 is offered as more than 40, over 40, and nearly 50', () => {
  expect(sayingsOf(46)).toEqual([
    { how: 'moreThan', bound: 40 },
    { how: 'over', bound: 40 },
    { how: 'nearly', bound: 50 },
  ])
  expect(sayingsOf(40)).toEqual([])
  expect(sayingsOf(9)).toEqual([{ how: 'nearly', bound: 10 }])
  expect(sayingsOf(0)).toEqual([])
})

test('what is offered is true, and what is true bounds the number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000 }), (value) => {
      for (const saying of sayingsOf(value)) {
        expect(isTrue(saying, value)).toBe(true)
        const above = saying.how === 'nearly'
        expect(above ? saying.bound > value : saying.bound < value).toBe(true)
      }
    }),
  )
})
