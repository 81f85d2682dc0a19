import type { Tables } from '#app/platform/tables.ts'
import { day, dayOf, later } from '#app/platform/time.ts'
import { type Counted, type WorkCalendar, workingDaysAfter } from '#app/platform/working-days.ts'
import { type OrderStatus, wasHeld } from '../orders/rules.ts'

export type ReviewReason =
  | 'review.notHeld'
  | 'review.notTheirs'
  | 'review.linkOver'
  | 'review.tooManyFromHere'
  | 'review.notPoor'
  | 'review.alreadyCalled'
  | 'review_once'

/** From poor to very good; a form begins with none of them. */
export const levels = [1, 2, 3, 4, 5] as const
export const asOrderedAnswers = ['yes', 'partly', 'no'] as const
export type AsOrdered = (typeof asOrderedAnswers)[number]
export type ReviewWay = Tables['review']['way']

/** A record is shown from so many answers on. */
const fewestAnswers = 5
const linkDays = 30
const mostAnHour = 60

/** Units say what they thought of a talk that they had, each once. */
export function whyNotReviewed(
  order: { status: OrderStatus; unitIds: readonly string[] },
  unitId: string,
): ReviewReason | null {
  if (!wasHeld.some((status) => status === order.status)) return 'review.notHeld'
  return order.unitIds.includes(unitId) ? null : 'review.notTheirs'
}

/** Why a link doesn't take a review: it is good for thirty days. */
export function whyNotByLink(link: { over: boolean }, fromHere: number): ReviewReason | null {
  if (link.over) return 'review.linkOver'
  return fromHere >= mostAnHour ? 'review.tooManyFromHere' : null
}

/** Until when a link of today takes a review. */
export function reviewLinkOver(now: Date): Date {
  return later(now, linkDays * day)
}

/** Someone who was let down is called. */
export function isPoor(review: { level: number; asOrdered: AsOrdered }): boolean {
  return review.level <= 2 || review.asOrdered === 'no'
}

/** By when it is called back about a poor review: the next working day, where that year's are known. */
export function callDue(now: Date, calendar: WorkCalendar): Counted {
  return workingDaysAfter(dayOf(now), 1, calendar)
}

/** Why it can't be noted that someone was called about a review. */
export function whyNotCalled(review: {
  level: number
  asOrdered: AsOrdered
  calledAt: Date | null
}): ReviewReason | null {
  if (!isPoor(review)) return 'review.notPoor'
  return review.calledAt ? 'review.alreadyCalled' : null
}

/**
 * What units thought of a talk: how many answered of how many that had it, and of every full five
 * answers what.
 */
export type TalkRecord = {
  /** Units that had the talk. */
  asked: number
  answers: number
  /** Null under five answers; of those that came first, as many as are shown. */
  levels: { level: number; answers: number }[] | null
  asOrdered: Record<AsOrdered, number> | null
  mean: number | null
}

/**
 * The record of a talk from what was answered, in the order in which it came; under five answers it only
 * says how many there are. It grows by five answers at a time: whoever looks before and after one more
 * answer, such as the speaker, learns nothing of it.
 */
export function recordOf(
  asked: number,
  answers: readonly { level: number; asOrdered: AsOrdered }[],
): TalkRecord {
  const base = { asked, answers: answers.length }
  if (answers.length < fewestAnswers) return { ...base, levels: null, asOrdered: null, mean: null }
  const shown = answers.slice(0, answersShown(answers.length))
  const count = (is: (answer: (typeof answers)[number]) => boolean) => shown.filter(is).length
  const of = (said: AsOrdered) => count(({ asOrdered }) => asOrdered === said)
  const sum = shown.reduce((total, { level }) => total + level, 0)
  return {
    ...base,
    levels: levels.map((level) => ({ level, answers: count((each) => each.level === level) })),
    asOrdered: { yes: of('yes'), partly: of('partly'), no: of('no') },
    mean: Math.round((sum / shown.length) * 10) / 10,
  }
}

type RecordWords = {
  recordFew(answers: number, asked: number): string
  recordRate(answers: number, asked: number): string
  recordMean(mean: number): string
  recordAsOrdered(yes: number, partly: number, no: number): string
  recordLevels: string
  levels: Readonly<Record<number, string>>
}

/** A record in a language, from very good to poor. */
export function saidOf(record: TalkRecord, t: RecordWords) {
  const { asked, answers, levels: counted, asOrdered, mean } = record
  return {
    mean: mean === null ? null : t.recordMean(mean),
    rate: mean === null ? t.recordFew(answers, asked) : t.recordRate(answers, asked),
    caption: t.recordLevels,
    levels:
      counted?.toReversed().map((each) => ({
        label: t.levels[each.level]!,
        value: each.answers,
      })) ?? null,
    note: asOrdered && t.recordAsOrdered(asOrdered.yes, asOrdered.partly, asOrdered.no),
  }
}

/** Of how many answers it is shown what they say: in steps of five, so that nobody sees whose came last. */
export function answersShown(answers: number): number {
  return answers - (answers % fewestAnswers)
}
