import { type Actor, holds } from '#app/platform/context.ts'
import type { Ending } from './rules.ts'

/** A branch's organiser or secretary orders for the own units; the office for every one. */
export function mayOrderFor(actor: Actor, unitId: string): boolean {
  return holds(actor, ['administrator', 'office', 'organiser', 'secretary'], unitId)
}

/** The office dispatches. */
export function mayDispatch(actor: Actor): boolean {
  return holds(actor, ['administrator', 'office'])
}

/** The speaker who is asked. */
export function isAsked(actor: Actor, dispatch: { speakerPersonId: string }): boolean {
  return actor.personId === dispatch.speakerPersonId
}

/** The asked speaker answers; the office may enter an answer given by phone. */
export function mayAnswer(actor: Actor, dispatch: { speakerPersonId: string }): boolean {
  return isAsked(actor, dispatch) || mayDispatch(actor)
}

/** Who may end an invitation depends on how it ends. */
export function mayEndDispatch(
  actor: Actor,
  dispatch: { speakerPersonId: string; unitId: string },
  how: Ending,
): boolean {
  switch (how) {
    case 'declined':
      return mayAnswer(actor, dispatch)
    case 'takenBack':
      return mayDispatch(actor)
    case 'orderWithdrawn':
      return mayOrderFor(actor, dispatch.unitId)
    case 'sessionCancelled':
      return mayFollowSession(actor)
  }
}

/** Sessions that are held or cancelled move their order; only the journey does that. */
export function mayFollowSession(actor: Actor): boolean {
  return actor.kind === 'system'
}
