import { monthsOf, type RequiredRole } from '../rules.ts'

export type RequirementReason =
  | 'exemption_overlap'
  | 'exemption.endsBeforeStart'
  | 'exemption.oneself'
  | 'exemption.notShorter'
  | 'requirement.roleTwice'

/** What is asked of members, secretaries and committees in a year: 32 and 56 hours. */
const yearlyHours = { member: 32, secretary: 56, committee: 56 } as const satisfies Record<
  RequiredRole,
  number
>
/** What is asked within each strand, where no season has asked before. */
const usualEachStrand = 1

export type Asked = {
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
    eachStrand: Math.max(inAll ? 0 : usualEachStrand, ...within),
  }
}

type AskedOfRole = { role: RequiredRole; hours: number; sessions: number; eachStrand: number }

/** The rows of what is asked of one role: in all, and within each strand. */
export function requirementRows(
  { role, hours, sessions, eachStrand }: AskedOfRole,
  strands: readonly { code: string }[],
): Asked[] {
  const inAll = { role, strandCode: null, hours, sessions }
  const within = strands.map(({ code }) => ({
    role,
    strandCode: code,
    hours: 0,
    sessions: eachStrand,
  }))
  return eachStrand > 0 ? [inAll, ...within] : [inAll]
}

/** Days on which something holds, both counted; without a last one it goes on. */
export type Days = { fromOn: string; untilOn: string | null }

/** What of a season is asked of one person, and how it is made up. */
export type OwnRequirement = {
  hours: number
  sessions: number
  /** Sessions within each strand, by its code. */
  strands: Readonly<Record<string, number>>
  /** One part for each role that was held: its hours, for so many of the season's months. */
  parts: readonly { role: RequiredRole; hours: number; months: number }[]
  /** The months that the season touches. */
  months: number
  /** In how many of them nothing was asked, because of an exemption. */
  exempt: number
}

/**
 * What a season asks of one person. Each month that the season touches is reckoned once, on its
 * 15th day, or on the day of the season nearest to that: the role held then that is asked the most
 * hours has the month; an exemption on that day leaves it out. A role's hours count by its months,
 * 32 hours × 5 of 12 months, and the sum is rounded to the nearest half hour. Sessions, in all and
 * within a strand, are rounded to the nearest whole one. Where nothing was held in any month,
 * nothing is asked: null.
 */
export function requirementFor(
  season: { startsOn: string; endsOn: string },
  requirements: readonly Asked[],
  held: readonly (Days & { role: string })[],
  exemptions: readonly Days[],
): OwnRequirement | null {
  const inAll = requirements
    .filter((row) => row.strandCode === null)
    .toSorted((a, b) => b.hours - a.hours)
  const days = reckoningDays(season)
  const months = new Map<RequiredRole, number>()
  let exempt = 0
  for (const day of days) {
    const asked = inAll.find(({ role }) => held.some((row) => row.role === role && holds(row, day)))
    if (!asked) continue
    if (exemptions.some((row) => holds(row, day))) exempt += 1
    else months.set(asked.role, (months.get(asked.role) ?? 0) + 1)
  }
  if (months.size === 0 && exempt === 0) return null
  const parts = inAll.flatMap(({ role, hours }) => {
    const own = months.get(role)
    return own ? [{ role, hours, months: own }] : []
  })
  const share = (strandCode: string | null, what: 'hours' | 'sessions') =>
    parts.reduce((sum, part) => {
      const row = requirements.find(
        (each) => each.role === part.role && each.strandCode === strandCode,
      )
      return sum + ((row?.[what] ?? 0) * part.months) / days.length
    }, 0)
  const codes = new Set(requirements.flatMap(({ strandCode }) => strandCode ?? []))
  return {
    hours: Math.round(share(null, 'hours') * 2) / 2,
    sessions: Math.round(share(null, 'sessions')),
    strands: Object.fromEntries(
      [...codes].map((code) => [code, Math.round(share(code, 'sessions'))]),
    ),
    parts,
    months: days.length,
    exempt,
  }
}

/** The day on which each month of a season is reckoned. */
export function reckoningDays(season: { startsOn: string; endsOn: string }): string[] {
  const { startsOn, endsOn } = season
  return monthsOf(season, startsOn).map(({ month }) => {
    const day = `${month}-15`
    if (day < startsOn) return startsOn
    return day > endsOn ? endsOn : day
  })
}

function holds({ fromOn, untilOn }: Days, day: string): boolean {
  return fromOn <= day && (untilOn === null || untilOn >= day)
}

/** Why someone can't be exempted so: the end lies before the start, or it is for oneself. */
export function whyNotExempted(
  input: { personId: string; fromOn: string; untilOn: string },
  actorId: string | null,
): RequirementReason | null {
  if (input.personId === actorId) return 'exemption.oneself'
  return input.untilOn < input.fromOn ? 'exemption.endsBeforeStart' : null
}

/** Why an exemption can't end on a day: it would not end earlier, or before it began. */
export function whyNotShortened(
  exemption: { personId: string; fromOn: string; untilOn: string },
  lastDay: string,
  actorId: string | null,
): RequirementReason | null {
  if (exemption.personId === actorId) return 'exemption.oneself'
  return lastDay >= exemption.untilOn || lastDay < exemption.fromOn ? 'exemption.notShorter' : null
}

/** Why this can't be asked: one role is asked twice. */
export function whyNotAsked(asked: readonly { role: RequiredRole }[]): RequirementReason | null {
  return new Set(asked.map(({ role }) => role)).size < asked.length ? 'requirement.roleTwice' : null
}
