import {
  type HourRuleSet,
  type Hours,
  hoursFor,
  type Presence,
  type StudyForm,
} from '#app/modules/seasons/rules.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { minutesOf } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'

export type CoverageReason = 'hours.notHeld'

/** Why no hours follow from a session: it has not been held. */
export function whyNotCredited(session: {
  status: Tables['session']['status']
}): CoverageReason | null {
  return session.status === 'held' ? null : 'hours.notHeld'
}

/** What a session is to the rules of hours. What the street itself holds is centralised training. */
export function studyFormOf(session: {
  strandCode: string
  unitKind: Tables['unit']['kind']
}): StudyForm {
  if (session.strandCode === 'practice') return 'practice'
  return session.unitKind === 'street' || session.unitKind === 'district' ? 'centralised' : 'branch'
}

export type HeldSession = {
  hourRules: HourRuleSet
  strandCode: string
  unitKind: Tables['unit']['kind']
  during: Span
  speakerPersonId: string | null
}

/** What one person's presence at a session gives. */
export function creditFor(
  session: HeldSession,
  person: { personId: string; presence: Presence },
): Hours {
  return hoursFor(session.hourRules, {
    form: studyFormOf(session),
    minutes: minutesOf(session.during),
    presence: person.presence,
    spoke: person.personId === session.speakerPersonId,
  })
}

/** The day for which a season's members are counted: today, or the season's end nearest to it. */
export function dayWithin(season: { startsOn: string; endsOn: string }, today: string): string {
  if (today < season.startsOn) return season.startsOn
  return today > season.endsOn ? season.endsOn : today
}

type Credit = { strandCode: string; hours: number }
type Asked = { role: string; strandCode: string | null; hours: number; sessions: number }

export type Progress = {
  hours: number
  sessions: number
  /** What is asked of the person in all; null where nothing is. */
  asked: { hours: number; sessions: number } | null
  strands: { code: string; sessions: number; asked: number }[]
}

/** How far a person is. Of several roles the one that is asked the most hours counts. */
export function progressOf(
  credits: readonly Credit[],
  strandCodes: readonly string[],
  requirements: readonly Asked[],
  roles: readonly string[],
): Progress {
  const inAll = requirements
    .filter((row) => row.strandCode === null && roles.includes(row.role))
    .toSorted((a, b) => b.hours - a.hours)[0]
  const counted = credits.filter((credit) => credit.hours > 0)
  return {
    hours: credits.reduce((sum, credit) => sum + credit.hours, 0),
    sessions: counted.length,
    asked: inAll ? { hours: inAll.hours, sessions: inAll.sessions } : null,
    strands: strandCodes.map((code) => ({
      code,
      sessions: counted.filter((credit) => credit.strandCode === code).length,
      asked:
        requirements.find((row) => row.strandCode === code && row.role === inAll?.role)?.sessions ??
        0,
    })),
  }
}

type Branch = { members: number; reached: number; ordersHeld: number }

/** A branch is reached when one of its members came to a session, or one of its orders was held. */
export function isReached(branch: Branch): boolean {
  return branch.reached > 0 || branch.ordersHeld > 0
}

type Counted = Branch & { strands: Readonly<Record<string, number>> }

/** Branches added up: how many were reached, and how many of their members, in all and by strand. */
export function sumOf(branches: readonly Counted[]) {
  const strands: Record<string, number> = {}
  for (const branch of branches) {
    for (const [code, people] of Object.entries(branch.strands))
      strands[code] = (strands[code] ?? 0) + people
  }
  return {
    branches: branches.length,
    branchesReached: branches.filter(isReached).length,
    members: branches.reduce((sum, branch) => sum + branch.members, 0),
    membersReached: branches.reduce((sum, branch) => sum + branch.reached, 0),
    strands,
  }
}
