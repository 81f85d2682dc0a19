import type { Actor } from '#app/platform/context.ts'
import { mayRunOffice } from '#app/modules/people/access.ts'

export function mayOpenSeasons(actor: Actor): boolean {
  return mayRunOffice(actor)
}
