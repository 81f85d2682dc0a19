import { expect, test } from 'vitest'
import { codeIn, codeOver, digitsIn, spacedDigits, whyNotMade, whyNotRead } from './rules.ts'

const token = `${'a-_9'.repeat(13)}Zz`

test.each([
  [token, token],
  [` ${token}\n`, token],
  [`https://hearth.example/c/${token}`, token],
  [`http://localhost:8080/c/${token}?done=x`, token],
  [`https://hearth.example/i/${token}`, null],
  [token.slice(1), null],
  [`${token}A`, null],
  ['https://elsewhere.example/', null],
  ['', null],
])('the code in %o is %o', (read, expected) => {
  expect(codeIn(read)).toBe(expected)
})

test.each([
  ['048213', '048213'],
  ['048 213', '048213'],
  ['０４８－213', null],
  ['０４８ 213', '048213'],
  ['48213', null],
  ['0482139', null],
  ['04821x', null],
])('the digits in %o are %o', (typed, expected) => {
  expect(digitsIn(typed)).toBe(expected)
})

test('digits are said in two groups', () => {
  expect(spacedDigits('048213')).toBe('048 213')
})

test.each([
  [null, false, null],
  [null, true, 'rollCode.over'],
  ['2022-01-01', false, 'rollCode.renewed'],
  ['2022-01-01', true, 'rollCode.renewed'],
] as const)('a code made anew at %o, its time over: %o', (revoked, over, expected) => {
  expect(whyNotRead({ revokedAt: revoked && new Date(revoked) }, over)).toBe(expected)
})

test('a code is good for three years, and is not made twice by mistake', () => {
  expect(codeOver(new Date('2022-01-12T10:00:00Z')).getUTCFullYear()).toBe(2025)
  expect([whyNotMade(true, false), whyNotMade(true, true), whyNotMade(false, false)]).toEqual([
    'personal_code_now',
    null,
    null,
  ])
})
