import type { InLanguages } from '#app/platform/language.ts'
import type { FormatCode } from './vocabulary.ts'

/** A time of day in Shanghai on a day counted from the season's first. */
export type Moment = { day: number; time: string }

export const givenThings = {
  couplets: { zh: '春联（副）', en: 'Pairs of spring couplets' },
  fraudCards: { zh: '反诈提示卡', en: 'Cards with the anti-fraud line' },
  chargingCards: { zh: '充电安全卡', en: 'Cards on safe charging' },
  pensionNotes: { zh: '养老金大字讲义', en: 'Large-print notes on pensions' },
  neighbourCards: { zh: '“先说什么、后说什么”卡片', en: 'Cards on what to say first' },
  pressureDiaries: { zh: '血压记录本', en: 'Blood-pressure diaries' },
  rescueCards: { zh: '急救流程卡', en: 'First-aid cards' },
  sortingSheets: { zh: '垃圾分类单页', en: 'Sheets on sorting rubbish' },
  questionSheets: { zh: '“问爷爷奶奶十个问题”', en: 'Sheets of ten questions for grandparents' },
  contractLists: { zh: '劳动合同自查单', en: 'Checklists for work contracts' },
  phoneCards: { zh: '手机大字步骤卡', en: 'Large-print step cards for phones' },
} as const satisfies Record<string, InLanguages<string>>
export type GivenThing = keyof typeof givenThings

/** Who was ticked on the roll; members are the ordering branch's own. */
export type Attended = { members: number; staff: number; youth: number; residents: number }

/** One session from its order to its outcome. */
export type SeasonSession = {
  /** The number on the menu. */
  talk: number
  /** Positions in the lists of branches, places and speakers. */
  branch: number
  place: number
  speaker: number
  format: FormatCode
  /** The day the branch ordered, and the two times it could offer. */
  orderedOn: number
  alternatives: readonly [Moment, Moment]
  chosen: 0 | 1
  /** Whoever was asked first and declined, with the reason they gave. */
  declined: { speaker: number; reason: string } | null
  headCount: number
  seats: number
  signedUp: number
  attended: Attended
  given: { thing: GivenThing; count: number } | null
  /** How many of it there were to give, where that was counted. */
  offered?: number
  /** Of the seats, those kept for children. */
  childSeats?: number
  /** The host's note on how it went. */
  note: string
}
