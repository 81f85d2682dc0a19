import type { Language } from '#app/platform/language.ts'
import type { Tables } from '#app/platform/tables.ts'

export type RequiredRole = Tables['requirement']['role']
export const requiredRoles = ['member', 'secretary', 'committee'] as const satisfies RequiredRole[]

export type SeasonReason =
  | 'season_overlap'
  | 'season.endsBeforeStart'
  | 'season.noStrand'
  | 'season.strandTwice'
  | 'season.roleTwice'

type Opening = {
  startsOn: string
  endsOn: string
  strands: readonly { code: string }[]
  requirements: readonly { role: RequiredRole }[]
}

/** Why a season can't be opened so. That no two seasons overlap is held by the database. */
export function whyNotOpened(season: Opening): SeasonReason | null {
  if (season.endsOn <= season.startsOn) return 'season.endsBeforeStart'
  if (season.strands.length === 0) return 'season.noStrand'
  if (repeats(season.strands.map(({ code }) => code))) return 'season.strandTwice'
  return repeats(season.requirements.map(({ role }) => role)) ? 'season.roleTwice' : null
}

function repeats(words: readonly string[]): boolean {
  return new Set(words).size < words.length
}

/** Where a season stands on a day. */
export function phaseOf(
  season: { startsOn: string; endsOn: string },
  day: string,
): 'coming' | 'running' | 'over' {
  if (day < season.startsOn) return 'coming'
  return day > season.endsOn ? 'over' : 'running'
}

