import { officeRoles, unitRoles } from '#app/modules/people/access.ts'
import { type Actor, holds } from '#app/platform/context.ts'

/** The office keeps the menu. */
export function mayKeepMenu(actor: Actor): boolean {
  return holds(actor, ['administrator', 'office'])
}

/** Everyone reads the menu; what is still being prepared only those who keep it and who is to give it. */
export function mayReadTalk(
  actor: Actor,
  talk: { putOnMenuAt: Date | null },
  speakers: readonly { personId: string }[],
): boolean {
  return talk.putOnMenuAt !== null || mayKeepMenu(actor) || gives(actor, speakers)
}

/** What goes with a talk is for those who order it, those who give it and the office. */
export function maySeeMaterials(actor: Actor, speakers: readonly { personId: string }[]): boolean {
  return holds(actor, [...officeRoles, ...unitRoles]) || gives(actor, speakers)
}

function gives(actor: Actor, speakers: readonly { personId: string }[]): boolean {
  return speakers.some(({ personId }) => personId === actor.personId)
}
