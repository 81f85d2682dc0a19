import { mayKeepVenues } from '#app/modules/organisation/access.ts'
import {
  isSelf,
  isSignedIn,
  mayRunOffice,
  mayRunUnit,
  officeRoles,
  unitRoles,
} from '#app/modules/people/access.ts'
import { type Actor, holds } from '#app/platform/context.ts'
import { mayHandOver, maySeeResources } from '../resources/access.ts'

/** Whose calendar it is, with what says who may see it. */
export type Calendar =
  | { kind: 'mine' | 'street' }
  | { kind: 'child'; id: string; name: string; guardianIds: readonly string[] }
  | { kind: 'unit' | 'series'; id: string; name: string; nameEn: string }
  | { kind: 'venue'; id: string; name: string; unitId: string; venueKind: string }
  | { kind: 'resource'; id: string; name: string; nameEn: string; keeperId: string }

/**
 * A person's calendar is that person's, a child's its guardians' too. A unit's is for who runs it, a
 * venue's and a resource's for whoever plans something; a home's only for who keeps it. When a series
 * is held stands on the notice board anyway.
 */
export function maySeeCalendar(actor: Actor, calendar: Calendar): boolean {
  switch (calendar.kind) {
    case 'mine':
      return isSignedIn(actor)
    case 'street':
      return mayRunOffice(actor)
    case 'child':
      return calendar.guardianIds.some((guardianId) => isSelf(actor, guardianId))
    case 'unit':
      return mayRunUnit(actor, calendar.id)
    case 'venue':
      return calendar.venueKind === 'home'
        ? mayKeepVenues(actor, calendar.unitId)
        : holds(actor, [...officeRoles, ...unitRoles])
    case 'resource':
      return maySeeResources(actor) || mayHandOver(actor, calendar)
    case 'series':
      return true
  }
}

/** A calendar that others' programs keep: of a home there is none. */
export function maySubscribe(actor: Actor, calendar: Calendar): boolean {
  if (calendar.kind === 'venue' && calendar.venueKind === 'home') return false
  return maySeeCalendar(actor, calendar)
}
