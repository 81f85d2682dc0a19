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
  | 'season.outside'
  | 'season.sameRules'

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

/** What a session or an entry is, as the rules of hours tell them apart. */
export type StudyForm = Tables['hourEntry']['form']
export const studyForms = [
  'centralised',
  'branch',
  'practice',
  'visit',
  'centralGroup',
  'online',
  'selfStudy',
  'test',
] as const satisfies StudyForm[]

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

export type HourRules = {
  forms: Partial<Record<StudyForm, Counting>>
  /** How many times the hours count for the one who teaches, once an organiser has approved it. */
  teaching: number
  /** The fewest minutes that count at all. */
  leastMinutes: number
  /** Of the time, what counts for those who left early, since nobody notes the minute. */
  leftEarly: number
  /** Time that counts by the hour is rounded down to this part of an hour. */
  roundedTo: number
  /** The most that one session gives before teaching multiplies it. */
  most: number
  /** What becomes of hours beyond those asked. */
  surplus: 'lapses' | 'electives'
  /** Of a year's hours, how many are to be online. */
  onlineAYear: number
}

const hour = 60
/** The sets name days and half days without saying how long; these are ours. */
const days = { fullDayFrom: 6 * hour, halfDayFrom: 3 * hour }
/** An afternoon of practice is shorter than one in the hall. */
const practiceDays = { fullDayFrom: 6 * hour, halfDayFrom: 2 * hour }
/** Ours too: a quarter of an hour is the least and the step, and leaving early halves the time. */
const inQuarters = { leastMinutes: 15, leftEarly: 0.5, roundedTo: 0.25 }

const onlineByLength: Counting = {
  by: 'length',
  lines: [
    { hours: 1, from: 30 },
    { hours: 0.5, above: 15 },
    { hours: 0.25, above: 0 },
  ],
}

/**
 * The three sets of hour rules that are published, by code and the month they hold from. A is for
 * training, branch study and practice; B counts by the day, teaching five times, asks for ten hours
 * online a year and makes a surplus electives; C is for online study alone. A visit at the door is
 * branch study brought home. Self-study counts only with its answers.
 */
export const hourRuleSets = {
  'A-2021-10': {
    ...inQuarters,
    forms: {
      centralised: { by: 'days', fullDay: 8, halfDay: 4, ...days },
      branch: { by: 'hour' },
      visit: { by: 'hour' },
      practice: { by: 'days', fullDay: 8, halfDay: 4, ...practiceDays },
    },
    teaching: 1,
    most: 8,
    surplus: 'lapses',
    onlineAYear: 0,
  },
  'B-2026-01': {
    ...inQuarters,
    forms: {
      centralised: { by: 'days', fullDay: 6, halfDay: 3, ...days },
      branch: { by: 'days', fullDay: 6, halfDay: 3, ...days },
      visit: { by: 'hour' },
      practice: { by: 'days', fullDay: 6, halfDay: 3, ...practiceDays },
      centralGroup: { by: 'session', hours: 3 },
      online: { by: 'hour' },
      selfStudy: { by: 'hour' },
    },
    teaching: 5,
    most: 6,
    surplus: 'electives',
    onlineAYear: 10,
  },
  'C-2026-01': {
    leastMinutes: 0,
    leftEarly: 0.5,
    roundedTo: 0.25,
    forms: {
      online: onlineByLength,
      selfStudy: onlineByLength,
      test: { by: 'session', hours: 0.5 },
    },
    teaching: 1,
    most: 1,
    surplus: 'lapses',
    onlineAYear: 0,
  },
} as const satisfies Record<string, HourRules>

export type HourRuleSet = keyof typeof hourRuleSets
export const hourRuleCodes = Object.keys(hourRuleSets) as [HourRuleSet, ...HourRuleSet[]]

/** From a day on, another set counts for a season. */
export type HourRuleChange = { fromOn: string; hourRules: HourRuleSet; madeAt: Date }

