import {
  type DayHours,
  faultsOfSpans,
  hoursOfWeek,
  kilometresBetween,
  liesWithin,
  openStretches,
  type Sketch,
  type TypedSpan,
  type WeekHours,
  wayMinutes,
  weekIn,
} from '#app/modules/organisation/rules.ts'
import { overlap, type Span } from '#app/platform/database/spans.ts'
import { addDays, dayOf, daysBetween, minute, mondayOf } from '#app/platform/time.ts'
import type { DayKind } from '#app/platform/working-days.ts'
import { audiences } from '../menu/rules.ts'

export const speakerKinds = ['expert', 'veteran', 'model', 'citizen'] as const
export type SpeakerKind = (typeof speakerKinds)[number]

export type SpeakerReason =
  | 'speaker_person'
  | 'speaker.alreadyLeft'
  | 'speaker.notAHome'
  | 'speaker.unknownTopic'
  | 'speaker_hours_order'
  | 'speaker_away_order'
  | 'speaker_hours_overlap'
  | 'speaker_extra_order'
  | 'speaker_extra_overlap'
  | 'speaker_away_overlap'
  | 'speaker_topic_known'
  | 'speaker.extraWhileAway'
  | 'speaker.timeMissing'
  | 'speaker.vettingDay'
  | AvailabilityReason

/** Why a speaker can't come, by what stands in the register and by the talks promised already. */
export type AvailabilityReason =
  | 'dispatch.vettingOver'
  | 'dispatch.receivesAtHome'
  | 'dispatch.tooFar'
  | 'dispatch.awayThatDay'
  | 'dispatch.notOnHolidays'
  | 'dispatch.notThatHour'
  | 'dispatch.noTimeBetween'
  | 'dispatch.needsRest'
  | 'dispatch.enoughThatWeek'
  | 'dispatch.enoughThatSeason'

export function whyNotLeaving(speaker: { leftAt: Date | null }): SpeakerReason | null {
  return speaker.leftAt ? 'speaker.alreadyLeft' : null
}

/** How long a talk of a speaker can be, in minutes. */
export const talkLengths = ['10', '30', '60'] as const

type SpokenTopic = { code: string; strength?: number | undefined }
type Known = { topics: readonly { code: string }[]; home: { kind: string } | null }
type GivenTopics = { topics?: readonly SpokenTopic[] | undefined }

function whyNotSaid({ topics = [] }: GivenTopics, known: Known): SpeakerReason | null {
  if (known.home && known.home.kind !== 'home') return 'speaker.notAHome'
  const isKnown = ({ code }: SpokenTopic) => known.topics.some((topic) => topic.code === code)
  return topics.every(isKnown) ? null : 'speaker.unknownTopic'
}

/** Why an entry can't be corrected like this: who left has none, and only a home can be received at. */
export function whyNotCorrected(
  speaker: { leftAt: Date | null },
  entry: GivenTopics,
  known: Known,
): SpeakerReason | null {
  return whyNotLeaving(speaker) ?? whyNotSaid(entry, known)
}

/** Why someone can't be entered like this: who stands there already, or vetted for no time to come. */
export function whyNotRegistered(
  entry: GivenTopics & { vettedUntil?: string | undefined },
  known: Known & { today: string; before: { leftAt: Date | null } | undefined },
): SpeakerReason | null {
  if (known.before && known.before.leftAt === null) return 'speaker_person'
  const { vettedUntil } = entry
  const refused = vettedUntil === undefined ? null : whyNotVetted(vettedUntil, known.today)
  return refused ?? whyNotSaid(entry, known)
}

const usualVetting = 365
const longestVetting = 3 * 365
/** How many days before a vetting runs out the office is asked to look again. */
export const vettingNotice = 30

/** Until when a vetting of today lasts, where nothing else is said. */
export function vettedFor(today: string): string {
  return addDays(today, usualVetting)
}

/** Why a vetting can't be noted: who left is not vetted, and none is endless. */
export function whyNotVetting(
  speaker: { leftAt: Date | null },
  until: string,
  today: string,
): SpeakerReason | null {
  return whyNotLeaving(speaker) ?? whyNotVetted(until, today)
}

/** Why a vetting can't last until this day: it is over, or longer than anybody can vouch for. */
function whyNotVetted(until: string, today: string): SpeakerReason | null {
  return until <= today || until > addDays(today, longestVetting) ? 'speaker.vettingDay' : null
}

export const vettingStates = ['over', 'soon', 'never', 'valid'] as const
export type VettingState = (typeof vettingStates)[number]

/** How a speaker's vetting stands: over, near its end, never looked at, or in order. */
export function vettingState(vettedUntil: string | null, today: string): VettingState {
  if (vettedUntil === null) return 'never'
  if (vettedUntil < today) return 'over'
  return vettedUntil <= addDays(today, vettingNotice) ? 'soon' : 'valid'
}

type TypedDay = TypedSpan & { day?: string | undefined }
type GivenTimes = {
  hours: readonly (readonly TypedSpan[])[]
  away: readonly TypedSpan[]
  extra?: readonly TypedDay[] | undefined
}

