import { type ZodObject, type ZodType, z } from 'zod'
import type { Context } from '../context.ts'
import { wholeNumber } from './forms.ts'

/** An instant, as ISO 8601 in UTC. */
export const Moment = z.date().transform((at) => at.toISOString())
/** A span of time, up to but not including its end. */
export const During = z.object({ start: Moment, end: Moment })

/** One line of the public API. What its output's schema does not list does not go out. */
export type Endpoint = {
  method: 'get' | 'post'
  /** As in urls: '/orders/:orderId'. It is served under /api. */
  path: string
  summary: string
  /** Open to callers without a token. */
  open: boolean
  query: ZodObject | null
  input: ZodType | null
  output: ZodType
  /** Answers a page of a list: `output` is one item, which has an id to go on from. */
  paged: boolean
  run(ctx: Context, asked: Asked): Promise<unknown>
}

/** What a caller asks for, read by the endpoint's schemas. */
// oxlint-disable-next-line no-explicit-any -- each endpoint's own schemas say what these are
export type Asked<I = any, Q = any> = {
  params: Readonly<Record<string, string>>
  input: I
  query: Q
  /** Of a list: the id of the last item seen, and how many items more are wanted. */
  after: string | null
  limit: number
}

/** A command: POST runs it in one transaction, once for each idempotency key. */
export function commandEndpoint<I>(line: {
  path: string
  summary: string
  input: ZodType<I>
  output: ZodType
  open?: boolean
  run(ctx: Context, asked: Asked<I>): Promise<unknown>
}): Endpoint {
  return { method: 'post', query: null, paged: false, open: false, ...line }
}

/** One thing. */
export function readEndpoint(line: {
  path: string
  summary: string
  output: ZodType
  open?: boolean
  run(ctx: Context, asked: Asked): Promise<unknown>
}): Endpoint {
  return { method: 'get', query: null, input: null, paged: false, open: false, ...line }
}

/**
 * A list, which goes out in pages in the order of its ids. `run` returns `limit` items after
 * `after`, or simply the whole of a list that is short.
 */
export function listEndpoint<Q extends ZodObject>(line: {
  path: string
  summary: string
  query: Q
  output: ZodType
  open?: boolean
  run(ctx: Context, asked: Asked<undefined, z.infer<Q>>): Promise<readonly { id: string }[]>
}): Endpoint {
  return { method: 'get', input: null, paged: true, open: false, ...line }
}

/** A module's lines of the API. */
export type ApiPart = { name: string; endpoints: readonly Endpoint[] }

const mostItems = 100
const usualItems = 50

const paging = {
  after: z.uuid().optional(),
  limit: wholeNumber(1, mostItems).default(usualItems),
}
/** Whose things are meant, where no token says it. */
const anyStreet = { street: wholeNumber(1000, 999_999_999).optional() }

/** All that may stand behind the question mark; anything else is refused. */
export function querySchemaOf({ query, paged, open }: Endpoint): ZodObject {
  return z.strictObject({
    ...query?.shape,
    ...(paged && paging),
    ...(open && anyStreet),
  })
}

/** The names of a path's parameters: '/orders/:orderId' has 'orderId'. */
export function paramsOf({ path }: Endpoint): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
}

/** A parameter of this name holds an id; any other holds a word. */
export function isId(param: string): boolean {
  return param.endsWith('Id')
}

/** What an endpoint goes by: 'POST /orders'. */
export function lineName({ method, path }: Endpoint): string {
  return `${method.toUpperCase()} ${path}`
}
