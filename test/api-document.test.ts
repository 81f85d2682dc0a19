import { describe, expect, test } from 'vitest'
import { api } from '#app/api.ts'
import { apiWords } from '#app/api.words.ts'
import { templateOf } from '#app/platform/http/api-document.ts'
import { exampleOf, type JsonSchema, jsonSchemaOf } from '#app/platform/http/api-schema.ts'
import { lineName } from '#app/platform/http/endpoint.ts'
import { committed, ownDatabase } from './database.ts'
import { makeAppointed, makeStreet } from './make.ts'
import { program } from './program.ts'
import { textOf, visitor } from './visitor.ts'

const database = await ownDatabase()
const person = await committed(database, async (ctx) => {
  await makeStreet(ctx)
  return makeAppointed(ctx, 'office')
})
const lines = api.flatMap(({ endpoints }) => endpoints)
const { body: document, headers } = await program(database, null).get('/openapi.json')

type Operation = {
  path: string
  method: string
  operationId: string
  summary: string
  tags: string[]
  // oxlint-disable-next-line no-explicit-any -- JSON of a known form
  [key: string]: any
}
const operations: Operation[] = Object.entries<Record<string, Operation>>(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })),
)

describe('the document', () => {
  test('is OpenAPI 3.1 of this program', () => {
    expect(headers.get('content-type')).toBe('application/json')
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(Object.keys(document).toSorted()).toEqual(
      ['components', 'info', 'openapi', 'paths', 'security', 'servers', 'tags'].toSorted(),
    )
    expect(document.info).toMatchObject({ title: 'Hearth', version: expect.any(String) })
    expect(document.servers).toEqual([{ url: '/api' }])
  })

  test('has each endpoint once, and nothing else', () => {
    const told = operations.map(({ method, path }) => `${method} ${path}`)
    expect(told.toSorted()).toEqual(
      lines.map((line) => `${line.method} ${templateOf(line)}`).toSorted(),
    )
    expect(new Set(told).size).toBe(lines.length)
  })

  test('names every operation once and says what it is for', () => {
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const tags = document.tags.map(({ name }: { name: string }) => name)
    for (const { operationId, summary, tags: own } of operations) {
      expect(operationId).toMatch(/^(get|post)[A-Z]\w+$/)
      expect(summary).toMatch(/^[A-Z].{5,}/)
      expect(own).toHaveLength(1)
      expect(tags).toContain(own[0])
    }
  })

  test('describes every parameter of a path, once', () => {
    for (const { path, parameters } of operations) {
      const names = parameters.map((each: Operation) => `${each['in']} ${each['name']}`)
      expect(new Set(names).size).toBe(names.length)
      const inPath = parameters.filter((each: Operation) => each['in'] === 'path')
      expect(inPath.map((each: Operation) => `{${each['name']}}`)).toEqual(
        path.match(/\{\w+\}/g) ?? [],
      )
      for (const each of inPath) expect(each.required).toBe(true)
    }
  })

  test('answers, refuses and asks for a body where it takes one', () => {
    for (const { method, responses, requestBody } of operations) {
      expect(Object.keys(responses).toSorted()).toEqual(['200', '4XX', '5XX'])
      expect(responses['4XX']).toEqual({ $ref: '#/components/responses/Problem' })
      expect(responses['200'].content['application/json'].schema.type).toBe('object')
      expect(requestBody?.required).toBe(method === 'post' ? true : undefined)
    }
  })

  test('refers to nothing that is not there', () => {
    const text = JSON.stringify(document)
    const refs = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref]) => ref!.split('/'))
    expect(refs.length).toBeGreaterThan(0)
    for (const ref of refs)
      expect(ref.reduce((at, key) => at?.[key], document)).toEqual(expect.any(Object))
    const schemes = Object.keys(document.components.securitySchemes)
    for (const { security = [] } of [document, ...operations])
      for (const each of security)
        for (const name of Object.keys(each)) expect(schemes).toContain(name)
  })

  test('is made of schemas that say what they are', () => {
    const schemas = operations.flatMap(({ parameters, requestBody, responses }) => [
      ...parameters.map((each: Operation) => each['schema']),
      responses['200'].content['application/json'].schema,
      ...(requestBody ? [requestBody.content['application/json'].schema] : []),
    ])
    expect(schemas.flatMap(faultsOf)).toEqual([])
  })
})

const types = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'])

/** What is wrong with a JSON Schema, at any depth. */
function faultsOf(schema: JsonSchema): string[] {
  const { type, anyOf, items, prefixItems, properties, required = [] } = schema
  const within = [
    ...(anyOf ?? []),
    ...(items ? [items] : []),
    ...(prefixItems ?? []),
    ...Object.values(properties ?? {}),
  ]
  const known = [type].flat().every((each) => types.has(String(each)))
  return [
    ...(anyOf || known ? [] : [`no type: ${JSON.stringify(schema)}`]),
    ...(type === 'array' && !items && !prefixItems ? ['an array of anything'] : []),
    ...required.filter((name) => !properties?.[name]).map((name) => `no ${name}`),
    ...within.flatMap(faultsOf),
  ]
}

test.each(lines.filter(({ input }) => input).map((line) => [lineName(line), line]))(
  'the example of %s is of the form that it takes',
  (_, { input }) => {
    const example = exampleOf(jsonSchemaOf(input!, 'input'))
    expect(input!.safeParse(example).error?.issues ?? []).toEqual([])
  },
)

describe('the page', () => {
  test('lists every endpoint, to anyone, in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { status, html } = await (await visitor(database, null, { language })).get('/api/docs')
      expect(status).toBe(200)
      const text = textOf(html)
      for (const line of lines) {
        expect(text).toContain(`${line.method.toUpperCase()} /api${templateOf(line)}`)
        expect(text).toContain(
          language === 'en' ? line.summary : apiWords.zh.summaries[lineName(line)],
        )
      }
      expect(text).toContain("curl 'http://localhost/api/units' \\ -H 'Authorization: Bearer ")
    }
  })

  test('stands in the frame of the person who reads it', async () => {
    const { html } = await (await visitor(database, person)).get('/api/docs')
    expect(html).toContain(person.name)
  })

  test('loads nothing from elsewhere and needs no script', async () => {
    const { html } = await (await visitor(database, null)).get('/api/docs')
    expect(html).not.toContain('<script')
    const loaded = [...html.matchAll(/<(?:link|img|iframe)[^>]*(?:href|src)="([^"]+)"/g)]
    expect(loaded.length).toBeGreaterThan(0)
    for (const [, address] of loaded) expect(address).toMatch(/^\/(?!\/)/)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  test('has a Chinese name for each endpoint, and for nothing else', () => {
    expect(Object.keys(apiWords.zh.summaries).toSorted()).toEqual(lines.map(lineName).toSorted())
    for (const words of [apiWords.zh, apiWords.en])
      expect(Object.keys(words.parts)).toEqual(api.map(({ name }) => name))
  })
})
