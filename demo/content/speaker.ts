import type { InLanguages } from '#app/platform/language.ts'
import type { Gender } from './names.ts'
import type { CommunityCode } from './places.ts'
import type { SpeakerKind, SpokenLanguage, TopicCode } from './vocabulary.ts'

export type Speaker = {
  /** A readable name for the speaker inside the demo's content. */
  key: string
  name: string
  gender: Gender
  /** Ages and years in the Party are those on the season's first day. */
  age: number
  partyYears: number | null
  kind: SpeakerKind
  /** Home, for those who live on the street. */
  communityCode: CommunityCode | null
  dialects: readonly SpokenLanguage[]
  topics: readonly TopicCode[]
  bio: InLanguages<string>
  /** Set for those who can't go out and have guests at home instead. */
  receivesAtHome?: { from: string; until: string; guests: number }
}
