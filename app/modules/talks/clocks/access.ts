import { mayRunOffice } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'

/** The office says how long each stage may take in its street. */
export function maySetClocks(actor: Actor): boolean {
  return mayRunOffice(actor)
}

/** The program starts, stops and tends the clocks. */
export function mayTendClocks(actor: Actor): boolean {
  return actor.kind === 'system'
}
