import type { Span } from '#app/platform/database/spans.ts'
import { type DispatchStatus, whyNotAnswerable } from '../dispatches/rules.ts'

export type InvitationReason = 'invitation.tooManyFromHere'

const mostAnHour = 60

/** Why no more answers are taken by link from one place for a while. */
export function whyNotByLink(fromHere: number): InvitationReason | null {
  return fromHere >= mostAnHour ? 'invitation.tooManyFromHere' : null
}

/** What a link shows of its invitation: the two buttons, or calmly where it stands. */
export type Standing = 'open' | 'accepted' | 'declined' | 'withdrawn' | 'cancelled' | 'over'

/** Where an invitation stands for whoever opens its link. An answer stays an answer after the talk. */
export function standingOf(
  dispatch: { status: DispatchStatus; during: Span },
  now: Date,
): Standing {
  if (whyNotAnswerable(dispatch, now) === null) return 'open'
  switch (dispatch.status) {
    case 'proposed':
    case 'expired':
      return 'over'
    default:
      return dispatch.status
  }
}

/** People of an age, told to a speaker so that the talk suits them. */
export type AgeGroup = { from: number; until: number | null; people: number }

const ages = [
  [0, 17],
  [18, 39],
  [40, 59],
  [60, 74],
  [75, null],
] as const
const fewestTold = 5

/** How many are of which age; groups of fewer than five are not told. */
export function ageGroupsOf(years: readonly number[]): AgeGroup[] {
  return ages
    .map(([from, until]) => ({
      from,
      until,
      people: years.filter((year) => year >= from && year <= (until ?? Infinity)).length,
    }))
    .filter(({ people }) => people >= fewestTold)
}
