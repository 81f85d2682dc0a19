import { expect, test } from 'vitest'
import { z } from 'zod'
import { optional, phoneInput, tick } from './forms.ts'

test.each([
  ['10012345678', '10012345678'],
  ['100 1234 5678', '10012345678'],
  ['100-1234-5678', '10012345678'],
  ['+86 100 1234 5678', '10012345678'],
  ['008610012345678', '10012345678'],
  ['8610012345678', '10012345678'],
  ['1001234567', null],
  ['20012345678', null],
  ['phone', null],
  ['', null],
  [undefined, null],
])('the phone typed as %j is read as %j', (typed, read) => {
  expect(phoneInput.safeParse(typed).data ?? null).toBe(read)
})

const Form = z.strictObject({ ticked: tick, chosen: optional(z.enum(['a', 'b'])) })

test.each([
  [{}, { ticked: false }],
  [
    { ticked: 'yes', chosen: 'a' },
    { ticked: true, chosen: 'a' },
  ],
  [{ ticked: true, chosen: '' }, { ticked: true }],
])('a form sent as %j is read as %j', (typed, read) => {
  expect(Form.parse(typed)).toEqual(read)
})
