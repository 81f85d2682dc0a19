import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hour, later, minute, timeOf } from '#app/platform/time.ts'
import {
  codeLife,
  deviceOf,
  dueAt,
  isQuiet,
  localPath,
  maskedPhone,
  type Urgency,
  whyCodeOver,
  whyNoCode,
  whyNotAppointed,
  whyNotFresh,
  whyNotGuardian,
  whyNotPassword,
  whyNoTry,
} from './rules.ts'

const now = new Date('2022-01-12T10:00:00+08:00')
const ago = (milliseconds: number) => later(now, -milliseconds)

test.each([
  ['2022-01-01', undefined, null],
  ['2022-01-01', '2022-01-01', null],
  ['2022-01-02', '2022-01-01', 'appointment.endsBeforeStart'],
])('an appointment from %s until %s: %s', (fromOn, untilOn, expected) => {
  expect(whyNotAppointed({ fromOn, untilOn })).toBe(expected)
})

test.each([
  ['2012-05-01', '2004-01-12', null],
  ['2012-05-01', '2004-01-13', 'guardian.notAdult'],
  ['2012-05-01', null, 'guardian.ageUnknown'],
  ['2004-01-13', '1970-01-01', null],
  ['2004-01-12', '1970-01-01', 'guardian.ofAdult'],
  [null, '1970-01-01', null],
])('for a child born on %s, a guardian born on %s: %s', (child, guardian, expected) => {
  expect(whyNotGuardian({ bornOn: child }, { bornOn: guardian }, now)).toBe(expected)
})

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
  ['safety', '2022-01-12T02:30:00', '2022-01-12T02:30:00'],
  ['soon', '2022-01-12T10:00:00', '2022-01-12T10:00:00'],
  ['soon', '2022-01-12T20:59:59', '2022-01-12T20:59:59'],
  ['soon', '2022-01-12T21:00:00', '2022-01-13T08:00:00'],
  ['soon', '2022-01-13T07:59:59', '2022-01-13T08:00:00'],
  ['soon', '2022-01-31T23:30:00', '2022-02-01T08:00:00'],
  ['digest', '2022-01-12T10:00:00', '2022-01-12T18:00:00'],
  ['digest', '2022-01-12T18:00:00', '2022-01-12T18:00:00'],
  ['digest', '2022-01-12T18:00:01', '2022-01-13T18:00:00'],
  ['digest', '2022-01-31T23:30:00', '2022-02-01T18:00:00'],
] as const)('what is %s at %s is due at %s', (urgency, at, due) => {
  expect(dueAt(urgency, new Date(`${at}+08:00`))).toEqual(new Date(`${due}+08:00`))
})

const instants = fc.date({
  min: new Date('2021-01-01T00:00:00Z'),
  max: new Date('2031-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const urgencies = fc.constantFrom<Urgency>('safety', 'soon', 'digest')

test('nobody is told before it happened, nor more than a day after', () => {
  fc.assert(
    fc.property(urgencies, instants, (urgency, at) => {
      const wait = dueAt(urgency, at).getTime() - at.getTime()
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(24 * hour)
    }),
  )
})

test('only safety is ever due in the quiet hours, and what is due stays due', () => {
  fc.assert(
    fc.property(urgencies, instants, (urgency, at) => {
      const due = dueAt(urgency, at)
      expect(isQuiet(due)).toBe(urgency === 'safety' && isQuiet(at))
      expect(dueAt(urgency, due)).toEqual(due)
      expect(urgency === 'digest' ? timeOf(due) : '18:00').toBe('18:00')
    }),
  )
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
