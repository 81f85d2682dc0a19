import { mayLookAfter } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'

/** The office, and whoever runs the person's branch or its community. */
export function mayReachOut(actor: Actor, unitIds: readonly string[]): boolean {
  return mayLookAfter(actor, unitIds)
}
