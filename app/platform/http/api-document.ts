import { z } from 'zod'
import { failureKinds } from './api-problem.ts'
import { exampleOf, type JsonSchema, jsonSchemaOf } from './api-schema.ts'
import { type ApiPart, type Endpoint, isId, paramsOf, querySchemaOf } from './endpoint.ts'

/** Where in a request a parameter stands. */
export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: JsonSchema
}

const keyHeader: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

/** Everything an endpoint is asked by, beside its body. */
export function parametersOf(endpoint: Endpoint): Parameter[] {
  const { properties = {}, required = [] } = jsonSchemaOf(querySchemaOf(endpoint), 'input')
  return [
    ...paramsOf(endpoint).map((name) => ({
      name,
      in: 'path' as const,
      required: true,
      schema: isId(name) ? { type: 'string', format: 'uuid' } : { type: 'string' },
    })),
    ...Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query' as const,
      required: required.includes(name),
      schema,
    })),
    ...(endpoint.method === 'post' ? [keyHeader] : []),
  ]
}

/** What comes back: the thing, or a page of things and where the next one starts. */
export function answerSchemaOf({ output, paged }: Endpoint): JsonSchema {
  const answer = paged ? z.object({ items: z.array(output), next: z.string().nullable() }) : output
  return jsonSchemaOf(answer, 'output')
}

/** A name for an endpoint that is no other's: 'POST /orders/withdraw' is postOrdersWithdraw. */
export function operationIdOf({ method, path }: Endpoint): string {
  const words = path.split(/[^a-zA-Z0-9:]+/).filter((word) => word !== '')
  const named = words.map((word) =>
    word.startsWith(':') ? `By${capital(word.slice(1))}` : capital(word),
  )
  return method + named.join('')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The path as OpenAPI writes it: '/orders/{orderId}'. */
export function templateOf({ path }: Endpoint): string {
  return path.replace(/:(\w+)/g, '{$1}')
}

/** How an endpoint is called: 'GET /api/orders/{orderId}'. */
export function callOf(endpoint: Endpoint): string {
  return `${endpoint.method.toUpperCase()} /api${templateOf(endpoint)}`
}

const problem: JsonSchema = {
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    reason: { type: 'string' },
    issues: { type: 'object', additionalProperties: { type: 'string' } },
    requestId: { type: 'string', format: 'uuid' },
  },
  required: ['type', 'title', 'status', 'detail', 'reason'],
}

const problems = {
  description: `A problem; its type is one of ${failureKinds.join(', ')}`,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** The OpenAPI 3.1 document of every endpoint, made from their own schemas. */
export function openApi(parts: readonly ApiPart[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { name, endpoints } of parts) {
    for (const endpoint of endpoints) {
      const path = (paths[templateOf(endpoint)] ??= {})
      path[endpoint.method] = operationOf(endpoint, name)
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hearth',
      version,
      description: 'What can be done on the pages, with the same rules and the same rights.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/api' }],
    tags: parts.map(({ name }) => ({ name })),
    security: anyProof,
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        browser: { type: 'apiKey', in: 'cookie', name: 'hearth' },
      },
      schemas: { Problem: problem },
      responses: { Problem: problems },
    },
  }
}

const anyProof = [{ token: [] }, { browser: [] }]

function operationOf(endpoint: Endpoint, tag: string) {
  const body = endpoint.input && jsonSchemaOf(endpoint.input, 'input')
  return {
    operationId: operationIdOf(endpoint),
    summary: endpoint.summary,
    tags: [tag],
    ...(endpoint.open && { security: [{}, ...anyProof] }),
    parameters: parametersOf(endpoint),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: body, example: exampleOf(body) } },
      },
    }),
    responses: {
      '200': {
        description: endpoint.paged ? 'A page of the list' : 'Done',
        content: { 'application/json': { schema: answerSchemaOf(endpoint) } },
      },
      '4XX': { $ref: '#/components/responses/Problem' },
      '5XX': { $ref: '#/components/responses/Problem' },
    },
  }
}
