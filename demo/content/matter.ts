import type { Category } from '#app/modules/matters/needs/rules.ts'
import type { TopicCode } from './vocabulary.ts'

/** A matter as it is told: what a resident says, and what the office makes of it. */
export type ToldMatter = {
  title: string
  titleEn: string
  category: Category
  /** The resident's own words. */
  words: string
  doneWhen: string
  topics: readonly TopicCode[]
  hands: number
  costYuan: number
  risk: string
  /** The names of its two parts, where two branches share it. */
  parts: readonly string[]
}
