import type { ComponentChild } from 'preact'
import type { ZodType } from 'zod'
import type { Head } from '#app/ui/document.tsx'
import type { FormState } from '#app/ui/form.tsx'
import type { Context } from '../context.ts'
import type { Language } from '../language.ts'
import type { Reader } from './visitor.ts'

/** One request as a page sees it. */
export type Visit = {
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  language: Language
  now: Date
  reader: Reader
  /** The headers of the request, for what is served in parts or only where it has changed. */
  asked: Headers
  /** The path and query, to come back to. */
  here: string
  /** The public origin, for links that leave the site. */
  origin: string
  /** From where the request came; kept only as a hash. */
  address: string
  device: string
  /** Whether this is the demo, whose people anyone may be. */
  demo: boolean
  /** Whether a table of the page is asked for as a file: long lists are then loaded whole. */
  whole: boolean
}

/** Where an action leads: a path of the site, with a word of what was done and cookies to set. */
export type Going = { to: string; done?: string; cookies?: Record<string, string | null> }

/** A secret that an action hands over: the same page shows it, once, and nothing keeps it. */
export type Once = { once: string }

/** One form of a page: its input's shape, and the command it calls. */
export type Action<I> = {
  input: ZodType<I>
  run(ctx: Context, input: I, visit: Visit): Promise<Going | Once>
  /** How much its form may send, where a file comes with it. */
  mostBytes?: number
}

// oxlint-disable-next-line no-explicit-any -- each action's input is its own schema's
type Actions = Readonly<Record<string, Action<any>>>

/** What a page's view is given. */
export type Shown<D> = {
  data: D
  visit: Visit
  /** What was typed into a form of this page and what is wrong with it. */
  form(action: string): FormState
  /** A fresh idempotency key. */
  formKey: string
  /** What the action just run hands over; its form takes no idempotency key, which would keep it. */
  once: string | null
}

/** A page: what it loads, what its forms do, and how it looks. A form posts to `?do=<action>`. */
export type Page<D> = {
  /** Open to people who aren't signed in. */
  open?: boolean
  /** Whether a script of it runs WebAssembly, which its security policy has to allow. */
  wasm?: boolean
  title(data: D, language: Language): string
  /** What stands in the document's head beside its title. */
  head?(data: D, visit: Visit): Head
  load(ctx: Context, visit: Visit): Promise<D>
  actions?: Actions
  view(shown: Shown<D>): ComponentChild
}

// oxlint-disable-next-line no-explicit-any -- only the page itself knows its data
export type AnyPage = Page<any>

/** An address of the site and what answers there. */
export type Route = readonly [url: string, page: AnyPage | Download]

/** Checks a page's parts against each other; its view may then rely on what it loads. */
export function page<D>(definition: Page<D>): Page<D> {
  return definition
}

/** Checks an action's command against its input. */
export function action<I>(
  input: ZodType<I>,
  run: Action<I>['run'],
  more: Pick<Action<I>, 'mostBytes'> = {},
): Action<I> {
  return { input, run, ...more }
}

/** Something other than a page: a calendar file, a table to keep. */
export type Download = {
  open?: boolean
  /** Whether it keeps that it was asked for; else it only reads. */
  keeps?: boolean
  respond(ctx: Context, visit: Visit): Promise<Response>
}

type Path<T> = T extends readonly (infer E)[]
  ? `${number}` | `${number}.${Path<E>}`
  : T extends Date
    ? never
    : T extends object
      ? {
          [K in keyof T & string]:
            | K
            | (NonNullable<T[K]> extends object ? `${K}.${Path<NonNullable<T[K]>>}` : never)
        }[keyof T & string]
      : never

/** Names of a form's fields as its schema knows them: a wrong name does not compile. */
export function namesOf<I>(_schema: ZodType<unknown, I>): <P extends Path<I>>(name: P) => P {
  return (name) => name
}
