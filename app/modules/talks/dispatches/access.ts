import type { Actor } from '#app/platform/context.ts'
import { mayDispatch, mayFollowSession, mayOrderFor } from '../orders/access.ts'
import type { Ending } from './rules.ts'

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
