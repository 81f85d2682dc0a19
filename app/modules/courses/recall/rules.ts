import { addDays, day, dayOf, daysBetween, later } from '#app/platform/time.ts'

export type RecallReason =
  | 'recall.answered'
  | 'recall.enoughToday'
  | 'recall.linkOver'
  | 'recall.notInLink'
  | 'recall.notDue'
  | 'recall.setAside'
  | 'recall_five_a_day'
  | 'recall_once_a_day'
  | 'recall_turn'
  | 'question_flag_open'

/** At most so many cards a day are asked of a person, over all courses. */
export const mostADay = 5
/** A talk that was heard is first asked about after a week. */
export const firstAskedAfter = 7 * day
/** For how long the link of a weekly word opens its cards. */
const linkDays = 7

/** Why a card can't be answered now. A card is due from the beginning of its day. */
export function whyNotAsked(
  card: { dueAt: Date; setAsideAt: Date | null; answeredToday: boolean },
  now: Date,
): RecallReason | null {
  if (card.answeredToday) return 'recall.answered'
  if (card.setAsideAt) return 'recall.setAside'
  return dayOf(card.dueAt) > dayOf(now) ? 'recall.notDue' : null
}

/** Why a link doesn't let these cards be answered: it opens its own for a week and no others. */
export function whyNotOpened(
  link: { over: boolean; cardIds: readonly string[] },
  wanted: readonly string[],
): RecallReason | null {
  if (link.over) return 'recall.linkOver'
  return wanted.every((id) => link.cardIds.includes(id)) ? null : 'recall.notInLink'
}

/** Why so many more cards can't be answered today. */
export function whyNotMore(answeredToday: number, more: number): RecallReason | null {
  return answeredToday + more > mostADay ? 'recall.enoughToday' : null
}

/** Whole days since something was learned. */
export function daysLearned(learnedAt: Date, now: Date): number {
  return Math.max(0, daysBetween(dayOf(learnedAt), dayOf(now)))
}

/** Until when a link of today opens its cards. */
export function linkOver(now: Date): Date {
  return later(now, linkDays * day)
}

/** The last day on which a weekly word may have gone out for another to be due. */
export function wordBefore(now: Date): string {
  return addDays(dayOf(now), -6)
}

/** After how many days it is looked at what is still there. */
export const distances = [7, 30, 90] as const
export type Distance = (typeof distances)[number]

/** The days that count for a distance: from two thirds of it to four thirds. */
export function windowOf(distance: Distance): { from: number; to: number } {
  return { from: Math.ceil((distance * 2) / 3), to: Math.floor((distance * 4) / 3) }
}

/** A part of a whole with Wilson's 95 % interval, all as shares; null for a whole of nothing. */
export function shareOf(
  part: number,
  whole: number,
): { share: number; low: number; high: number } | null {
  if (whole === 0) return null
  const z = 1.959964
  const share = part / whole
  const middle = share + (z * z) / (2 * whole)
  const half = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole))
  const size = 1 + (z * z) / whole
  return {
    share,
    low: Math.max(0, Math.min(share, (middle - half) / size)),
    high: Math.min(1, Math.max(share, (middle + half) / size)),
  }
}
