import { type Dialect, dialects } from '#app/modules/people/rules.ts'

// The closed lists a talk is described by. A street adds topics of its own; these are the same everywhere.

/** For whom a talk is. */
export const audiences = [
  'elders',
  'members',
  'youth',
  'families',
  'workers',
  'newcomers',
  'carers',
  'staff',
] as const
/** How it can be held. */
export const formats = [
  'talk',
  'pavilion',
  'home',
  'door',
  'exhibition',
  'workshop',
  'performance',
] as const
/** What talks are given in: what is spoken here. */
export const spokenLanguages = dialects

export type Audience = (typeof audiences)[number]
export type Format = (typeof formats)[number]
export type SpokenLanguage = Dialect

export type MenuReason =
  | 'talk.unknownTopic'
  | 'talk.unknownStrand'
  | 'talk.unknownSpeaker'
  | 'talk.speakerLeft'
  | 'talk.alreadyRetired'

/** Why a talk can't be put on the menu with these topics, this strand and these speakers. */
export function whyNotOnMenu(
  input: { topics: readonly string[]; strandCode: string; speakerIds: readonly string[] },
  known: {
    topics: readonly { code: string }[]
    strands: readonly { code: string }[]
    speakers: readonly { id: string; leftAt: Date | null }[]
  },
): MenuReason | null {
  if (!input.topics.every((code) => known.topics.some((topic) => topic.code === code)))
    return 'talk.unknownTopic'
  if (!known.strands.some((strand) => strand.code === input.strandCode)) return 'talk.unknownStrand'
  const speakers = input.speakerIds.map((id) => known.speakers.find((speaker) => speaker.id === id))
  if (speakers.includes(undefined)) return 'talk.unknownSpeaker'
  return speakers.some((speaker) => speaker?.leftAt) ? 'talk.speakerLeft' : null
}

export function whyNotRetired(talk: { retiredAt: Date | null }): MenuReason | null {
  return talk.retiredAt ? 'talk.alreadyRetired' : null
}

export type MenuTalk = {
  strandCode: string
  topics: readonly string[]
  audiences: readonly string[]
  formats: readonly string[]
  languages: readonly string[]
  minutes: number
}

/** How the menu can be narrowed; a length stands for everything up to it and above the one before. */
export const facetNames = ['strand', 'topic', 'audience', 'minutes', 'format', 'language'] as const
export type FacetName = (typeof facetNames)[number]
export type Choice = Partial<Record<FacetName, string>>

const lengths = [10, 30, 60, 90] as const

/** The length a talk is listed under: at most 10, 30, 60 minutes, or longer. */
export function lengthOf(minutes: number): string {
  return String(lengths.find((most) => minutes <= most) ?? 'longer')
}

/** What a talk stands under in one facet. */
function facetValues(talk: MenuTalk, facet: FacetName): readonly string[] {
  switch (facet) {
    case 'strand':
      return [talk.strandCode]
    case 'topic':
      return talk.topics
    case 'audience':
      return talk.audiences
    case 'minutes':
      return [lengthOf(talk.minutes)]
    case 'format':
      return talk.formats
    case 'language':
      return talk.languages
  }
}

export function fitsChoice(talk: MenuTalk, choice: Choice, but?: FacetName): boolean {
  return facetNames.every((facet) => {
    const wanted = choice[facet]
    return facet === but || wanted === undefined || facetValues(talk, facet).includes(wanted)
  })
}

/** How many talks each value of a facet would leave, the other facets' choices kept. */
export function facetCounts(
  talks: readonly MenuTalk[],
  choice: Choice,
  facet: FacetName,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const talk of talks) {
    if (!fitsChoice(talk, choice, facet)) continue
    for (const value of facetValues(talk, facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
