import type { ZodType } from 'zod'
import { z } from 'zod'
import { Invalid } from '../errors.ts'
import type { Language } from '../language.ts'
import { Unreadable } from './failures.ts'
import { issueWords } from './words.ts'

const mostFields = 5000
const reserved = new Set(['_key'])
// PostgreSQL stores no NUL, and the others have no look.
// oxlint-disable-next-line no-control-regex -- it is these that are meant
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g

/** A form's fields as they were typed, by dotted name; a name that repeats becomes a list. */
export type Typed = Record<string, string | string[]>

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The posted form, of either of a browser's two encodings. */
export async function formOf(request: Request): Promise<FormData | URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  try {
    if (type.startsWith('multipart/form-data')) return await request.formData()
    if (!type.startsWith('application/x-www-form-urlencoded')) throw new Unreadable('not a form')
    return new URLSearchParams(utf8.decode(await request.arrayBuffer()))
  } catch (error) {
    throw error instanceof RangeError
      ? error
      : new Unreadable('not a readable form', { cause: error })
  }
}

/** The files of a form, by field; an empty file field is left out. */
export function filesOf(form: FormData | URLSearchParams): Record<string, File> {
  if (form instanceof URLSearchParams) return {}
  return Object.fromEntries(
    [...form].filter(
      (entry): entry is [string, File] => entry[1] instanceof File && entry[1].size > 0,
    ),
  )
}

/** Reads a posted form. Files stay with the caller; control characters can't be stored and are dropped. */
export function typedOf(form: FormData | URLSearchParams): Typed {
  const typed: Typed = Object.create(null)
  let count = 0
  for (const [name, value] of form) {
    if (typeof value !== 'string' || reserved.has(name)) continue
    if ((count += 1) > mostFields) throw new Unreadable('too many fields')
    const clean = value.replaceAll('\r\n', '\n').replace(control, '').trim()
    // What a wrong encoding leaves behind: the words are lost already, so they are not stored.
    if (clean.includes('\ufffd')) throw new Unreadable('broken text')
    const before = typed[name]
    typed[name] =
      before === undefined ? clean : Array.isArray(before) ? [...before, clean] : [before, clean]
  }
  return typed
}

type Tree = { [key: string]: Tree | string | string[] }

/** Dotted names as nested objects, and objects with the keys 0, 1, 2 … as lists. */
export function treeOf(typed: Typed): unknown {
  const top: Tree = Object.create(null)
  for (const [name, value] of Object.entries(typed)) {
    const keys = name.split('.')
    if (keys.length > 6 || keys.some((key) => key === '__proto__'))
      throw new Unreadable('a field name that is none')
    let at = top
    for (const key of keys.slice(0, -1)) {
      const next = at[key]
      at =
        typeof next === 'object' && !Array.isArray(next)
          ? next
          : (at[key] = Object.create(null) as Tree)
    }
    at[keys.at(-1)!] = value
  }
  return listsIn(top)
}

function listsIn(tree: Tree | string | string[]): unknown {
  if (typeof tree === 'string' || Array.isArray(tree)) return tree
  const entries = Object.entries(tree).map(([key, value]) => [key, listsIn(value)] as const)
  const isList = entries.length > 0 && entries.every(([key]) => /^\d{1,4}$/.test(key))
  if (!isList) return Object.fromEntries(entries)
  return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value)
}

/** The input a schema describes, or Invalid with a sentence at each field in the reader's language. */
export function parse<I>(schema: ZodType<I>, value: unknown, language: Language): I {
  const result = schema.safeParse(value, { error: (issue) => issueWords[language].sentence(issue) })
  if (result.success) return result.data
  const issues: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : ['']
    for (const name of names) {
      const path = [...issue.path, ...(name ? [name] : [])].join('.')
      issues[path] ??= issue.message
    }
  }
  throw new Invalid(issues)
}

// What forms send is text; these read it as what it means and leave anything else to be refused.

/** A number typed into a form or sent as JSON. */
export const numberInput = z.preprocess(
  (value) => (typeof value === 'string' ? (value === '' ? undefined : Number(value)) : value),
  z.number(),
)
/** A whole number within limits. */
export function wholeNumber(least: number, most: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? (value === '' ? undefined : Number(value)) : value),
    z.int().min(least).max(most),
  )
}
/** Text of one line or several, with a least and a greatest length. */
export function text(most: number, least = 1) {
  return z.string().trim().min(least).max(most)
}
/** Text that may be left empty. */
export function optionalText(most: number) {
  return z.string().trim().max(most).default('')
}
/** A tick box: `yes`, or absent. */
export const tick = z.preprocess(
  (value) => value === 'yes' || value === 'true' || value === true,
  z.boolean(),
)
/** A mobile number of eleven digits, however it is spaced and with or without the country's code. */
export const phoneInput = z.preprocess(
  (value) =>
    typeof value === 'string' ? value.replace(/[\s-]/g, '').replace(/^(\+|00)?86(?=1)/, '') : value,
  z.string().regex(/^1\d{10}$/),
)
/** A calendar day, 2022-01-31. */
export const dayInput = z.iso.date()
/** A time of day, 14:30. */
export const timeInput = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** A day and a time of day in one, 2022-01-31T14:30, as Shanghai's clocks show it. */
export const momentInput = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/)
/** Several of a closed list, from boxes of one name. */
export function severalOf<const W extends readonly [string, ...string[]]>(words: W, least = 1) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(words)).min(least),
  )
}
/** Several codes of a list that a street keeps itself, from boxes of one name. */
export const severalCodes = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(40)).max(12),
)
/** A select left on its empty choice is nothing. */
export function optional<T extends ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
}
