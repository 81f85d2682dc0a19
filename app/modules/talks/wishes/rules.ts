import { dayOf } from '#app/platform/time.ts'
import { type Counted, type WorkCalendar, workingDaysAfter } from '#app/platform/working-days.ts'
import { type Standing, whyNotOffered } from '../menu/rules.ts'

export type WishReason = 'wish.alreadyAnswered' | 'wish.talkNotOnMenu'

/** A wish is answered once; a talk that answers it is one that can be ordered, now or in its season. */
export function whyNotAnswered(
  wish: { answeredAt: Date | null },
  talk: Standing | null,
): WishReason | null {
  if (wish.answeredAt) return 'wish.alreadyAnswered'
  return talk && whyNotOffered(talk, []) ? 'wish.talkNotOnMenu' : null
}

// The time the office gives itself, in working days after the day of the wish.
const answerDays = 5

/** By when the office answers a wish. */
export function answerDue(wish: { madeAt: Date }, calendar: WorkCalendar): Counted {
  return workingDaysAfter(dayOf(wish.madeAt), answerDays, calendar)
}
