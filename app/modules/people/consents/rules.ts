import { dayOf, yearsBetween } from '#app/platform/time.ts'

/** Why a consent can't be given or withdrawn. Each is the key of its sentence. */
export type ConsentReason =
  | 'consent.needsGuardian'
  | 'consent.notGuardian'
  | 'consent.notForThem'
  | 'consent.withdrawn'
  | 'consent_once'

/** What a consent can be for. */
export const purposes = ['activity', 'picture', 'recording', 'story', 'name'] as const
export type Purpose = (typeof purposes)[number]

/** The wording that is agreed to today; earlier ones stay readable in the ledger. */
export const wordings: Readonly<Record<Purpose, string>> = {
  activity: '2022-01',
  picture: '2022-01',
  recording: '2022-01',
  story: '2022-01',
  name: '2022-01',
}

const adult = 18

/** Whether a guardian decides for the person: under 18, or of unknown age with a guardian named. */
function isMinor(
  person: { bornOn: string | null; guardianIds: readonly string[] },
  now: Date,
): boolean {
  if (person.bornOn === null) return person.guardianIds.length > 0
  return yearsBetween(person.bornOn, dayOf(now)) < adult
}

/**
 * Why this consent can't be given by that person. A guardian consents for whoever is under 18, and
 * everyone else for themselves (Civil Code of the PRC, art. 17 and 34; PIPL, art. 31).
 */
export function whyNotConsented(
  person: { id: string; bornOn: string | null; guardianIds: readonly string[] },
  givenBy: string,
  now: Date,
): ConsentReason | null {
  if (!isMinor(person, now)) return givenBy === person.id ? null : 'consent.notForThem'
  if (givenBy === person.id) return 'consent.needsGuardian'
  return person.guardianIds.includes(givenBy) ? null : 'consent.notGuardian'
}

export function whyNotWithdrawn(consent: { active: boolean }): ConsentReason | null {
  return consent.active ? null : 'consent.withdrawn'
}
