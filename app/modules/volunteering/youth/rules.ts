import type { Span } from '#app/platform/database/spans.ts'
import { dayOf, daysBetween, minute, yearsBetween } from '#app/platform/time.ts'

/** Why a young person can't serve as asked. Each is the key of its sentence. */
export type YouthReason =
  | 'young.consent'
  | 'young.risk'
  | 'young.early'
  | 'young.late'
  | 'young.long'
  | 'young.onceADay'
  | 'young.adult'
  | 'young.adultElsewhere'
  | 'young.adultFull'
  | 'young.pickUp'
  | 'young.team'
  | 'young.wishEnded'
  | 'young.noPickUp'
  | 'young.fetched'
  | 'young.notYet'
  | 'team.already'
  | 'team.birthday'
  | 'team.leadTooYoung'
  | 'team.grownUp'
  | 'team_name'
  | 'rule.order'
  | 'service_rule_pkey'

/** What protects the young, as a street's office has set it; a change is a new version. */
export type ServiceRule = {
  version: number
  weekMost: number
  besideUnder: number
  childrenToAdult: number
  youngFrom: number
  youngUntil: number
  youngMinutes: number
  littleUntil: number
  littleMinutes: number
  noticeDays: number
}

/** Under the first version: what the office begins with. Times are minutes after midnight. */
export const firstRule: ServiceRule = {
  version: 1,
  weekMost: 5,
  besideUnder: 14,
  childrenToAdult: 5,
  youngFrom: 8 * 60,
  youngUntil: 20 * 60,
  youngMinutes: 240,
  littleUntil: 18 * 60,
  littleMinutes: 120,
  noticeDays: 7,
}

const ofAge = 18
// No street lets children serve before six in the morning or after nine in the evening.
const earliest = 6 * 60
const latest = 21 * 60

/** Adult, young, or so little that an adult stands beside; judged on the day of the shift. */
export type AgeBand = 'adult' | 'young' | 'little'

export function ageBand(bornOn: string, onDay: string, rule: ServiceRule): AgeBand {
  const years = yearsBetween(bornOn, onDay)
  if (years >= ofAge) return 'adult'
  return years < rule.besideUnder ? 'little' : 'young'
}

/** What is known of a child who is to serve. */
export type YoungServer = {
  bornOn: string
  /** The guardian's consent for this very post. */
  consentId: string | null
  /** Belongs to the team whose post it is. */
  inTeam: boolean
  pickUp: string
  /** The days on which the child serves already. */
  days: readonly string[]
}

/** An adult on the same shift, with how many children are beside them already. */
export type Adult = { placeId: string; children: number }

/**
 * Why a child can't stand on a shift; null for an adult. The law protects minors in every activity
 * (Law on the Protection of Minors, art. 4); the numbers are the street's.
 */
export function whyNotYoung(
  shift: { during: Span; risk: string },
  child: YoungServer,
  adult: Adult | null | undefined,
  rule: ServiceRule,
): YouthReason | null {
  const onDay = dayOf(shift.during.start)
  const band = ageBand(child.bornOn, onDay, rule)
  if (band === 'adult') return null
  if (shift.risk !== 'none') return 'young.risk'
  if (!child.inTeam) return 'young.team'
  if (child.consentId === null) return 'young.consent'
  if (child.days.includes(onDay)) return 'young.onceADay'
  return whyNotThen(shift.during, band, rule) ?? whyNotBeside(band, child, adult, rule)
}

function whyNotThen(during: Span, band: 'young' | 'little', rule: ServiceRule): YouthReason | null {
  const until = band === 'little' ? rule.littleUntil : rule.youngUntil
  const most = band === 'little' ? rule.littleMinutes : rule.youngMinutes
  const minutes = (during.end.getTime() - during.start.getTime()) / minute
  const from = minuteOfDay(during.start)
  if (from < rule.youngFrom) return 'young.early'
  if (from + minutes > until) return 'young.late'
  return minutes > most ? 'young.long' : null
}

function whyNotBeside(
  band: 'young' | 'little',
  child: YoungServer,
  adult: Adult | null | undefined,
  rule: ServiceRule,
): YouthReason | null {
  if (adult === undefined) return 'young.adultElsewhere'
  if (band === 'little') {
    if (adult === null) return 'young.adult'
    if (child.pickUp === '') return 'young.pickUp'
  }
  return adult !== null && adult.children >= rule.childrenToAdult ? 'young.adultFull' : null
}

/** Minutes after midnight in Shanghai. */
export function minuteOfDay(instant: Date): number {
  const midnight = Date.parse(`${dayOf(instant)}T00:00:00+08:00`)
  return (instant.getTime() - midnight) / minute
}

/** The Monday of a day's week. */
export function weekOf(onDay: string): string {
  const monday = '2018-01-01'
  const past = daysBetween(monday, onDay)
  const begins = past - (((past % 7) + 7) % 7)
  return new Date(Date.parse(`${monday}T00:00:00Z`) + begins * 86_400_000)
    .toISOString()
    .slice(0, 10)
}

/** A time of day that a rule names: 1200 is 20:00. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Why rules can't stand together: hours that end before they begin, or more for the little ones. */
export function whyNotSet(rule: Omit<ServiceRule, 'version'>): YouthReason | null {
  const inOrder =
    rule.youngFrom >= earliest &&
    rule.youngFrom < rule.littleUntil &&
    rule.littleUntil <= rule.youngUntil &&
    rule.youngUntil <= latest &&
    rule.littleMinutes <= rule.youngMinutes
  return inOrder ? null : 'rule.order'
}

/** The minutes after midnight of a time of day as it is typed. */
export function minutesOfClock(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** Why someone can't be in a team: young ones are under 18, those who lead are not. */
export function whyNotJoined(
  person: { id: string; bornOn: string | null },
  part: 'lead' | 'young',
  members: readonly { personId: string }[],
  now: Date,
): YouthReason | null {
  if (members.some(({ personId }) => personId === person.id)) return 'team.already'
  if (person.bornOn === null) return 'team.birthday'
  const grown = yearsBetween(person.bornOn, dayOf(now)) >= ofAge
  if (part === 'lead') return grown ? null : 'team.leadTooYoung'
  return grown ? 'team.grownUp' : null
}

/** Why there is nothing to consent to: the wish has ended, or the post is closed or risky. */
export function whyNotConsentTo(
  application: { state: string },
  post: { closedAt: Date | null; risk: string },
): YouthReason | null {
  if (application.state === 'declined' || application.state === 'withdrawn')
    return 'young.wishEnded'
  if (post.closedAt) return 'young.wishEnded'
  return post.risk === 'none' ? null : 'young.risk'
}

/** Why a pick-up can't be confirmed: before the shift, twice, or where nobody was to come. */
export function whyNotFetched(
  place: { state: string; pickUp: string; fetchedAt: Date | null },
  shift: { during: Span },
  now: Date,
): YouthReason | null {
  if (place.state === 'off' || place.pickUp === '') return 'young.noPickUp'
  if (place.fetchedAt) return 'young.fetched'
  return shift.during.start > now ? 'young.notYet' : null
}