/** A season month by month, as its picture shows it, with where each month stands on a day. */
export function monthsOf(season: { startsOn: string; endsOn: string }, day: string) {
  const first = monthNumber(season.startsOn)
  const last = monthNumber(season.endsOn)
  const phase = phaseOf(season, day)
  const today = { coming: first - 1, running: monthNumber(day), over: last + 1 }[phase]
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const number = first + at
    const month = `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
    const state = number < today ? 'done' : number > today ? 'later' : 'now'
    return { month, state } as const
  })
}

/** Months since the year 0, to count with. */
function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

/** A season's or strand's name in a language; in its own where it has no other. */
export function nameIn(language: Language, named: { name: string; nameEn: string }): string {
  return language === 'en' && named.nameEn ? named.nameEn : named.name
}

/** What is asked of members, secretaries and committees in a year: 32 and 56 hours. */
const yearlyHours = { member: 32, secretary: 56, committee: 56 } as const satisfies Record<
  RequiredRole,
  number
>

/** What a session is, as the rules of hours tell sessions apart. */
export type StudyForm = 'centralised' | 'branch' | 'practice' | 'centralGroup' | 'online' | 'test'

type Counting =
  /** A day and a half day count so much, from so many minutes; a shorter time counts by the hour. */
  | {
      by: 'days'
      fullDay: number
      fullDayFrom: number
      halfDay: number
      halfDayFrom: number
    }
  /** An hour counts one, quarters of it a quarter. */
  | { by: 'hour' }
  | { by: 'session'; hours: number }
  /** The first line that the minutes reach counts. */
  | { by: 'length'; lines: readonly { hours: number; from?: number; above?: number }[] }

type HourRules = {
  forms: Partial<Record<StudyForm, Counting>>
  /** How many times the hours count for the one who teaches. */
  teaching: number
}

const hour = 60
/** The sets name days and half days without saying how long; these are ours. */
const days = { fullDayFrom: 6 * hour, halfDayFrom: 3 * hour }
/** An afternoon of practice is shorter than one in the hall. */
const practiceDays = { fullDayFrom: 6 * hour, halfDayFrom: 2 * hour }

/**
 * The three sets of hour rules that are published, by code and the month they hold from. None
 * carries hours over: they are counted season by season. What a set says of a whole year (B's ten
 * hours online) is not of one session and stands in the season's requirement.
 */
export const hourRuleSets = {
  'A-2021-10': {
    forms: {
      centralised: { by: 'days', fullDay: 8, halfDay: 4, ...days },
      branch: { by: 'hour' },
      practice: { by: 'days', fullDay: 8, halfDay: 4, ...practiceDays },
    },
    teaching: 1,
  },
  'B-2026-01': {
    forms: {
      centralised: { by: 'days', fullDay: 6, halfDay: 3, ...days },
      branch: { by: 'days', fullDay: 6, halfDay: 3, ...days },
      practice: { by: 'days', fullDay: 6, halfDay: 3, ...practiceDays },
      centralGroup: { by: 'session', hours: 3 },
    },
    teaching: 5,
  },
  'C-2026-01': {
    forms: {
      online: {
        by: 'length',
        lines: [
          { hours: 1, from: 30 },
          { hours: 0.5, above: 15 },
          { hours: 0.25, above: 0 },
        ],
      },
      test: { by: 'session', hours: 0.5 },
    },
    teaching: 1,
  },
} as const satisfies Record<string, HourRules>

export type HourRuleSet = keyof typeof hourRuleSets
export const hourRuleCodes = Object.keys(hourRuleSets) as [HourRuleSet, ...HourRuleSet[]]

export type Presence = Tables['attendance']['presence']

/** One person's time in one session. */
export type TimeSpent = {
  form: StudyForm
  minutes: number
  presence: Presence
  /** The person taught, with the organiser's approval. */
  spoke: boolean
}

/** Which line of a set counted; each is the key of its sentence. */
export type HourRule =
  | 'fullDay'
  | 'halfDay'
  | 'hourly'
  | 'session'
  | 'length'
  | 'absent'
  | 'notCounted'

export type HourDetails = TimeSpent & {
  set: HourRuleSet
  /** What the line gives, before teaching multiplies it. */
  gives: number
  times: number
}

export type Hours = { hours: number; rule: HourRule; details: HourDetails }

/**
 * The hours of one person's time by a set of rules, with the line that counted and all that its
 * sentence needs. Who left early has half of the time counted, since nobody notes the minute.
 */
export function hoursFor(set: HourRuleSet, time: TimeSpent): Hours {
  const rules: HourRules = hourRuleSets[set]
  const counting = rules.forms[time.form]
  const [rule, gives] = lineFor(counting, time)
  const times = time.spoke && gives > 0 ? rules.teaching : 1
  return { hours: gives * times, rule, details: { ...time, set, gives, times } }
}

function lineFor(counting: Counting | undefined, time: TimeSpent): [HourRule, number] {
  if (time.presence === 'absent') return ['absent', 0]
  if (!counting) return ['notCounted', 0]
  const share = time.presence === 'left_early' ? 0.5 : 1
  const minutes = time.minutes * share
  if (counting.by === 'session') return ['session', counting.hours * share]
  if (counting.by === 'length') {
    const line = counting.lines.find(
      ({ from, above }) => minutes >= (from ?? 0) && minutes > (above ?? 0),
    )
    return ['length', line?.hours ?? 0]
  }
  if (counting.by === 'days') {
    if (minutes >= counting.fullDayFrom) return ['fullDay', counting.fullDay]
    if (minutes >= counting.halfDayFrom) return ['halfDay', counting.halfDay]
  }
  return byTheHour(minutes)
}

function byTheHour(minutes: number): [HourRule, number] {
  return ['hourly', Math.floor(minutes / 15) / 4]
}

/** The strands of a winter season, for an office that opens its first. */
export const usualStrands = ['pioneer', 'arts', 'practice'] as const

type Asked = {
  role: RequiredRole
  strandCode: string | null
  hours: number
  sessions: number
}

/** What is asked of a role, as the form takes it: like last time, else the hours of a year. */
export function askedOf(role: RequiredRole, requirements: readonly Asked[]) {
  const own = requirements.filter((row) => row.role === role)
  const inAll = own.find((row) => row.strandCode === null)
  const within = own.filter((row) => row.strandCode !== null).map((row) => row.sessions)
  return {
    role,
    hours: inAll?.hours ?? yearlyHours[role],
    sessions: inAll?.sessions ?? 0,
    eachStrand: Math.max(0, ...within),
  }
}
