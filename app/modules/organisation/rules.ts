import type { Tables } from '#app/platform/tables.ts'

export type UnitKind = Tables['unit']['kind']
export type OrganisationReason =
  | 'street.alreadyOpen'
  | 'street.notAStreet'
  | 'unit.closed'
  | 'unit.wrongParent'
  | 'unit_name'
  | 'venue_name'

/** What a unit of each kind may stand under. */
const parents: Record<UnitKind, readonly UnitKind[]> = {
  district: [],
  street: ['district'],
  community: ['street'],
  branch: ['street', 'community', 'station', 'school'],
  station: ['street', 'community'],
  school: ['street', 'community'],
}

/** Why a division can't be opened as a street: only streets, towns and districts have an office. */
export function whyNotAStreet(
  division: { level: string },
  opened: object | undefined,
): OrganisationReason | null {
  if (opened) return 'street.alreadyOpen'
  return division.level === 'street' || division.level === 'district' ? null : 'street.notAStreet'
}

export function whyNotUnder(
  kind: UnitKind,
  parent: { kind: UnitKind; closedAt: Date | null },
): OrganisationReason | null {
  if (parent.closedAt) return 'unit.closed'
  return parents[kind].includes(parent.kind) ? null : 'unit.wrongParent'
}
