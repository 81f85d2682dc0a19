import { type ZodType, z } from 'zod'

/** The part of JSON Schema that the API's own schemas need. */
export type JsonSchema = {
  type?: string | string[]
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  items?: JsonSchema
  prefixItems?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  required?: string[]
  anyOf?: JsonSchema[]
}

/** What a Zod schema takes or gives, as JSON Schema. */
export function jsonSchemaOf(schema: ZodType, side: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: side,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => mend(zodSchema, jsonSchema as JsonSchema, side),
  })
  return made as JsonSchema
}

function mend(schema: unknown, made: JsonSchema, side: 'input' | 'output'): void {
  // A moment goes out as text, whether a schema says so itself or JSON does it.
  const from = schema instanceof z.ZodPipe ? schema.in : schema
  if (from instanceof z.ZodDate) Object.assign(made, { type: 'string', format: 'date-time' })
  if (schema instanceof z.ZodObject && side === 'input') {
    const shape: Record<string, ZodType> = schema.shape
    // What can be left out is best known by leaving it out.
    const required = Object.keys(shape).filter((name) => !shape[name]!.safeParse(undefined).success)
    if (required.length > 0) made.required = required
    else delete made.required
  }
  // The format says it, and shorter.
  if (made.format !== undefined) delete made.pattern
  if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum
  if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum
}

/** One field, by its dotted name; `[]` stands for each item of a list. */
export type Field = { name: string; type: string; required: boolean }

/** The fields of a schema, those within others after them; what has alternatives is told once. */
export function fieldsOf(schema: JsonSchema, prefix = ''): Field[] {
  if (schema.items) return fieldsOf(schema.items, `${prefix}[]`)
  const fields = new Map<string, Field>()
  for (const field of (schema.anyOf ?? [schema]).flatMap((each) => ownFieldsOf(each, prefix))) {
    const known = fields.get(field.name)
    fields.set(field.name, known ? either(known, field) : field)
  }
  return [...fields.values()]
}

function ownFieldsOf({ properties = {}, required = [] }: JsonSchema, prefix: string): Field[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const whole = prefix ? `${prefix}.${name}` : name
    const own = { name: whole, type: typeOf(field), required: required.includes(name) }
    return [own, ...fieldsOf(field, whole)]
  })
}

function either(one: Field, other: Field): Field {
  const type = unique([one.type, other.type]).join(' | ')
  return { name: one.name, type, required: one.required && other.required }
}

/** A type in a few signs: `string (uuid)`, `integer 1–400`, `"a" | "b"`, `object[]`. */
export function typeOf(schema: JsonSchema): string {
  if (schema.anyOf) return unique(schema.anyOf.map(typeOf)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ')
  if (schema.items) {
    const item = typeOf(schema.items)
    return `${item.includes(' ') ? `(${item})` : item}[]${rangeOf(schema.minItems, schema.maxItems)}`
  }
  const type = [schema.type ?? 'any'].flat().join(' | ')
  const format = schema.format ?? schema.pattern
  const range =
    schema.type === 'string'
      ? rangeOf(schema.minLength, schema.maxLength)
      : rangeOf(schema.minimum, schema.maximum)
  return `${type}${format === undefined ? '' : ` (${format})`}${range}`
}

function unique(types: readonly string[]): string[] {
  return [...new Set(types)]
}

function rangeOf(least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return ''
  if (most === undefined) return ` ≥ ${least}`
  return least === undefined ? ` ≤ ${most}` : ` ${least}–${most}`
}

const someText = [
  'text',
  '14:00',
  '2022-01-20T14:00',
  'practice',
  '10000000001',
  '320613019001',
  '1',
]
const formats: Record<string, string> = {
  uri: 'https://live.example.org/winter',
  uuid: '01990000-0000-7000-8000-000000000001',
  date: '2022-01-20',
  'date-time': '2022-01-20T06:00:00.000Z',
}

/** A value that the schema takes, with what has to be there and no more. */
export function exampleOf(schema: JsonSchema): unknown {
  if (schema.default !== undefined) return schema.default
  if (schema.anyOf) return exampleOf(schema.anyOf[0]!)
  if (schema.enum) return schema.enum[0]
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name))
          .map(([name, field]) => [name, exampleOf(field)]),
      )
    case 'array':
      return exampleList(schema)
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, Math.min(1, schema.maximum ?? 1))
    case 'boolean':
      return true
    case 'string':
      return exampleText(schema)
    default:
      return null
  }
}

function exampleList({ items, prefixItems, minItems = 0 }: JsonSchema): unknown[] {
  if (prefixItems) return prefixItems.map(exampleOf)
  return items ? Array.from({ length: Math.max(1, minItems) }, () => exampleOf(items)) : []
}

function exampleText({ format, pattern, minLength = 0 }: JsonSchema): string {
  const known = formats[format ?? '']
  if (known !== undefined) return known
  const fitting = someText.find((each) => new RegExp(pattern ?? '').test(each)) ?? ''
  return fitting.padEnd(minLength, fitting || '-')
}