/** The times that were filled in, as they are stored; a single day away needs no end. */
export function timesIn({ hours, away, extra = [] }: GivenTimes) {
  return {
    hours: weekIn(hours),
    away: away.flatMap(({ from, until }) =>
      from ? [{ fromOn: from, untilOn: until ?? from }] : [],
    ),
    extra: extra.flatMap(({ day, from, until }) =>
      day && from && until ? [{ day, fromTime: from, untilTime: until }] : [],
    ),
  }
}

const saidOfHours = {
  missing: 'speaker.timeMissing',
  order: 'speaker_hours_order',
  overlap: 'speaker_hours_overlap',
} as const
const saidOfAway = {
  missing: 'speaker.timeMissing',
  order: 'speaker_away_order',
  overlap: 'speaker_away_overlap',
} as const

/** What is wrong with times that were filled in, at each field: half of one, or two that overlap. */
export function faultsOfTimes(given: GivenTimes): Record<string, SpeakerReason> {
  const { hours, extra = [] } = given
  const { away } = timesIn({ hours: [], away: given.away })
  const wholeAway = given.away.map(({ from, until }) => ({ from, until: until ?? from }))
  return {
    ...Object.assign(
      {},
      ...hours.map((spans, day) => faultsOfSpans(spans, `hours.${day}`, saidOfHours)),
    ),
    ...faultsOfSpans(wholeAway, 'away', saidOfAway, true),
    ...Object.assign({}, ...extra.map((one, at) => faultsOfExtra(extra, one, at, away))),
  }
}

function faultsOfExtra(
  all: readonly TypedDay[],
  one: TypedDay,
  at: number,
  away: readonly { fromOn: string; untilOn: string }[],
): Record<string, SpeakerReason> {
  const { day, from } = one
  const field = `extra.${at}`
  if (!day) return from ? { [`${field}.day`]: 'speaker.timeMissing' } : {}
  if (!from) return { [`${field}.from`]: 'speaker.timeMissing' }
  if (away.some(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn))
    return { [`${field}.day`]: 'speaker.extraWhileAway' }
  // Those of other days are left empty, so that each keeps its place.
  const ofDay = all.slice(0, at + 1).map((each) => (each.day === day ? each : {}))
  const faults = Object.entries(faultsOfSpans(ofDay, 'extra', saidOfHours))
  return Object.fromEntries(faults.filter(([name]) => name.startsWith(`${field}.`)))
}

/** A talk that was promised or given. */
export type Booked = {
  orderId: string
  seasonId: string
  venueId: string
  time: Span
  at: Sketch | null
}

/** When and where a speaker can come, by the register, and the talks promised already. */
export type Availability = {
  /** The hours of the week; none means every hour. */
  hours: readonly WeekHours[]
  /** Single days at which the speaker comes beside the week. */
  extra: readonly (DayHours & { day: string })[]
  away: readonly { fromOn: string; untilOn: string }[]
  onHolidays: boolean
  weeklyLimit: number | null
  seasonLimit: number | null
  restDays: number
  rangeKm: number | null
  vettedUntil: string | null
  homeVenueId: string | null
  /** Where the speaker lives, by the street's sketch. */
  home: Sketch | null
  booked: readonly Booked[]
}

/** The days that differ from their weekday. */
export type Holidays = ReadonlyMap<string, DayKind>

/** Minutes between two talks of a day, beside the way. */
export const restMinutes = 30

