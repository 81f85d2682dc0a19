import type { Tables } from '#app/platform/tables.ts'
import { dayOf, hour, later } from '#app/platform/time.ts'
import { type SessionReason, type Standing, whyNotStanding } from '../rules.ts'

export type Presence = Tables['attendance']['presence']
/** What a roll can say of someone; a visit at the door has a record of its own. */
export type RollPresence = Exclude<Presence, 'visited'>

/** Why something about a roll can't be done. Each is the key of its sentence. */
export type RollReason = 'session.rollTooEarly' | 'session.walked' | 'roll.oneself'

export type EntryKind = Tables['rollEntry']['kind']
/** How a word on the roll came out; migrations/0015 says what each means. */
export type EntryResult = Tables['rollEntry']['result']

/** One word on the roll as a phone sends it. Its id is made there, so that it counts once. */
export type Entry = {
  id: string
  kind: EntryKind
  /** Whom a mark is about: a person of the list, whose code was read, or who said six digits. */
  personId?: string | undefined
  code?: string | undefined
  spoken?: string | undefined
  presence?: RollPresence | undefined
  /** What the phone knew of the person when it was tapped. */
  seen?: Presence | null | undefined
  /** A walk-in's name, or a note. */
  words?: string | undefined
  /** How many guests more, or fewer. */
  guests?: number | undefined
  /** By the phone's clock, as ISO 8601. */
  saidAt: string
}

/** What a phone sends: possibly nothing new, to hear what the others said. */
export type RollBatch = {
  sessionId: string
  phoneToken?: string | undefined
  /** The phone's clock while it sends. */
  now: string
  entries: Entry[]
}

/** What counts on a roll now, as a phone is told it. */
export type RollState = {
  /** Only ever higher: of two states the higher one is newer. */
  revision: number
  standing: RollStanding
  marks: { personId: string; presence: Presence; by: string; at: string }[]
  /** What someone said otherwise, beside the mark that stands. */
  disputed: { id: string; personId: string; presence: RollPresence; by: string; at: string }[]
  /** Names that nobody has found on the register yet; each counts as a guest too. */
  walkIns: { id: string; words: string; by: string; at: string }[]
  /** Guests without a name, walk-ins not among them. */
  guests: number
  /** The entries that this count is made of. */
  guestEntries: string[]
}

/** What a phone is answered. The roll is only told to who still runs the session. */
export type RollAnswer = {
  now: string
  results: { id: string; result: EntryResult; personId: string | null }[]
  roll: RollState | null
}

/** Where a roll is in its life; what is said before it opens is held. */
export type RollStanding = 'early' | 'open' | 'closed' | 'cancelled'

export function rollStanding(session: Standing, now: Date): RollStanding {
  if (session.status === 'cancelled') return 'cancelled'
  if (session.status === 'held') return 'closed'
  return session.status === 'draft' || dayOf(now) < dayOf(session.during.start) ? 'early' : 'open'
}

/** What is recorded of a person now, and whose word it is: a phone's, or a person's at a form. */
export type Recorded = { presence: Presence; voice: string }

/** One word on the roll, its person known or null. */
export type Said = {
  kind: EntryKind
  personId: string | null
  presence: RollPresence | null
  seen: Presence | null
  voice: string
  saidBy: string
}

/**
 * How a word on the roll comes out. The first word stands; who knew it may correct it, and so may the
 * voice that said it; another voice that did not know it disputes it, and nothing is overwritten.
 */
export function judge(
  said: Said,
  at: { standing: RollStanding; runsSession: boolean; recorded: Recorded | undefined },
): EntryResult {
  const { standing, recorded } = at
  const isMark = said.kind === 'mark'
  if (isMark && (said.personId === null || said.personId === said.saidBy)) return 'refused'
  if (isMark && at.runsSession && recorded?.presence === said.presence) return 'same'
  if (!at.runsSession || standing === 'cancelled') return 'kept'
  if (standing === 'closed') return 'late'
  if (standing === 'early') return 'held'
  if (!isMark || !recorded || recorded.presence === said.seen) return 'applied'
  return recorded.voice === said.voice ? 'applied' : 'disputed'
}

/** Judges words in the order in which they were heard, each by what those before it left behind. */
export function judgeAll<T extends Said>(
  entries: readonly T[],
  at: { standing: RollStanding; runsSession: boolean; recorded: ReadonlyMap<string, Recorded> },
): (T & { result: EntryResult })[] {
  const recorded = new Map(at.recorded)
  return entries.map((said) => {
    const { personId, presence, voice } = said
    const before = personId === null ? undefined : recorded.get(personId)
    const result = judge(said, { ...at, recorded: before })
    if (result === 'applied' && personId !== null && presence !== null)
      recorded.set(personId, { presence, voice })
    return { ...said, result }
  })
}

/** The marks that count of what was judged, in their order. */
export function marksAmong(
  judged: readonly (Said & { id: string; saidAt: Date; result: EntryResult })[],
) {
  return judged.flatMap(({ id: entryId, personId, presence, saidBy, saidAt, result }) =>
    result === 'applied' && personId !== null && presence !== null
      ? [{ entryId, personId, presence, saidBy, saidAt }]
      : [],
  )
}

const worthAWord = 180

/** By how many seconds a phone's clock is ahead, or behind where negative; 0 for a few minutes. */
export function secondsOff(phone: Date, now: Date): number {
  const seconds = Math.round((phone.getTime() - now.getTime()) / 1000)
  const most = 2_000_000_000
  return Math.abs(seconds) < worthAWord ? 0 : Math.max(-most, Math.min(most, seconds))
}

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

/** Why no phone keeps a session's roll: a round has a list of its own. */
export function whyNotSynced(session: { format: string }): RollReason | null {
  return session.format === 'door' ? 'session.walked' : null
}

const keepsFor = 72 * hour

/** Until when a phone may send what it kept of a session. */
export function sendsUntil(session: { during: { end: Date } }, now: Date): Date {
  const { end } = session.during
  return later(end > now ? end : now, keepsFor)
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
