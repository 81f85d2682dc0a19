import { mayRunOffice } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'

export function mayOpenSeasons(actor: Actor): boolean {
  return mayRunOffice(actor)
}
