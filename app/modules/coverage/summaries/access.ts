import { isProgram } from '#app/modules/people/access.ts'
import { type Actor, holds } from '#app/platform/context.ts'

/** The program alone writes the figures of a day. */
export function maySummarise(actor: Actor): boolean {
  return isProgram(actor)
}

/** Whoever reads for the district, signed in at the district's own office. */
export function maySeeStreets(actor: Actor): boolean {
  return holds(actor, ['district'])
}