/** The set that counts on a day: of the changes that hold by then the latest, else the season's own. */
export function hourRulesOn(
  season: { hourRules: HourRuleSet },
  changes: readonly HourRuleChange[],
  day: string,
): HourRuleSet {
  const [latest] = changes
    .filter((change) => change.fromOn <= day)
    .toSorted((a, b) =>
      a.fromOn === b.fromOn ? +b.madeAt - +a.madeAt : a.fromOn < b.fromOn ? 1 : -1,
    )
  return latest?.hourRules ?? season.hourRules
}

export type Presence = Tables['attendance']['presence']

/** One person's time in one session. */
export type TimeSpent = {
  form: StudyForm
  minutes: number
  presence: Presence
  /** The person taught. */
  spoke: boolean
  /** An organiser has approved it, so that teaching counts as a set says. */
  approved: boolean
  /** Self-study came with its answers. */
  answered?: boolean
}

/** Which line of a set counted; each is the key of its sentence. */
export type HourRule =
  | 'fullDay'
  | 'halfDay'
  | 'hourly'
  | 'session'
  | 'length'
  | 'absent'
  | 'tooShort'
  | 'unanswered'
  | 'notCounted'
  | 'elsewhere'

export type HourDetails = TimeSpent & {
  set: HourRuleSet
  /** What the line gives, before teaching multiplies it. */
  gives: number
  times: number
}

export type Hours = { hours: number; rule: HourRule; details: HourDetails }

/**
 * The hours of one person's time by a set of rules, with the line that counted and all that its
 * sentence needs.
 */
export function hoursFor(set: HourRuleSet, time: TimeSpent): Hours {
  const rules: HourRules = hourRuleSets[set]
  const [rule, counted] = lineFor(rules, time)
  const gives = Math.min(counted, rules.most)
  const times = time.spoke && time.approved && gives > 0 ? rules.teaching : 1
  return { hours: gives * times, rule, details: { ...time, set, gives, times } }
}

/** The same time where it counts at another place: nobody is in two at once. */
export function countedElsewhere({ details }: Hours): Hours {
  return { hours: 0, rule: 'elsewhere', details: { ...details, gives: 0, times: 1 } }
}

function lineFor(rules: HourRules, time: TimeSpent): [HourRule, number] {
  const counting = rules.forms[time.form]
  if (time.presence === 'absent') return ['absent', 0]
  if (!counting) return ['notCounted', 0]
  if (time.form === 'selfStudy' && !time.answered) return ['unanswered', 0]
  const share = time.presence === 'left_early' ? rules.leftEarly : 1
  const minutes = time.minutes * share
  if (counting.by === 'session') return ['session', counting.hours * share]
  if (minutes < rules.leastMinutes) return ['tooShort', 0]
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
  return ['hourly', Math.floor(minutes / hour / rules.roundedTo) * rules.roundedTo]
}

/** What hours beyond those asked become: electives under some sets; under the others they lapse. */
export function electivesOf(set: HourRuleSet, hours: number, asked: number): number {
  return hourRuleSets[set].surplus === 'electives' ? Math.max(0, hours - asked) : 0
}

/** Why another set can't count from a day on: the day is outside the season, or it counts already. */
export function whyNotChanged(
  season: { startsOn: string; endsOn: string; hourRules: HourRuleSet },
  changes: readonly HourRuleChange[],
  input: { fromOn: string; hourRules: HourRuleSet },
): SeasonReason | null {
  if (input.fromOn < season.startsOn || input.fromOn > season.endsOn) return 'season.outside'
  return hourRulesOn(season, changes, input.fromOn) === input.hourRules ? 'season.sameRules' : null
}

/** The day of a season that a day counts as: itself, or the season's first or last. */
export function dayWithin(season: { startsOn: string; endsOn: string }, day: string): string {
  if (day < season.startsOn) return season.startsOn
  return day > season.endsOn ? season.endsOn : day
}

/** The strands of a winter season, for an office that opens its first. */
export const usualStrands = ['pioneer', 'arts', 'practice'] as const
