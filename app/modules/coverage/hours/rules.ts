import type { OwnRequirement } from '#app/modules/seasons/requirements/rules.ts'
import {
  countedElsewhere,
  electivesOf,
  type HourRuleChange,
  type HourRuleSet,
  type Hours,
  hourRuleSets,
  hourRulesOn,
  hoursFor,
  type Presence,
  type StudyForm,
} from '#app/modules/seasons/rules.ts'
import { minutesOf, type Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'

export type HoursReason =
  | 'hours.notHeld'
  | 'hours_twice'
  | 'entry_corrected'
  | 'entry_oneself'
  | 'entry_same_person'
  | 'entry.decided'
  | 'entry.notCounting'
  | 'entry.otherPerson'
  | 'entry.outsideSeason'
  | 'entry.future'
  | 'entry.unknownStrand'
  | 'entry.noAnswer'
  | 'overlap_oneself'
  | 'overlap.none'
  | 'teaching_oneself'
  | 'teaching.notSpeaker'
  | 'teaching.approved'

/** Why no hours follow from a session: it has not been held. */
export function whyNotCredited(session: {
  status: Tables['session']['status']
}): HoursReason | null {
  return session.status === 'held' ? null : 'hours.notHeld'
}

/**
 * What a session is to the rules of hours. What the street itself holds is centralised training; a live
 * stream that each follows alone is online study, and one that a hall watches is the hall's session.
 */
export function studyFormOf(session: {
  strandCode: string
  unitKind: Tables['unit']['kind']
  format: string
  venueKind?: Tables['venue']['kind'] | null
}): StudyForm {
  if (session.format === 'door') return 'visit'
  if (session.venueKind === 'online') return 'online'
  if (session.strandCode === 'practice') return 'practice'
  return session.unitKind === 'street' || session.unitKind === 'district' ? 'centralised' : 'branch'
}

export type HeldSession = {
  strandCode: string
  unitKind: Tables['unit']['kind']
  format: string
  venueKind?: Tables['venue']['kind'] | null
  during: Span
  speakerPersonId: string | null
}

/** One person on the roll of a session, with what else their hours depend on. */
export type Present = {
  personId: string
  presence: Presence
  /** How long, where that is not the session's own length: a visit. */
  minutes: number | null
  /** An organiser approved that the person taught. */
  approved: boolean
  /** The time counts at another session: as it was settled, or because it was counted there first. */
  elsewhere: boolean
  /** The hours that stand now. */
  credited: Hours | null
}

/** What one person's presence at a session gives by a set of rules. */
export function creditFor(set: HourRuleSet, session: HeldSession, person: Present): Hours {
  const hours = hoursFor(set, {
    form: studyFormOf(session),
    minutes: person.minutes ?? minutesOf(session.during),
    presence: person.presence,
    spoke: person.personId === session.speakerPersonId,
    approved: person.approved,
  })
  return person.elsewhere && hours.hours > 0 ? countedElsewhere(hours) : hours
}

/** Whether the hours that now come out differ from those that stand. */
export function isChanged({ credited, presence }: Present, hours: Hours): boolean {
  // Who stayed away has no hours to explain, unless some were written before.
  if (!credited) return presence !== 'absent'
  return (
    credited.hours !== hours.hours ||
    credited.rule !== hours.rule ||
    wordsOf(credited.details) !== wordsOf(hours.details)
  )
}

function wordsOf(details: object): string {
  return JSON.stringify(Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

type Sessions = readonly (HeldSession & { id: string })[]
type OnRoll = Present & { sessionId: string }

/** Which hours come out differently by the rules of each session's day than they stand. */
export function recounted(
  season: { hourRules: HourRuleSet },
  changes: readonly HourRuleChange[],
  sessions: Sessions,
  presences: readonly OnRoll[],
) {
  const byId = new Map(
    sessions.map((session) => [
      session.id,
      { session, set: hourRulesOn(season, changes, dayOf(session.during.start)) },
    ]),
  )
  return presences.flatMap((person) => {
    const held = byId.get(person.sessionId)
    if (!held) return []
    const hours = creditFor(held.set, held.session, person)
    return isChanged(person, hours) ? [{ person, session: held.session, hours }] : []
  })
}

/** Changed hours added up: for each person, by how much they would rise or fall. */
export function changeByPerson(changed: ReturnType<typeof recounted>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { person, hours } of changed) {
    const by = hours.hours - (person.credited?.hours ?? 0)
    sums.set(person.personId, (sums.get(person.personId) ?? 0) + by)
  }
  for (const [personId, by] of sums) if (by === 0) sums.delete(personId)
  return sums
}

/** Hours that count: of a session, or entered and confirmed. */
export type Counted = { strandCode: string; hours: number; form: StudyForm }

export type Progress = {
  hours: number
  sessions: number
  /** What is asked of the person in all; null where nothing is. */
  asked: OwnRequirement | null
  strands: { code: string; hours: number; sessions: number; asked: number }[]
  /** Beyond what was asked, where the rules make that electives. */
  electives: number
  /** Hours studied online, and how many a year's rules ask for; null where they ask for none. */
  online: { hours: number; asked: number } | null
}

const onlineForms: readonly StudyForm[] = ['online', 'selfStudy', 'test']

/** How far a person is with what a season asks. */
export function progressOf(
  counted: readonly Counted[],
  strandCodes: readonly string[],
  asked: OwnRequirement | null,
  set: HourRuleSet,
): Progress {
  const giving = counted.filter((row) => row.hours > 0)
  const hours = sumOf(giving)
  const { onlineAYear } = hourRuleSets[set]
  return {
    hours,
    sessions: giving.length,
    asked,
    strands: strandCodes.map((code) => {
      const within = giving.filter((row) => row.strandCode === code)
      return {
        code,
        hours: sumOf(within),
        sessions: within.length,
        asked: asked?.strands[code] ?? 0,
      }
    }),
    electives: asked ? electivesOf(set, hours, asked.hours) : 0,
    online:
      onlineAYear > 0
        ? {
            hours: sumOf(giving.filter(({ form }) => onlineForms.includes(form))),
            asked: onlineAYear,
          }
        : null,
  }
}

function sumOf(rows: readonly { hours: number }[]): number {
  return rows.reduce((sum, row) => sum + row.hours, 0)
}

type Entry = {
  personId: string
  enteredBy: string
  status: Tables['hourEntry']['status']
  replacedAt: Date | null
}

/** Why hours can't be entered so: not for oneself, and only for days of the season until today. */
export function whyNotEntered(
  input: { personId: string; onDay: string; strandCode: string },
  season: { startsOn: string; endsOn: string },
  strandCodes: readonly string[],
  actorId: string,
  today: string,
): HoursReason | null {
  if (input.personId === actorId) return 'entry_oneself'
  if (input.onDay > today) return 'entry.future'
  if (input.onDay < season.startsOn || input.onDay > season.endsOn) return 'entry.outsideSeason'
  return strandCodes.includes(input.strandCode) ? null : 'entry.unknownStrand'
}

/** Why an entry can't be corrected by another: it is another person's, or does not count. */
export function whyNotCorrected(entry: Entry, personId: string): HoursReason | null {
  if (entry.personId !== personId) return 'entry.otherPerson'
  return entry.status === 'confirmed' && entry.replacedAt === null ? null : 'entry.notCounting'
}

/** Why someone can't confirm or refuse an entry: two people do it, neither for themselves. */
export function whyNotDecided(
  entry: Omit<Entry, 'replacedAt'>,
  actorId: string,
  answer: { confirms: boolean; answer: string },
): HoursReason | null {
  if (entry.status !== 'waiting') return 'entry.decided'
  if (entry.personId === actorId) return 'entry_oneself'
  if (entry.enteredBy === actorId) return 'entry_same_person'
  return answer.confirms || answer.answer !== '' ? null : 'entry.noAnswer'
}

/** Why nothing can be settled: nobody does it for themselves, or nothing overlaps. */
export function whyNotSettled(
  overlap: object | undefined,
  personId: string,
  actorId: string,
): HoursReason | null {
  if (personId === actorId) return 'overlap_oneself'
  return overlap ? null : 'overlap.none'
}

/** Why teaching can't be approved: by oneself, for someone who did not teach, or twice. */
export function whyNotApproved(
  session: { status: Tables['session']['status']; speakerPersonId: string | null },
  isApproved: boolean,
  actorId: string,
): HoursReason | null {
  if (session.status !== 'held') return 'hours.notHeld'
  if (session.speakerPersonId === null) return 'teaching.notSpeaker'
  if (session.speakerPersonId === actorId) return 'teaching_oneself'
  return isApproved ? 'teaching.approved' : null
}
