import type { Role } from '#app/platform/context.ts'
import { day, dayOf, later, yearsBetween } from '#app/platform/time.ts'

/** Why something about a person can't be done. Each is the key of its sentence. */
export type PeopleReason =
  | 'person_phone'
  | 'person.bornLater'
  | 'appointment_once'
  | 'appointment.endsBeforeStart'
  | 'guardian.notAdult'
  | 'guardian.oneself'
  | 'guardian.ageUnknown'
  | 'guardian.ofAdult'
  | 'guardian_pkey'
  | 'guardian_check'
  | 'person.nothingToCorrect'
  | 'person.forgotten'
  | 'contact.notNeeded'

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

/** A guardian's word opens activities to a child: nobody gives it to themselves. */
export function whyNotNamedBy(actorId: string | null, guardianId: string): PeopleReason | null {
  return actorId === guardianId ? 'guardian.oneself' : null
}

/** What is known of a person and can be put right. */
export type Correctable = {
  name: string
  gender: 'f' | 'm' | null
  bornOn: string | null
  phone: string | null
  reach: 'sms' | 'call'
  dialect: string | null
  joinedPartyOn: string | null
  homeUnitId: string | null
}

export type Changes = Partial<Record<keyof Correctable, { from: string | null; to: string }>>

/** What would be other than it stands, field by field. */
export function changesOf(
  person: Correctable,
  wanted: { [Field in keyof Correctable]?: string | undefined },
): Changes {
  const fields = Object.keys(wanted) as (keyof Correctable)[]
  return Object.fromEntries(
    fields
      .filter((field) => wanted[field] !== undefined && wanted[field] !== person[field])
      .map((field) => [field, { from: person[field], to: wanted[field]! }]),
  )
}

export function whyNotCorrected(
  person: { forgottenAt: Date | null },
  changes: Changes,
  now: Date,
): PeopleReason | null {
  if (person.forgottenAt !== null) return 'person.forgotten'
  if (Object.keys(changes).length === 0) return 'person.nothingToCorrect'
  return whyNotAdded({ bornOn: changes.bornOn?.to }, now)
}

/** What is spoken around Nantong: the city's own dialect and Rugao's are Jianghuai Mandarin, the coast speaks Wu. */
export const dialects = ['mandarin', 'nantong', 'rugao', 'qihai', 'tongdong'] as const
export type Dialect = (typeof dialects)[number]

/** A dialect in the reader's words; what a list of people brought stands as it came. */
export function sayDialect(words: Record<Dialect, string>, told: string): string {
  return Object.hasOwn(words, told) ? words[told as Dialect] : told
}

const contactDays = 30

/**
 * Whether someone who has to do with a person needs their number: once it is agreed, until thirty
 * days after it ended. What has no end yet goes on.
 */
export function needsContact(task: { isAgreed: boolean; endsAt: Date | null }, now: Date): boolean {
  if (!task.isAgreed) return false
  return task.endsAt === null || now <= later(task.endsAt, contactDays * day)
}

/** The page of a list that an address asks for; the first for anything that is no page. */
export function pageOf(asked: string | null): number {
  return /^[1-9]\d{0,3}$/.test(asked ?? '') ? Number(asked) : 1
}
