import type { Format } from '#app/modules/talks/menu/rules.ts'
import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf, daysBetween, yearsBetween } from '#app/platform/time.ts'

export type SessionStatus = Tables['session']['status']
export type Presence = Tables['attendance']['presence']
/** What a roll can say of someone; a visit at the door has a record of its own. */
export type RollPresence = Exclude<Presence, 'visited'>

/** Why something about a session can't be done. Each is the key of its sentence. */
export type SessionReason =
  | 'session.alreadyScheduled'
  | 'session.alreadySignedUp'
  | 'session.cancelled'
  | 'session.closed'
  | 'session.full'
  | 'session.needsGuardian'
  | 'session.notAccepted'
  | 'session.noRoll'
  | 'session.notSignedUp'
  | 'session.notStarted'
  | 'session.rollTooEarly'
  | 'session.started'
  | 'session.venueTooSmall'
  | 'roll.oneself'
  | 'venue_taken'

type Standing = { status: SessionStatus; during: Span }

function whyNotStanding(session: Standing): SessionReason | null {
  if (session.status === 'cancelled') return 'session.cancelled'
  return session.status === 'held' ? 'session.closed' : null
}

/**
 * How many can sign up: what the venue and the speaker's own limit allow, but not fewer than the
 * branch ordered for where the venue has the room.
 */
export function seatsOf(
  venue: { seats: number },
  speaker: { mostGuests: number | null },
  headCount: number,
): number {
  const comfortable = Math.min(venue.seats, speaker.mostGuests ?? venue.seats)
  return Math.max(comfortable, Math.min(headCount, venue.seats))
}

/** The talk's form that is named after the place, such as a class in a pavilion; else its first. */
export function formatOf(formats: readonly Format[], venueKind: string): Format {
  return formats.find((format) => format === venueKind) ?? formats[0] ?? 'talk'
}

/** Why no session follows from a dispatch: it has one, or nobody has said yes to it. */
export function whyNotScheduled(
  dispatch: { status: string },
  made: object | undefined,
): SessionReason | null {
  if (made) return 'session.alreadyScheduled'
  return dispatch.status === 'accepted' ? null : 'session.notAccepted'
}

/** Why another venue can't take a session: it has fewer seats than were ordered. */
export function whyNotMoved(
  venue: { seats: number },
  dispatch: { headCount: number },
): SessionReason | null {
  return venue.seats < dispatch.headCount ? 'session.venueTooSmall' : null
}

export function whyNotCancelled(session: Standing): SessionReason | null {
  return whyNotStanding(session)
}

/** Whether someone is not yet 18. Where no birthday is known the person counts as grown up. */
export function isChild(person: { bornOn: string | null }, now: Date): boolean {
  return person.bornOn !== null && yearsBetween(person.bornOn, dayOf(now)) < 18
}

/** Why a person can't have a seat. A child's seat is asked for by a guardian or by staff. */
export function whyNotSignedUp(
  session: Standing & { seats: number },
  seats: { taken: number; hasOne: boolean },
  person: { bornOn: string | null; asksAlone: boolean },
  now: Date,
): SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  if (session.during.start <= now) return 'session.started'
  if (seats.hasOne) return 'session.alreadySignedUp'
  if (person.asksAlone && isChild(person, now)) return 'session.needsGuardian'
  return seats.taken >= session.seats ? 'session.full' : null
}

/** Why a seat can't be given back: free until the session begins, and no reason is asked. */
export function whyNotSignedOff(
  session: Standing,
  hasSeat: boolean,
  now: Date,
): SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  if (!hasSeat) return 'session.notSignedUp'
  return session.during.start <= now ? 'session.started' : null
}

/** Why the roll can't be called: from the morning of the day on, until the session is closed. */
export function whyNotRollCalled(session: Standing, now: Date): SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  return dayOf(now) < dayOf(session.during.start) ? 'session.rollTooEarly' : null
}

