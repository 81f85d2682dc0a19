import { isSignedIn, mayRunOffice } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'

/** The office makes matters of needs. */
export function mayPublish(actor: Actor): boolean {
  return mayRunOffice(actor)
}

/** Everyone of the street who is signed in may look at what could be done. */
export function maySeeBoard(actor: Actor): boolean {
  return isSignedIn(actor)
}

/** Matters that nobody took in time expire by themselves; only the program's round does that. */
export function mayExpire(actor: Actor): boolean {
  return actor.kind === 'system'
}
