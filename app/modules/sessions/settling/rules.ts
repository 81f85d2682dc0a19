import {
  type EntryResult,
  type Presence,
  type RollPresence,
  type RollReason,
  rollStanding,
  type Said,
  whyNotSynced,
} from '../roll/rules.ts'
import { type SessionReason, type Standing, whyNotStanding } from '../rules.ts'

/** Why a word of a roll can't be decided about. Each is the key of its sentence. */
export type SettlingReason =
  | 'roll.alreadySo'
  | 'roll.closedByYou'
  | 'roll.findFirst'
  | 'roll.notDisputed'
  | 'roll.notLate'
  | 'roll.notUnknown'
  | 'roll.ofYourself'
  | 'roll.secondPerson'
  | 'roll.settled'
  | 'roll.stillOpen'

type Why = SettlingReason | RollReason | SessionReason | null

/** A word of the roll that someone decides about. */
export type OpenWord = Pick<Said, 'kind' | 'personId' | 'saidBy'> & {
  result: EntryResult
  settledAt: Date | null
}

/** Why nobody decides about a word: it is decided, it is about oneself, or the roll has yet to open. */
function whyNotDecided(word: OpenWord, actorId: string | null): Why {
  if (word.settledAt !== null) return 'roll.settled'
  if (word.personId !== null && word.personId === actorId) return 'roll.ofYourself'
  return word.result === 'held' ? 'session.rollTooEarly' : null
}

/** Why a word can't be settled: only of what two say differently one is kept before the other. */
export function whyNotSettled(
  word: OpenWord,
  keep: 'recorded' | 'entry',
  actorId: string | null,
): Why {
  const refused = whyNotDecided(word, actorId)
  if (refused || (keep === 'recorded' && needsSomeone(word))) return refused
  return word.result === 'disputed' ? null : 'roll.notDisputed'
}

/** Whether a word waits for a person to decide. */
function needsSomeone(word: OpenWord): boolean {
  return word.kind === 'walk_in' || ['disputed', 'late', 'kept', 'refused'].includes(word.result)
}

type Deciding = { status: Standing['status']; during: Standing['during'] }

/** Why a session's roll takes no more in: it was called off, or its day has yet to come. */
function whyNotTaking(session: Deciding, now: Date): Why {
  const standing = rollStanding(session, now)
  if (standing === 'cancelled') return 'session.cancelled'
  return standing === 'early' ? 'session.rollTooEarly' : null
}

/** Why what came late, or was refused, can't be taken in: by another than who said it, about another. */
export function whyNotTaken(
  word: OpenWord,
  session: Deciding,
  actorId: string | null,
  now: Date,
): Why {
  const refused = whyNotDecided(word, actorId) ?? whyNotTaking(session, now)
  if (refused) return refused
  if (!['late', 'kept', 'refused'].includes(word.result)) return 'roll.notLate'
  if (word.kind === 'mark' && word.personId === null) return 'roll.findFirst'
  return word.saidBy === actorId ? 'roll.secondPerson' : null
}

/** Why a name without a person can't be given one; once the session is closed, by another than who said it. */
export function whyNotFound(
  word: OpenWord,
  session: Deciding,
  personId: string,
  actorId: string | null,
  now: Date,
): Why {
  const refused = whyNotDecided(word, actorId) ?? whyNotTaking(session, now)
  if (refused) return refused
  const named = word.kind === 'walk_in' || word.kind === 'mark'
  if (!named || word.personId !== null) return 'roll.notUnknown'
  if (personId === actorId) return 'roll.ofYourself'
  return session.status === 'held' && word.saidBy === actorId ? 'roll.secondPerson' : null
}

/** Why nobody is added to a closed roll: a second person does that, who neither closed it nor is meant. */
export function whyNotAdded(
  session: Deciding & { format: string },
  closedBy: string | null,
  mark: { personId: string; presence: RollPresence; recorded: Presence | undefined },
  actorId: string | null,
): Why {
  const walked = whyNotSynced(session)
  if (walked) return walked
  if (session.status !== 'held') return whyNotStanding(session) ?? 'roll.stillOpen'
  if (closedBy === actorId) return 'roll.closedByYou'
  if (mark.personId === actorId) return 'roll.ofYourself'
  return mark.recorded === mark.presence ? 'roll.alreadySo' : null
}
