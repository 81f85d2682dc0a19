import { type Actor, holds } from '#app/platform/context.ts'

/** Streets are opened by the operator, on the console or through the set-up link. */
export function mayOpenStreets(actor: Actor): boolean {
  return actor.kind === 'system'
}

export function mayKeepUnits(actor: Actor): boolean {
  return holds(actor, ['administrator', 'office'])
}

/** The office keeps every venue; an organiser those of the own unit and below. */
export function mayKeepVenues(actor: Actor, unitId: string): boolean {
  return holds(actor, ['administrator', 'office', 'organiser'], unitId)
}
