import { type Actor, holds } from '#app/platform/context.ts'

export function mayKeepSpeakers(actor: Actor): boolean {
  return holds(actor, ['administrator', 'office'])
}

/** The office keeps every entry, and a speaker the own one: sees it, corrects it, leaves. */
export function mayKeepEntry(actor: Actor, speaker: { personId: string }): boolean {
  return mayKeepSpeakers(actor) || actor.personId === speaker.personId
}
