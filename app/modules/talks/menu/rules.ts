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
  | 'talk.nobodyGivesIt'
  | 'talk.alreadyRetired'
  | 'talk.alreadyOnMenu'
  | 'talk.stillPrepared'
  | 'talk.changedMeanwhile'
  | 'talk.noteMissing'
  | 'talk.outOfSeason'
  | 'talk.seasonOver'
  | 'talk.tooManyMaterials'
  | 'talk_offered_order'
  | 'topic.known'

type NamedTopic = { code: string; name: string; nameEn: string }

/** Why a topic can't be added: there is one of that name, or one that addresses call by it. */
export function whyNotAdded(
  input: { code?: string | undefined; name: string; nameEn: string },
  topics: readonly NamedTopic[],
): MenuReason | null {
  const isSame = ({ code, name, nameEn }: NamedTopic) =>
    code === input.code ||
    name === input.name ||
    nameEn.toLowerCase() === input.nameEn.toLowerCase()
  return topics.some(isSame) ? 'topic.known' : null
}

const longestCode = 38

/** What a topic is called by in addresses: its English name in small letters, and one more where that is taken. */
export function codeForTopic(nameEn: string, topics: readonly { code: string }[]): string {
  const letters = nameEn.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  const base = letters.slice(0, longestCode).replaceAll(/^-+|-+$/g, '') || 'topic'
  let code = base
  for (let at = 1; topics.some((topic) => topic.code === code); at += 1)
    code = `${base.slice(0, longestCode - at)}-${'x'.repeat(at)}`
  return code
}

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
  return whyNotKnown(input.speakerIds, known.speakers)
}

function whyNotKnown(
  speakerIds: readonly string[],
  known: readonly { id: string; leftAt: Date | null }[],
): MenuReason | null {
  const speakers = speakerIds.map((id) => known.find((speaker) => speaker.id === id))
  if (speakers.includes(undefined)) return 'talk.unknownSpeaker'
  return speakers.some((speaker) => speaker?.leftAt) ? 'talk.speakerLeft' : null
}

type Said = { title: string; titleEn: string; about: string; aboutEn: string; minutes: number }

/** What is kept of each version of a talk. */
export function saidIn({ title, titleEn, about, aboutEn, minutes }: Said): Said {
  return { title, titleEn, about, aboutEn, minutes }
}

/** What a talk's place on the menu hangs on. */
export type Standing = {
  putOnMenuAt: Date | null
  retiredAt: Date | null
  offeredFrom: string | null
  offeredUntil: string | null
}

/** Being prepared, on the menu all year or for a part of it, or taken off it. */
export type TalkState = 'draft' | 'published' | 'seasonal' | 'retired'

export function stateOf(talk: Standing): TalkState {
  if (talk.retiredAt) return 'retired'
  if (!talk.putOnMenuAt) return 'draft'
  return talk.offeredFrom || talk.offeredUntil ? 'seasonal' : 'published'
}

function offeredOn(talk: Standing, day: string): boolean {
  return (talk.offeredFrom ?? day) <= day && day <= (talk.offeredUntil ?? day)
}

/** Why a talk isn't to be had on these days; without any, why it is not on the menu at all. */
export function whyNotOffered(talk: Standing, days: readonly string[]): MenuReason | null {
  if (talk.retiredAt) return 'talk.alreadyRetired'
  if (!talk.putOnMenuAt) return 'talk.stillPrepared'
  return days.every((day) => offeredOn(talk, day)) ? null : 'talk.outOfSeason'
}

/** Why a talk can't be taken off the menu, or be given a season or other speakers any more. */
export function whyNotRetired(talk: { retiredAt: Date | null }): MenuReason | null {
  return talk.retiredAt ? 'talk.alreadyRetired' : null
}

/** Why a draft can't come on the menu. */
export function whyNotPublished(talk: Standing): MenuReason | null {
  return whyNotRetired(talk) ?? (talk.putOnMenuAt ? 'talk.alreadyOnMenu' : null)
}

/** Why a talk can't be changed like this: someone was faster, or it isn't said what is new. */
export function whyNotChanged(
  talk: Standing & { version: number },
  change: { version: number; note: string },
): MenuReason | null {
  if (talk.retiredAt) return 'talk.alreadyRetired'
  if (talk.version !== change.version) return 'talk.changedMeanwhile'
  // Nobody has read a draft yet, so that nothing has to be explained.
  return talk.putOnMenuAt && change.note === '' ? 'talk.noteMissing' : null
}

/** Why a talk can't be offered for this part of the year. */
export function whyNotForSeason(
  talk: { retiredAt: Date | null },
  season: { offeredUntil?: string | undefined },
  today: string,
): MenuReason | null {
  if (season.offeredUntil !== undefined && season.offeredUntil < today) return 'talk.seasonOver'
  return whyNotRetired(talk)
}

/** Why these can't be the ones who give a talk. */
export function whyNotGivenBy(
  talk: { retiredAt: Date | null },
  chosen: readonly { speakerId: string }[],
  known: readonly { id: string; leftAt: Date | null }[],
): MenuReason | null {
  if (talk.retiredAt) return 'talk.alreadyRetired'
  if (chosen.length === 0) return 'talk.nobodyGivesIt'
  return whyNotKnown(
    chosen.map(({ speakerId }) => speakerId),
    known,
  )
}

const mostMaterials = 12

/** What may go with a talk: slides and leaflets as PDF, pictures, sound and films. */
export const materialLimits = {
  kinds: ['document', 'picture', 'audio', 'video'],
  mostBytes: 50_000_000,
} as const

/** Why no more material can go with a talk. */
export function whyNoMoreMaterial(
  talk: { retiredAt: Date | null },
  materials: number,
): MenuReason | null {
  return whyNotRetired(talk) ?? (materials < mostMaterials ? null : 'talk.tooManyMaterials')
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
