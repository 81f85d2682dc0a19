import type { Actor } from '#app/platform/context.ts'
import { mayDispatch, mayDo } from '../orders/access.ts'
import { actOf, type Ending } from './rules.ts'

/** The speaker who is asked. */
export function isAsked(actor: Actor, dispatch: { speakerPersonId: string }): boolean {
  return actor.personId === dispatch.speakerPersonId
}

/** The asked speaker answers; the office may enter an answer given by phone. */
export function mayAnswer(actor: Actor, dispatch: { speakerPersonId: string }): boolean {
  return isAsked(actor, dispatch) || mayDispatch(actor)
}

/** Who may end an invitation depends on how it ends, as the table of an order's life says. */
export function mayEndDispatch(
  actor: Actor,
  dispatch: { speakerPersonId: string; unitId: string },
  how: Ending,
): boolean {
  return mayDo(actor, actOf[how], dispatch, dispatch.speakerPersonId)
}

/** Whoever stands in the register of speakers. */
export function isSpeaker(own: { id: string } | undefined): boolean {
  return own !== undefined
}
