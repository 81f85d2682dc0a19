import type { InLanguages } from '#app/platform/language.ts'
import type { SpeakerKey } from './speakers.ts'
import type {
  AudienceCode,
  FormatCode,
  SpokenLanguage,
  StrandCode,
  TopicCode,
} from './vocabulary.ts'

export type Talk = {
  number: number
  strand: StrandCode
  topics: readonly TopicCode[]
  title: InLanguages<string>
  description: InLanguages<string>
  audiences: readonly AudienceCode[]
  minutes: number
  formats: readonly FormatCode[]
  languages: readonly SpokenLanguage[]
  /** Who can give it, as positions in the speakers' register. */
  speakers: readonly number[]
  /** What the place must have or the listeners should bring; null when a chair is enough. */
  materials: InLanguages<string> | null
}

/** A talk as it is written down: its speakers by their keys. */
export type TalkEntry = Omit<Talk, 'speakers'> & { speakers: readonly SpeakerKey[] }
