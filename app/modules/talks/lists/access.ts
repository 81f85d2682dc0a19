import type { Actor } from '#app/platform/context.ts'
import { mayKeepSpeakers } from '../speakers/access.ts'

/** Who keeps the register enters lists of speakers. */
export function mayEnterLists(actor: Actor): boolean {
  return mayKeepSpeakers(actor)
}
