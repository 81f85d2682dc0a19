import { needsContact } from '#app/modules/people/rules.ts'
import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { type OrderReason, type OrderStatus, whyNotDispatchable } from '../orders/rules.ts'
import { type Availability, type SpeakerReason, whyNotAvailable } from '../speakers/rules.ts'

export type DispatchStatus = Tables['dispatch']['status']

export type DispatchReason =
  | 'dispatch.notOneOfTheTimes'
  | 'dispatch.timePast'
  | 'dispatch.notTheirTalk'
  | 'dispatch.speakerLeft'
  | 'dispatch.tooManyGuests'
  | 'dispatch.languageNotSpoken'
  | 'dispatch.alreadyAnswered'
  | 'dispatch.takenBack'
  | 'dispatch.over'
  | 'dispatch.notAccepted'
  | 'speaker_taken'
  | 'venue_promised'
  | 'dispatch_of_order'

/** What may stand against asking a speaker: of the order, or of when the speaker can come. */
export type AskingReason = DispatchReason | OrderReason | SpeakerReason

/** Why this speaker can't be asked for this order at this time. */
export function whyNotAskable(
  order: { status: OrderStatus; language: string; headCount: number; venueId: string },
  time: Span | undefined,
  speaker: {
    leftAt: Date | null
    languages: readonly string[]
    mostGuests: number | null
    givesTalk: boolean
    comes: Availability
    talksThatWeek: number
  },
  now: Date,
): AskingReason | null {
  const refused = whyNotDispatchable(order)
  if (refused) return refused
  if (!time) return 'dispatch.notOneOfTheTimes'
  if (time.start <= now) return 'dispatch.timePast'
  if (speaker.leftAt) return 'dispatch.speakerLeft'
  if (!speaker.givesTalk) return 'dispatch.notTheirTalk'
  if (!speaker.languages.includes(order.language)) return 'dispatch.languageNotSpoken'
  if (speaker.mostGuests !== null && order.headCount > speaker.mostGuests)
    return 'dispatch.tooManyGuests'
  const { talksThatWeek } = speaker
  return whyNotAvailable(speaker.comes, { time, venueId: order.venueId, talksThatWeek })
}

/** Why an invitation can't be answered: it was before, was taken back, or its time has come. */
export function whyNotAnswerable(
  dispatch: { status: DispatchStatus; during: Span },
  now: Date,
): DispatchReason | null {
  if (dispatch.status === 'withdrawn') return 'dispatch.takenBack'
  if (dispatch.status !== 'proposed') return 'dispatch.alreadyAnswered'
  return dispatch.during.start <= now ? 'dispatch.timePast' : null
}

/** How an invitation ends without a talk. */
export const endings = ['declined', 'takenBack', 'orderWithdrawn', 'sessionCancelled'] as const
export type Ending = (typeof endings)[number]

/** Why an invitation can't be ended like this. */
export function whyNotEnded(
  dispatch: { status: DispatchStatus; during: Span },
  how: Ending,
  now: Date,
): DispatchReason | null {
  if (how === 'declined') return whyNotAnswerable(dispatch, now)
  if (dispatch.status === 'withdrawn') return 'dispatch.takenBack'
  if (dispatch.status === 'declined') return 'dispatch.alreadyAnswered'
  return how === 'takenBack' && dispatch.during.end <= now ? 'dispatch.over' : null
}

/** Why a dispatch can't count as held: only an accepted one can. */
export function whyNotHeld(dispatch: { status: DispatchStatus }): DispatchReason | null {
  return dispatch.status === 'accepted' ? null : 'dispatch.notAccepted'
}

/** Contact details are for the accepted speaker, until thirty days after the talk. */
export function showsContact(
  dispatch: { status: DispatchStatus; during: Span },
  now: Date,
): boolean {
  return needsContact(
    { isAgreed: dispatch.status === 'accepted', endsAt: dispatch.during.end },
    now,
  )
}
