import type { Actor, Context } from '../context.ts'
import type { Language } from '../language.ts'

/** Who reads the pages: the actor, and how they like to read. */
export type Reader = {
  actor: Actor
  signInId: string | null
  streetName: string
  language: Language
  large: boolean
  /** Notices not yet read. */
  unread: number
}

/** Finds who holds a token; null for none, an ended or an expired one. */
export type FindReader = (
  ctx: Pick<Context, 'street' | 'now' | 'tx'>,
  tokenHash: Buffer,
) => Promise<Omit<Reader, 'streetName'> | null>
