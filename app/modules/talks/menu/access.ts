import { type Actor, holds } from '#app/platform/context.ts'

/** The office keeps the menu. */
export function mayKeepMenu(actor: Actor): boolean {
  return holds(actor, ['administrator', 'office'])
}
