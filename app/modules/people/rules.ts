import type { Role } from '#app/platform/context.ts'
import { dayOf, yearsBetween } from '#app/platform/time.ts'

/** Why something about a person can't be done. Each is the key of its sentence. */
export type PeopleReason =
  | 'person_phone'
  | 'person.bornLater'
  | 'appointment_once'
  | 'appointment.endsBeforeStart'
  | 'guardian.notAdult'
  | 'guardian.ageUnknown'
  | 'guardian.ofAdult'
  | 'guardian_pkey'
  | 'guardian_check'

/** Every role there is, from the office to the youngest. */
export const roles = [
  'administrator',
  'office',
  'organiser',
  'secretary',
  'committee',
  'member',
  'volunteer',
  'youth',
  'guardian',
  'staff',
  'correspondent',
  'proofreader',
  'district',
] as const satisfies readonly Role[]

export function whyNotAdded(
  person: { bornOn?: string | undefined },
  now: Date,
): PeopleReason | null {
  return person.bornOn !== undefined && person.bornOn > dayOf(now) ? 'person.bornLater' : null
}

export function whyNotAppointed(term: {
  fromOn: string
  untilOn?: string | undefined
}): PeopleReason | null {
  return term.untilOn !== undefined && term.untilOn < term.fromOn
    ? 'appointment.endsBeforeStart'
    : null
}

const adult = 18

/** Why this person can't be the guardian of that child. */
export function whyNotGuardian(
  child: { bornOn: string | null },
  guardian: { bornOn: string | null },
  now: Date,
): PeopleReason | null {
  const today = dayOf(now)
  if (child.bornOn !== null && yearsBetween(child.bornOn, today) >= adult) return 'guardian.ofAdult'
  if (guardian.bornOn === null) return 'guardian.ageUnknown'
  return yearsBetween(guardian.bornOn, today) < adult ? 'guardian.notAdult' : null
}

/** The page of a list that an address asks for; the first for anything that is no page. */
export function pageOf(asked: string | null): number {
  return /^[1-9]\d{0,3}$/.test(asked ?? '') ? Number(asked) : 1
}
