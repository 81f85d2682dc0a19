import { type Actor, holds } from '#app/platform/context.ts'

/** A branch's organiser or secretary orders for the own units; the office for every one. */
export function mayOrderFor(actor: Actor, unitId: string): boolean {
  return holds(actor, ['administrator', 'office', 'organiser', 'secretary'], unitId)
}

/** The office dispatches. */
export function mayDispatch(actor: Actor): boolean {
  return holds(actor, ['administrator', 'office'])
}

/** Sessions that are held or cancelled move their order; only the journey does that. */
export function mayFollowSession(actor: Actor): boolean {
  return actor.kind === 'system'
}
