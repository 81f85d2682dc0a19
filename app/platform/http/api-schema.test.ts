import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exampleOf, fieldsOf, jsonSchemaOf } from './api-schema.ts'
import { numberInput, optional, optionalText, severalOf, text, tick, wholeNumber } from './forms.ts'

const Input = z.strictObject({
  id: z.uuid(),
  name: text(60),
  note: optionalText(200),
  seats: wholeNumber(1, 400),
  hours: numberInput.optional(),
  until: optional(z.iso.date()),
  kinds: severalOf(['talk', 'visit']),
  agreed: tick,
  lines: z.array(z.strictObject({ code: z.string().regex(/^[a-z]{2,20}$/) })).min(1),
})

test('what forms send as text is described as what it means', () => {
  const schema = jsonSchemaOf(Input, 'input')
  expect(fieldsOf(schema)).toEqual([
    { name: 'id', type: 'string (uuid)', required: true },
    { name: 'name', type: 'string 1–60', required: true },
    { name: 'note', type: 'string ≤ 200', required: false },
    { name: 'seats', type: 'integer 1–400', required: true },
    { name: 'hours', type: 'number', required: false },
    { name: 'until', type: 'string (date)', required: false },
    { name: 'kinds', type: '("talk" | "visit")[] ≥ 1', required: true },
    { name: 'agreed', type: 'boolean', required: false },
    { name: 'lines', type: 'object[] ≥ 1', required: true },
    { name: 'lines[].code', type: 'string (^[a-z]{2,20}$)', required: true },
  ])
  expect(schema.additionalProperties).toBe(false)
})

test('the example is what the schema takes', () => {
  const example = exampleOf(jsonSchemaOf(Input, 'input'))
  expect(Input.safeParse(example).error).toBeUndefined()
  expect(Object.keys(example as object)).toEqual(['id', 'name', 'seats', 'kinds', 'lines'])
})

describe('what goes out', () => {
  test.each([
    ['a moment', z.date(), { type: 'string', format: 'date-time' }],
    [
      'a moment that a schema writes itself',
      z.date().transform((at) => at.toISOString()),
      { type: 'string', format: 'date-time' },
    ],
    ['a whole number', z.int(), { type: 'integer' }],
    ['an id', z.uuid(), { type: 'string', format: 'uuid' }],
    [
      'what may be nothing',
      z.object({ a: z.string().nullable() }),
      {
        type: 'object',
        properties: { a: { type: ['string', 'null'] } },
        required: ['a'],
        additionalProperties: false,
      },
    ],
  ])('%s', (_, schema, expected) => {
    expect(jsonSchemaOf(schema, 'output')).toEqual(expected)
  })
})
