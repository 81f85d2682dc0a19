import { type Actor, holds } from '#app/platform/context.ts'

/** Streets are opened by the operator, on the console or through the set-up link. */
export function mayOpenStreets(actor: Actor): boolean {
  return actor.kind === 'system'
}

/** The divisions are shared by every street, so only who answers for the whole brings them in. */
export function mayImportDivisions(actor: Actor): boolean {
  return holds(actor, ['administrator'])
}

/** Holidays are shared by every street too: the program fills them, an administrator corrects them. */
export function mayFillHolidays(actor: Actor): boolean {
  return actor.kind === 'system'
}

export function mayEnterHolidays(actor: Actor): boolean {
  return holds(actor, ['administrator'])
}

/** Whoever keeps to time limits may see what they are counted by. */
export function maySeeHolidays(actor: Actor): boolean {
  return holds(actor, ['administrator', 'office', 'staff', 'organiser', 'secretary'])
}

export function mayKeepUnits(actor: Actor): boolean {
  return holds(actor, ['administrator', 'office'])
}

/** Whoever orders talks or plans sessions has to know where they can be held. */
export function mayListUnits(actor: Actor): boolean {
  return holds(actor, ['administrator', 'office', 'organiser', 'secretary'])
}

/** The office keeps every venue; an organiser those of the own unit and below. */
export function mayKeepVenues(actor: Actor, unitId: string): boolean {
  return holds(actor, ['administrator', 'office', 'organiser'], unitId)
}
