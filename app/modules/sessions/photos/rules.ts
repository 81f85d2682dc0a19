import { dayOf, yearsBetween } from '#app/platform/time.ts'
import { type SessionReason, type Standing, whyNotStanding } from '../rules.ts'

/** Why a photo can't be taken up, or who is on it not be said. Each is the key of its sentence. */
export type PhotoReason =
  | 'photo.tooMany'
  | 'photo.notYet'
  | 'photo.whoIsOnIt'
  | 'photo.nobodyOrSome'
  | 'photo.isDown'

/** Of a session so many photos are kept at most; none is needed. */
const mostPhotos = 5
export const mostBytes = 20 * 1024 * 1024

/** Why a photo can't be added: from the session's beginning on, and no sixth. */
export function whyNotAdded(
  session: Standing,
  photos: number,
  now: Date,
): PhotoReason | SessionReason | null {
  if (session.status !== 'held') {
    const refused = whyNotStanding(session)
    if (refused) return refused
    if (now < session.during.start) return 'photo.notYet'
  }
  return photos >= mostPhotos ? 'photo.tooMany' : null
}

/** The first of the five places that is free. */
export function freePlace(taken: readonly number[]): number {
  let place = 1
  while (taken.includes(place)) place += 1
  return place
}

/** Why an answer to "who can be recognised?" is none: nothing was said, or nobody and someone at once. */
export function whyNotSaid(
  photo: { takenDownAt: Date | null },
  said: { nobody: boolean; personIds: readonly string[] },
): PhotoReason | null {
  if (photo.takenDownAt !== null) return 'photo.isDown'
  if (said.nobody) return said.personIds.length > 0 ? 'photo.nobodyOrSome' : null
  return said.personIds.length === 0 ? 'photo.whoIsOnIt' : null
}

const adult = 18

/** Whether someone is not grown up: under 18, or of unknown age with a guardian. */
export function isMinor(
  person: { bornOn: string | null; hasGuardian: boolean },
  now: Date,
): boolean {
  if (person.bornOn === null) return person.hasGuardian
  return yearsBetween(person.bornOn, dayOf(now)) < adult
}

/** What decides whether a photo may be seen by others than who runs the session. */
export type Faces = {
  people: 'unsaid' | 'nobody' | 'named'
  /** How many were named; who was deleted since has not consented for that. */
  faces: number
  takenDownAt: Date | null
  persons: readonly { minor: boolean; consentId: string | null }[]
}

export type PhotoState = 'down' | 'unsaid' | 'minor' | 'waiting' | 'shown'

/**
 * How a photo stands. It is shown where nobody can be recognised, or where everyone named consents at
 * this moment; never with a face of someone under 18 (Law on the Protection of Minors, and rule 9 of
 * what the program never does).
 */
export function stateOf(photo: Faces): PhotoState {
  if (photo.takenDownAt !== null) return 'down'
  if (photo.people === 'unsaid') return 'unsaid'
  if (photo.persons.some(({ minor }) => minor)) return 'minor'
  const consented = photo.persons.filter(({ consentId }) => consentId !== null).length
  return consented === photo.faces && consented === photo.persons.length ? 'shown' : 'waiting'
}