/** What a roll's form says of one person: what it showed before, and what stands there now. */
export type Mark = { seen?: RollPresence | undefined; presence?: RollPresence | undefined }
export type Marks = Readonly<Record<string, Mark>>

/**
 * The marks to write: those that were changed in this form and are not recorded like that already.
 * What a second host wrote meanwhile stays where this form did not touch it.
 */
export function changedMarks(
  marks: Marks,
  recorded: ReadonlyMap<string, Presence>,
): [personId: string, presence: RollPresence][] {
  return Object.entries(marks).flatMap(([personId, { seen, presence }]) =>
    presence === undefined || presence === seen || presence === recorded.get(personId)
      ? []
      : [[personId, presence] as [string, RollPresence]],
  )
}

/** Nobody records hours for themselves: another person marks who calls the roll. */
export function whyNotMarked(
  changed: readonly (readonly [personId: string, presence: RollPresence])[],
  callerId: string | null,
): SessionReason | null {
  return changed.some(([personId]) => personId === callerId) ? 'roll.oneself' : null
}

/** How many are recorded as each, the form that a roll's count is told in. */
export type RollCounts = Record<Presence, number>

export function countRoll(presences: Iterable<Presence>): RollCounts {
  const counts: RollCounts = { came: 0, left_early: 0, visited: 0, absent: 0 }
  for (const presence of presences) counts[presence] += 1
  return counts
}

/** Who was there by name, also those who left early, and whom a visitor met at the door. */
export function attendedIn(counts: RollCounts): number {
  return counts.came + counts.left_early + counts.visited
}

/** Why a session can't be closed yet: it has not begun, or nothing says who was there. */
export function whyNotClosed(
  session: Standing,
  roll: { marked: number; guests: number },
  now: Date,
): SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  if (now < session.during.start) return 'session.notStarted'
  return roll.marked === 0 && roll.guests === 0 ? 'session.noRoll' : null
}

const leastDigits = 4
const leastLetters = 2

/** What was typed to find a person: a name, its pinyin, or a phone's last digits; null for too little. */
export function wantedPerson(
  typed: string,
): { by: 'name' | 'pinyin' | 'phone'; text: string } | null {
  const text = typed.replace(/\s/g, '').toLowerCase()
  if (/^\d+$/.test(text)) return text.length < leastDigits ? null : { by: 'phone', text }
  if (/^[a-z\d']+$/.test(text)) {
    const letters = text.replaceAll("'", '')
    return letters.length < leastLetters ? null : { by: 'pinyin', text: letters }
  }
  return text === '' ? null : { by: 'name', text: typed.replace(/\s/g, '') }
}

/** How the list of coming sessions can be narrowed. */
export const facetNames = ['strand', 'community', 'week'] as const
export type FacetName = (typeof facetNames)[number]
export type Choice = Partial<Record<FacetName, string>>

type Listed = { strandCode: string; communityId: string | null; during: Span }

const week = 7

/** Within the next seven days, the seven after, or later. */
export function weekOf(during: Span, now: Date): 'this' | 'next' | 'later' {
  const days = daysBetween(dayOf(now), dayOf(during.start))
  if (days < week) return 'this'
  return days < 2 * week ? 'next' : 'later'
}

function facetValue(session: Listed, facet: FacetName, now: Date): string | null {
  if (facet === 'strand') return session.strandCode
  return facet === 'community' ? session.communityId : weekOf(session.during, now)
}

export function fitsChoice(session: Listed, choice: Choice, now: Date, but?: FacetName): boolean {
  return facetNames.every(
    (facet) =>
      facet === but ||
      choice[facet] === undefined ||
      facetValue(session, facet, now) === choice[facet],
  )
}

/** How many sessions each value of a facet would leave, the other facets' choices kept. */
export function facetCounts(
  sessions: readonly Listed[],
  choice: Choice,
  facet: FacetName,
  now: Date,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const session of sessions) {
    const value = facetValue(session, facet, now)
    if (value !== null && fitsChoice(session, choice, now, facet))
      counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
