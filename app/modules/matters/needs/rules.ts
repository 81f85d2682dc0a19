import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'
import { type Counted, type WorkCalendar, workingDaysAfter } from '#app/platform/working-days.ts'

export type NeedStatus = Tables['need']['status']
export type Category = Tables['need']['category']

/** Why something about a need can't be done. Each is the key of its sentence. */
export type NeedReason =
  | 'need.noWayToReach'
  | 'need.phoneMissing'
  | 'need.tooManyFromHere'
  | 'need.tooManyFromPhone'
  | 'need.alreadyTriaged'
  | 'need.answerMissing'
  | 'need.departmentMissing'
  | 'need.notReferred'
  | 'need.alreadyFollowedUp'
  | 'need.elsewhere'
  | 'need.notFound'
  | 'need.tooManyTries'
  | 'need.linkOver'

export const categories = [
  'repair',
  'care',
  'learning',
  'errands',
  'environment',
  'safety',
  'advice',
  'other',
] as const satisfies readonly Category[]

// The time the office gives itself, in working days after the day on which the clock starts.
const triageDays = 2
const followUpDays = 10

/** By when the office looks at a need. */
export function triageDue(need: { waitingSince: Date }, calendar: WorkCalendar): Counted {
  return workingDaysAfter(dayOf(need.waitingSince), triageDays, calendar)
}

/** By when the office asks what became of a referral. */
export function followUpDue(need: { triagedAt: Date }, calendar: WorkCalendar): Counted {
  return workingDaysAfter(dayOf(need.triagedAt), followUpDays, calendar)
}

const mostFromHere = 5
const mostFromPhone = 5

/** Why nobody can say another need just now: many came from the same place or phone within the hour. */
export function whyNotSaid(
  said: { fromHere: number; fromPhone: number },
  need: { phone: string | null; how: string; channel: 'page' | 'phone' | 'paper' },
): NeedReason | null {
  if (need.channel === 'page' && need.phone === null) return 'need.phoneMissing'
  if (need.phone === null && need.how === '') return 'need.noWayToReach'
  if (need.channel !== 'page') return null
  if (said.fromHere >= mostFromHere) return 'need.tooManyFromHere'
  return said.fromPhone >= mostFromPhone ? 'need.tooManyFromPhone' : null
}

const mostTries = 10

/** Why a number and a phone can't be tried: too many that did not fit, from here or of this number. */
export function whyNotTried(tries: number): NeedReason | null {
  return tries >= mostTries ? 'need.tooManyTries' : null
}

/** What the office does with a need that is no matter for a branch. */
export const outcomes = ['answered', 'referred', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** Why the office can't decide this of a need. */
export function whyNotTriaged(
  need: { status: NeedStatus },
  how: Outcome,
  input: { answer: string; department: string },
): NeedReason | null {
  if (need.status !== 'waiting') return 'need.alreadyTriaged'
  if (how === 'referred') return input.department === '' ? 'need.departmentMissing' : null
  return input.answer === '' ? 'need.answerMissing' : null
}

export function whyNotFollowedUp(need: {
  status: NeedStatus
  followedUpAt: Date | null
}): NeedReason | null {
  if (need.status !== 'referred') return 'need.notReferred'
  return need.followedUpAt ? 'need.alreadyFollowedUp' : null
}

/** Why a need can't be made a matter, or joined to one of a community. */
export function whyNotMadeMatter(
  need: { status: NeedStatus; communityId: string },
  matter: { communityId: string },
): NeedReason | null {
  if (need.status !== 'waiting') return 'need.alreadyTriaged'
  return need.communityId === matter.communityId ? null : 'need.elsewhere'
}

// Numbers that find a person. Digits may be full width or Chinese, and have spaces or dashes between.

// not a sentence: how digits are written
const digitSigns = '零〇０ 一１幺 二２ 三３ 四４ 五５ 六６ 七７ 八８ 九９'.split(' ')
const digitOf = new Map(digitSigns.flatMap((signs, at) => [...signs].map((sign) => [sign, at])))
// not a sentence: what stands between digits
const gap = '[\\s\\-－—·.]?'
const digits = (least: number, most = least) => `(?:\\d${gap}){${least - 1},${most - 1}}\\d`
const privateNumbers = new RegExp(
  [
    // An identity number: 17 digits and one that may be an X.
    // not a sentence: an X of full width too
    `(?<!\\d)${digits(17)}${gap}[\\dXxＸｘ](?!\\d)`,
    // A mobile number, with or without the country's code.
    `(?<!\\d)(?:\\+?86${gap})?1${gap}${digits(10)}(?!\\d)`,
    // A line: area code and seven or eight digits.
    `(?<!\\d)0\\d{2,3}${gap}${digits(7, 8)}(?!\\d)`,
    // A bank card.
    `(?<!\\d)${digits(16, 19)}(?!\\d)`,
    // not a sentence: a door, such as 3幢502室
    '\\d{3,4}(?=室)',
  ].join('|'),
  'g',
)
const mask = '***'

/** Public words without phone, identity and card numbers and without the door, and whether there were any. */
export function masked(words: string): { words: string; found: boolean } {
  const plain = [...words].map((sign) => digitOf.get(sign) ?? sign).join('')
  let kept = ''
  let from = 0
  for (const match of plain.matchAll(privateNumbers)) {
    kept += words.slice(from, match.index) + mask
    from = match.index + match[0].length
  }
  return { words: kept + words.slice(from), found: from > 0 }
}

/** How alike two texts are by their words: the share of all their words that both have, from 0 to 1. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const first = new Set(one)
  const both = new Set(other.filter((word) => first.has(word))).size
  const all = new Set([...one, ...other]).size
  return all === 0 ? 0 : both / all
}

type Findable = { tokens: readonly string[]; category: Category; communityId: string }
const leastAlike = 0.18
const mostSuggested = 5

/** The things most like this one, the best first; of the same kind and place they count for more. */
export function alike<T extends Findable>(one: Findable, others: readonly T[]): T[] {
  return others
    .map((other) => {
      const near = other.communityId === one.communityId ? 0.1 : 0
      const kind = other.category === one.category ? 0.05 : 0
      const words = likeness(one.tokens, other.tokens)
      return { other, score: words === 0 ? 0 : words + near + kind }
    })
    .filter(({ score }) => score >= leastAlike)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostSuggested)
    .map(({ other }) => other)
}
