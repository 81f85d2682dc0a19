import pg from 'pg'
import { Forbidden, Invalid, NotFound, Refused } from '../errors.ts'

/** What a page or an API answer says of an error. */
export type Failure =
  | { kind: 'notFound' | 'forbidden' | 'signedOut' | 'unreadable' | 'tooLarge' }
  | { kind: 'invalid'; issues: Record<string, string> }
  | { kind: 'refused'; reason: string; details: Record<string, unknown> }
  | { kind: 'bug'; requestId?: string }

/** Sorts an error into the expected kinds; anything else is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NotFound) return { kind: 'notFound' }
  if (error instanceof Forbidden) return { kind: 'forbidden' }
  if (error instanceof Invalid) return { kind: 'invalid', issues: error.issues }
  if (error instanceof Refused)
    return { kind: 'refused', reason: error.reason, details: error.details }
  if (error instanceof Unreadable) return { kind: 'unreadable' }
  // Class 22, data exception: text the database can't hold got past the edge.
  if (error instanceof pg.DatabaseError && error.code?.startsWith('22'))
    return { kind: 'unreadable' }
  return { kind: 'bug' }
}

/** The body can't be read as what it says it is. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}

const statuses = {
  notFound: 404,
  forbidden: 403,
  signedOut: 401,
  unreadable: 400,
  tooLarge: 413,
  invalid: 422,
  refused: 409,
  bug: 500,
} as const

export function statusOf(failure: Failure) {
  if (failure.kind === 'refused' && failure.reason === 'foreignOrigin') return 403
  return statuses[failure.kind]
}