const isAway = ({ away }: Availability, day: string) =>
  away.some(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
const isVetted = ({ vettedUntil }: Availability, day: string) =>
  vettedUntil === null || day <= vettedUntil
const isHoliday = (speaker: Availability, day: string, holidays: Holidays) =>
  !speaker.onHolidays &&
  holidays.get(day) === 'off' &&
  !speaker.extra.some((extra) => extra.day === day)

/**
 * When a speaker can come within these days, both counted: stretches in order that don't touch. The
 * talks promised already are not taken out.
 */
export function freeStretches(
  speaker: Availability,
  from: string,
  until: string,
  holidays: Holidays,
): Span[] {
  const ofWeek = hoursOfWeek(speaker.hours)
  return openStretches(from, until, (day) => {
    if (isAway(speaker, day) || !isVetted(speaker, day)) return []
    const extra = speaker.extra.filter((each) => each.day === day)
    const isFree = !speaker.onHolidays && holidays.get(day) === 'off'
    return isFree ? extra : [...ofWeek(day), ...extra]
  })
}

/** A talk that a speaker might be asked for. */
export type AskedTalk = {
  /** The order it is for: what is promised for it already does not stand in its way. */
  orderId: string
  seasonId: string
  time: Span
  venueId: string
  at: Sketch | null
}

/** Why a speaker can't be asked for a talk, by the register and by the talks promised already. */
export function whyNotAvailable(
  speaker: Availability,
  asked: AskedTalk,
  holidays: Holidays,
): AvailabilityReason | 'speaker_taken' | null {
  const { time } = asked
  const day = dayOf(time.start)
  if (!isVetted(speaker, day)) return 'dispatch.vettingOver'
  if (speaker.homeVenueId !== null && speaker.homeVenueId !== asked.venueId)
    return 'dispatch.receivesAtHome'
  const kilometres = kilometresBetween(speaker.home, asked.at) ?? 0
  if (speaker.rangeKm !== null && kilometres > speaker.rangeKm) return 'dispatch.tooFar'
  if (isAway(speaker, day)) return 'dispatch.awayThatDay'
  if (isHoliday(speaker, day, holidays)) return 'dispatch.notOnHolidays'
  const free = freeStretches(speaker, day, dayOf(time.end), holidays)
  if (!liesWithin(free, time)) return 'dispatch.notThatHour'
  return whyNotBeside(speaker, asked)
}

/** What even the office's hand can't set aside: nobody vouches for the speaker, or they speak elsewhere then. */
export function whyNotEvenByHand(
  speaker: Availability,
  asked: Pick<AskedTalk, 'orderId' | 'time'>,
): AvailabilityReason | 'speaker_taken' | null {
  if (!isVetted(speaker, dayOf(asked.time.start))) return 'dispatch.vettingOver'
  return isTaken(speaker, asked) ? 'speaker_taken' : null
}

function isTaken({ booked }: Availability, { orderId, time }: Pick<AskedTalk, 'orderId' | 'time'>) {
  return booked.some((other) => other.orderId !== orderId && overlap(other.time, time))
}

/** Why a talk does not go beside those promised already: the way, the rest and the limits. */
function whyNotBeside(
  speaker: Availability,
  asked: AskedTalk,
): AvailabilityReason | 'speaker_taken' | null {
  const day = dayOf(asked.time.start)
  if (isTaken(speaker, asked)) return 'speaker_taken'
  const others = speaker.booked.filter(({ orderId }) => orderId !== asked.orderId)
  if (others.some((other) => isTooNear(other, asked))) return 'dispatch.noTimeBetween'
  const apart = others.map(({ time }) => Math.abs(daysBetween(day, dayOf(time.start))))
  if (apart.some((days) => days > 0 && days <= speaker.restDays)) return 'dispatch.needsRest'
  const monday = mondayOf(day)
  const ofWeek = others.filter(({ time }) => mondayOf(dayOf(time.start)) === monday).length
  if (speaker.weeklyLimit !== null && ofWeek >= speaker.weeklyLimit)
    return 'dispatch.enoughThatWeek'
  const ofSeason = others.filter(({ seasonId }) => seasonId === asked.seasonId).length
  return speaker.seasonLimit !== null && ofSeason >= speaker.seasonLimit
    ? 'dispatch.enoughThatSeason'
    : null
}

/** Whether the time between two talks is too short for the way and, within a day, for a rest. */
function isTooNear(
  one: Pick<Booked, 'time' | 'venueId' | 'at'>,
  other: Pick<Booked, 'time' | 'venueId' | 'at'>,
): boolean {
  const [first, second] = one.time.start < other.time.start ? [one, other] : [other, one]
  const isSameDay = dayOf(first.time.start) === dayOf(second.time.start)
  const travel = first.venueId === second.venueId ? 0 : wayMinutes(first.at, second.at)
  const needed = (travel + (isSameDay ? restMinutes : 0)) * minute
  return second.time.start.getTime() - first.time.end.getTime() < needed
}

/** How the expert database can be narrowed. */
export const speakerFacets = [
  'kind',
  'topic',
  'language',
  'audience',
  'format',
  'community',
  'vetting',
] as const
export type SpeakerFacet = (typeof speakerFacets)[number]
export type SpeakerChoice = Partial<Record<SpeakerFacet, string>>

export type ListedSpeaker = {
  kind: string
  topics: readonly string[]
  languages: readonly string[]
  formats: readonly string[]
  /** None means everyone. */
  audiences: readonly string[]
  communityId: string | null
  vetting: string
}

function facetValues(speaker: ListedSpeaker, facet: SpeakerFacet): readonly string[] {
  switch (facet) {
    case 'kind':
      return [speaker.kind]
    case 'topic':
      return speaker.topics
    case 'language':
      return speaker.languages
    case 'format':
      return speaker.formats
    case 'audience':
      return speaker.audiences.length > 0 ? speaker.audiences : audiences
    case 'vetting':
      return [speaker.vetting]
    case 'community':
      return speaker.communityId === null ? [] : [speaker.communityId]
  }
}

export function speakerFits(
  speaker: ListedSpeaker,
  choice: SpeakerChoice,
  but?: SpeakerFacet,
): boolean {
  return speakerFacets.every((facet) => {
    const wanted = choice[facet]
    return facet === but || wanted === undefined || facetValues(speaker, facet).includes(wanted)
  })
}

/** How many speakers each value of a facet would leave, the other facets' choices kept. */
export function speakerCounts(
  speakers: readonly ListedSpeaker[],
  choice: SpeakerChoice,
  facet: SpeakerFacet,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const speaker of speakers) {
    if (!speakerFits(speaker, choice, facet)) continue
    for (const value of facetValues(speaker, facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
