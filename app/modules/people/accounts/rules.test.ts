import fc from 'fast-check'
import { expect, test } from 'vitest'
import { later, minute } from '#app/platform/time.ts'
import {
  codeLife,
  deviceOf,
  localPath,
  maskedPhone,
  whyCodeOver,
  whyNoCode,
  whyNoTry,
  whyNotFresh,
  whyNotPassword,
} from './rules.ts'

const now = new Date('2022-01-12T10:00:00+08:00')
const ago = (milliseconds: number) => later(now, -milliseconds)

test.each([
  [null, 0, 0, null],
  [ago(minute), 4, 19, null],
  [ago(minute - 1), 1, 1, 'code.tooSoon'],
  [ago(2 * minute), 5, 5, 'code.tooMany'],
  [null, 0, 20, 'code.tooMany'],
])('with the last code at %s, %i for the phone and %i from the address: %s', (...given) => {
  const [last, ofPhone, fromAddress, expected] = given
  expect(whyNoCode({ last, ofPhone, fromAddress }, now)).toBe(expected)
})

test.each([
  ['fresh', later(now, 1), null, 4, null],
  ['at its last instant', now, null, 0, 'code.over'],
  ['used', later(now, codeLife), ago(1), 0, 'code.over'],
  ['tried five times', later(now, codeLife), null, 5, 'code.over'],
])('a code that is %s', (_, expiresAt, usedAt, tries, expected) => {
  expect(whyCodeOver({ expiresAt, usedAt, tries }, now)).toBe(expected)
})

test.each([
  [4, 19, null],
  [5, 5, 'password.tooManyTries'],
  [0, 20, 'password.tooManyTries'],
])(
  'after %i failures of the phone and %i from the address: %s',
  (ofPhone, fromAddress, expected) => {
    expect(whyNoTry({ ofPhone, fromAddress })).toBe(expected)
  },
)

test.each([
  ['冬天的薪火很暖和', null],
  ['lantern-on-the-river', null],
  ['aaaaaaaa', 'password.tooEasy'],
  ['12345678', 'password.tooEasy'],
  ['qwertyuiop', 'password.tooEasy'],
  ['Password123', 'password.tooEasy'],
  ['10012345678', 'password.tooEasy'],
  ['12345678a', null],
  ['0012345678', 'password.tooEasy'],
])('the password %s: %s', (password, expected) => {
  expect(whyNotPassword(password, '10012345678')).toBe(expected)
})

test.each([
  [15 * minute, null],
  [15 * minute + 1, 'password.signInAgain'],
])('a password chosen %i ms after signing in: %s', (age, expected) => {
  expect(whyNotFresh(ago(age), now)).toBe(expected)
})

test.each([
  ['/orders?unit=1&done=order.placed', '/orders?unit=1'],
  ['/', '/'],
  ['//evil.example/x', null],
  ['/\\evil.example', null],
  ['https://evil.example', null],
  ['javascript:alert(1)', null],
  ['/\t/evil.example', null],
  [`/${'x'.repeat(500)}`, null],
  ['', null],
  [null, null],
])('%j leads to %j', (wanted, expected) => {
  expect(localPath(wanted)).toBe(expected)
})

test('whatever is asked for, what is led to is a path of this site', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (tail) => {
      const path = localPath(`/${tail}`)
      expect(new URL(path ?? '/', 'https://hearth.example').origin).toBe('https://hearth.example')
    }),
  )
})

test.each([
  [
    'Mozilla/5.0 (Linux; Android 9; VOG-AL00) Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0.2',
    { program: 'wechat', system: 'android' },
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) Version/16.0 Mobile/15E148 Safari/604.1',
    { program: 'safari', system: 'iphone' },
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36 Edg/130.0',
    { program: 'edge', system: 'windows' },
  ],
  ['curl/8', { program: null, system: null }],
])('%s is recognised', (userAgent, expected) => {
  expect(deviceOf(userAgent)).toEqual(expected)
})

test('a masked number shows its first three and last four digits', () => {
  expect(maskedPhone('10012345678')).toBe('100****5678')
})
