import { type Actor, holds, type Role } from '#app/platform/context.ts'

declare const minted: unique symbol
/** The units whose people and records a list may show. Only this file makes one. */
export type Scope = { readonly unitIds: readonly string[]; readonly [minted]: true }

/** Everything within reach of the actor's appointments in these roles. */
export function scopeOf(actor: Actor, roles: readonly Role[]): Scope {
  const unitIds = new Set<string>()
  for (const held of actor.appointments) {
    if (roles.includes(held.role)) for (const unitId of held.reach) unitIds.add(unitId)
  }
  return { unitIds: [...unitIds] } as unknown as Scope
}

export const officeRoles = ['administrator', 'office'] as const satisfies readonly Role[]
/** Who runs a unit's part of the season: its organiser, and its secretary. */
export const unitRoles = ['organiser', 'secretary'] as const satisfies readonly Role[]

/** The street's office, which sees and runs the whole season of its street. */
export function mayRunOffice(actor: Actor): boolean {
  return holds(actor, officeRoles)
}

/** The office, or whoever runs this unit or one above it. */
export function mayRunUnit(actor: Actor, unitId: string): boolean {
  return holds(actor, [...officeRoles, ...unitRoles], unitId)
}

export function isSignedIn(actor: Actor): boolean {
  return actor.kind === 'person'
}

/** A person's own things: sign-ins, tokens, preferences, inbox. */
export function isSelf(actor: Actor, personId: string): boolean {
  return actor.personId === personId
}

/** What only the program does, once it has a person's proof or as part of its rounds. */
export function isProgram(actor: Actor): boolean {
  return actor.kind === 'system'
}

/** Whoever works for the street signs in with a password too; members need none. */
const staffRoles = [
  ...officeRoles,
  ...unitRoles,
  'committee',
  'staff',
  'correspondent',
  'proofreader',
  'district',
] as const satisfies readonly Role[]

export function mayHavePassword(actor: Actor): boolean {
  return holds(actor, staffRoles)
}

/** The office, or whoever runs one of a person's units: does steps for the person, and calls. */
export function mayLookAfter(actor: Actor, unitsOfPerson: readonly string[]): boolean {
  return mayRunOffice(actor) || unitsOfPerson.some((unitId) => mayRunUnit(actor, unitId))
}

/** The person, or whoever looks after the person. */
export function maySeePerson(
  actor: Actor,
  person: { id: string; unitIds: readonly string[] },
): boolean {
  return isSelf(actor, person.id) || mayLookAfter(actor, person.unitIds)
}

/**
 * A phone is what its owner signs in with: of someone who works for the street, only whoever stands
 * over that work changes it.
 */
export function mayChangePhone(
  actor: Actor,
  held: readonly { role: Role; unitId: string }[],
): boolean {
  const worksAt = held.filter(({ role }) => (staffRoles as readonly Role[]).includes(role))
  return worksAt.every(({ role, unitId }) =>
    (officeRoles as readonly Role[]).includes(role)
      ? mayAppoint(actor, role)
      : mayLookAfter(actor, [unitId]),
  )
}

/** The office gives roles; an administrator alone makes another. */
export function mayAppoint(actor: Actor, role: Role): boolean {
  return holds(actor, role === 'administrator' ? ['administrator'] : officeRoles)
}
