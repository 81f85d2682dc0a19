import { type Actor, holds } from '#app/platform/context.ts'

export function mayKeepSpeakers(actor: Actor): boolean {
  return holds(actor, ['administrator', 'office'])
}

/** The office may take a speaker off the register, and a speaker may leave. */
export function mayEndSpeaking(actor: Actor, speaker: { personId: string }): boolean {
  return mayKeepSpeakers(actor) || actor.personId === speaker.personId
}
