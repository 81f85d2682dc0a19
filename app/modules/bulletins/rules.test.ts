import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Figure,
  figureNames,
  figureOf,
  figuresIn,
  paragraphsOf,
  tokenOf,
  unknownTokens,
  whyNotSaved,
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
  ['thingsGivenOut', null],
  ['thingsGivenOut:', null],
  ['sessionsHeld:春联', null],
  ['sessions', null],
  ['', null],
])('“%s” is read as a figure', (written, expected) => {
  expect(figureOf(written)).toEqual(expected)
})

test('every figure of the catalogue reads back as it is written', () => {
  const figure = fc
    .tuple(
      fc.constantFrom(...figureNames),
      fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.trim()),
    )
    .filter(([, thing]) => thing !== '' && !/[{}]/.test(thing))
    .map(([name, thing]) => ({ name, thing: name === 'thingsGivenOut' ? thing : null }))
  fc.assert(
    fc.property(figure, fc.string(), (figure, words) => {
      expect(figureOf(writtenAs(figure))).toEqual(figure)
      const plain = words.replaceAll(/[{}\n]/g, '')
      expect(figuresIn(`${plain}${tokenOf(figure)}${plain}`)).toEqual([figure])
      expect(unknownTokens(`${plain}${tokenOf(figure)}`)).toEqual([])
    }),
  )
})

test('a text is read paragraph by paragraph, its figures between its words', () => {
  const body = '办了{{sessionsHeld}}场。\n\n 发了 {{thingsGivenOut:春联}} 副，{{sessionsHeld}} \n'
  expect(paragraphsOf(body)).toEqual([
    ['办了', sessions, '场。'],
    ['发了 ', couplets, ' 副，', sessions],
  ])
  expect(figuresIn(body)).toEqual([sessions, couplets])
  expect(paragraphsOf(' \n ')).toEqual([])
})

test('tokens that the catalogue does not have are named', () => {
  expect(unknownTokens('{{sessionsHeld}} {{couplets}} {{}} {{ thingsGivenOut }} {single}')).toEqual(
    ['{{couplets}}', '{{}}', '{{ thingsGivenOut }}'],
  )
})

test('a text is saved over the version that was opened', () => {
  expect(whyNotSaved({ version: 2 }, 2)).toBeNull()
  expect(whyNotSaved({ version: 3 }, 2)).toBe('bulletin.changedMeanwhile')
})
