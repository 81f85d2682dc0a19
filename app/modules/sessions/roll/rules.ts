import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'
import { type SessionReason, type Standing, whyNotStanding } from '../rules.ts'

export type Presence = Tables['attendance']['presence']
/** What a roll can say of someone; a visit at the door has a record of its own. */
export type RollPresence = Exclude<Presence, 'visited'>

/** Why something about a roll can't be done. Each is the key of its sentence. */
export type RollReason = 'session.rollTooEarly' | 'session.walked' | 'roll.oneself'

/** Why the roll can't be called: from the morning of the day on, until the session is closed. */
export function whyNotRollCalled(
  session: Standing & { format: string },
  now: Date,
): RollReason | SessionReason | null {
  if (session.format === 'door') return 'session.walked'
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
): RollReason | SessionReason | null {
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
