import type { Span } from '#app/platform/database/spans.ts'
import { addDays, dayOf, daysBetween, timeOf } from '#app/platform/time.ts'

export const speakerKinds = ['expert', 'veteran', 'model', 'citizen'] as const
export type SpeakerKind = (typeof speakerKinds)[number]

export type SpeakerReason =
  | 'speaker_person'
  | 'speaker.alreadyLeft'
  | 'speaker.notAHome'
  | 'speaker.unknownTopic'
  | 'speaker_hours_order'
  | 'speaker_away_order'
  | 'dispatch.awayThatDay'
  | 'dispatch.notThatHour'
  | 'dispatch.enoughThatWeek'
  | 'dispatch.receivesAtHome'

export function whyNotLeaving(speaker: { leftAt: Date | null }): SpeakerReason | null {
  return speaker.leftAt ? 'speaker.alreadyLeft' : null
}

/** Why an entry can't be corrected like this: who left has none, and only a home can be received at. */
export function whyNotCorrected(
  speaker: { leftAt: Date | null },
  entry: { topics: readonly string[] },
  known: { topics: readonly { code: string }[]; home: { kind: string } | null },
): SpeakerReason | null {
  if (speaker.leftAt) return 'speaker.alreadyLeft'
  if (known.home && known.home.kind !== 'home') return 'speaker.notAHome'
  const unknown = entry.topics.some((code) => !known.topics.some((topic) => topic.code === code))
  return unknown ? 'speaker.unknownTopic' : null
}

const week = 7
const aMonday = '2024-01-01'

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return (((daysBetween(aMonday, day) % week) + week) % week) + 1
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}

/** When and where a speaker can come at all. */
export type Availability = {
  /** The hours of the week; none means every hour. */
  hours: readonly { weekday: number; fromTime: string; untilTime: string }[]
  away: readonly { fromOn: string; untilOn: string }[]
  weeklyLimit: number | null
  homeVenueId: string | null
}

/** Why a speaker can't be asked for a time and a venue, by what the speaker said beforehand. */
export function whyNotAvailable(
  speaker: Availability,
  asked: { time: Span; venueId: string; talksThatWeek: number },
): SpeakerReason | null {
  const { time } = asked
  const day = dayOf(time.start)
  if (speaker.homeVenueId !== null && speaker.homeVenueId !== asked.venueId)
    return 'dispatch.receivesAtHome'
  if (speaker.away.some(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn))
    return 'dispatch.awayThatDay'
  const from = timeOf(time.start)
  // A talk that runs past midnight fits no day's hours.
  const until = dayOf(time.end) === day ? timeOf(time.end) : '24:00'
  const fits = speaker.hours.some(
    (hours) =>
      hours.weekday === weekdayOf(day) && hours.fromTime <= from && until <= hours.untilTime,
  )
  if (speaker.hours.length > 0 && !fits) return 'dispatch.notThatHour'
  return speaker.weeklyLimit !== null && asked.talksThatWeek >= speaker.weeklyLimit
    ? 'dispatch.enoughThatWeek'
    : null
}

/** How the expert database can be narrowed. */
export const speakerFacets = ['kind', 'topic', 'language', 'format', 'community'] as const
export type SpeakerFacet = (typeof speakerFacets)[number]
export type SpeakerChoice = Partial<Record<SpeakerFacet, string>>

export type ListedSpeaker = {
  kind: string
  topics: readonly string[]
  languages: readonly string[]
  formats: readonly string[]
  communityId: string | null
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
