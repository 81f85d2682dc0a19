import { isSelf, mayRunOffice } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'

/** The office enters a home's limits as the householder says them. */
export function mayEnterHomes(actor: Actor): boolean {
  return mayRunOffice(actor)
}

/** The office sees every home that receives, and a householder the own one. */
export function maySeeHome(actor: Actor, home: { householderId: string | null }): boolean {
  return mayEnterHomes(actor) || (home.householderId !== null && isSelf(actor, home.householderId))
}
