import { type Sketch, type WeekHours, whyNotOpenThen } from '#app/modules/organisation/rules.ts'
import { needsContact } from '#app/modules/people/rules.ts'
import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { later, minute } from '#app/platform/time.ts'
import {
  type Act,
  liesIn,
  type OrderReason,
  type OrderStatus,
  startsIn,
  waitsForSpeaker,
  whyNot,
} from '../orders/rules.ts'
import {
  type Availability,
  type AvailabilityReason,
  type Holidays,
  whyNotAvailable,
  whyNotEvenByHand,
} from '../speakers/rules.ts'

export type DispatchStatus = Tables['dispatch']['status']

export type DispatchReason =
  | 'dispatch.notOneOfTheTimes'
  | 'dispatch.timePast'
  | 'dispatch.notTheirTalk'
  | 'dispatch.speakerLeft'
  | 'dispatch.tooManyGuests'
  | 'dispatch.languageNotSpoken'
  | 'dispatch.notTheirAudience'
  | 'dispatch.tooLong'
  | 'dispatch.venueTooSmall'
  | 'dispatch.alreadyAnswered'
  | 'dispatch.takenBack'
  | 'dispatch.cancelled'
  | 'dispatch.expired'
  | 'dispatch.over'
  | 'dispatch.notAccepted'
  | 'dispatch.sameSpeaker'
  | 'dispatch.answerStillDue'
  | 'speaker_taken'
  | 'venue_promised'
  | 'dispatch_of_order'

/** What may stand against asking a speaker: of the order, of the venue, or of when the speaker can come. */
export type AskingReason = DispatchReason | OrderReason | AvailabilityReason | 'venue.closedThen'

/** What has to be known of an order to ask somebody for it. */
export type AskedOrder = {
  id: string
  status: OrderStatus
  seasonId: string
  talkId: string
  venueId: string
  language: string
  audience: string
  headCount: number
  minutes: number
  times: readonly Span[]
  /** The talks that would do: the ordered one first, then, where the branch takes them, similar ones. */
  talkIds: readonly string[]
}

/** What has to be known of a speaker to ask them. */
export type AskedSpeaker = {
  leftAt: Date | null
  languages: readonly string[]
  audiences: readonly string[]
  lengths: readonly number[]
  mostGuests: number | null
  /** The talks of the menu that they give. */
  talkIds: readonly string[]
  comes: Availability
}

export type AskedVenue = { id: string; seats: number; hours: WeekHours[]; at: Sketch | null }

/** Why this speaker can't come to this order's talk at this time and place. */
export function whyNotComing(
  order: AskedOrder,
  asked: { time: Span; venue: AskedVenue },
  speaker: AskedSpeaker,
  holidays: Holidays,
): AskingReason | null {
  const { time, venue } = asked
  if (speaker.leftAt) return 'dispatch.speakerLeft'
  if (talkOf(order, speaker) === undefined) return 'dispatch.notTheirTalk'
  if (!speaker.languages.includes(order.language)) return 'dispatch.languageNotSpoken'
  if (speaker.audiences.length > 0 && !speaker.audiences.includes(order.audience))
    return 'dispatch.notTheirAudience'
  const { lengths } = speaker
  if (lengths.length > 0 && lengths.every((minutes) => minutes < order.minutes))
    return 'dispatch.tooLong'
  if (speaker.mostGuests !== null && order.headCount > speaker.mostGuests)
    return 'dispatch.tooManyGuests'
  if (venue.seats < order.headCount) return 'dispatch.venueTooSmall'
  const talk = {
    orderId: order.id,
    seasonId: order.seasonId,
    time,
    venueId: venue.id,
    at: venue.at,
  }
  const shut = whyNotOpenThen(venue.hours, time)
  return whyNotAvailable(speaker.comes, talk, holidays) ?? (shut && 'venue.closedThen')
}

/** Why this speaker can't be asked for this order at this time and place. */
export function whyNotAskable(
  act: Act,
  order: AskedOrder,
  asked: { time: Span; venue: AskedVenue },
  speaker: AskedSpeaker,
  day: { now: Date; holidays: Holidays },
): AskingReason | null {
  const refused = whyNot(act, order)
  if (refused) return refused
  const { start } = asked.time
  if (start <= day.now) return 'dispatch.timePast'
  if (!liesIn(order.times, start, order.minutes)) return 'dispatch.notOneOfTheTimes'
  return whyNotComing(order, asked, speaker, day.holidays)
}

/**
 * Why a speaker can't be asked for what the office set by hand, having read what it goes against. Only
 * what has happened, who may be asked at all, and what the database holds stand in the way.
 */
export function whyNotByHand(
  order: AskedOrder,
  time: Span,
  speaker: AskedSpeaker,
  now: Date,
): AskingReason | null {
  const refused = whyNot('propose', order)
  if (refused) return refused
  if (time.start <= now) return 'dispatch.timePast'
  if (speaker.leftAt) return 'dispatch.speakerLeft'
  return whyNotEvenByHand(speaker.comes, { orderId: order.id, time })
}

/** The talk that a speaker would give for an order: the ordered one, or a similar one that would do. */
export function talkOf(order: AskedOrder, speaker: AskedSpeaker): string | undefined {
  return order.talkIds.find((talkId) => speaker.talkIds.includes(talkId))
}

/** The beginnings at which a speaker could take an order up. */
export function startsFor(
  order: AskedOrder,
  venue: AskedVenue,
  speaker: AskedSpeaker,
  day: { now: Date; holidays: Holidays },
): Date[] {
  if (!waitsForSpeaker.includes(order.status)) return []
  return startsIn(order.times, order.minutes).filter(
    (start) =>
      start > day.now &&
      whyNotComing(order, { time: talkFrom(start, order), venue }, speaker, day.holidays) === null,
  )
}

/** The time an ordered talk takes when it begins then. */
export function talkFrom(start: Date, order: { minutes: number }): Span {
  return { start, end: later(start, order.minutes * minute) }
}

/** Why an invitation can't be answered: it was before, was taken back, or its time has come. */
export function whyNotAnswerable(
  dispatch: { status: DispatchStatus; during: Span },
  now: Date,
): DispatchReason | null {
  if (dispatch.status === 'proposed')
    return dispatch.during.start <= now ? 'dispatch.timePast' : null
  return whyNotLive(dispatch) ?? 'dispatch.alreadyAnswered'
}

/** What an invitation that came to nothing says of itself. */
function whyNotLive(dispatch: { status: DispatchStatus }): DispatchReason | null {
  switch (dispatch.status) {
    case 'withdrawn':
      return 'dispatch.takenBack'
    case 'cancelled':
      return 'dispatch.cancelled'
    case 'expired':
      return 'dispatch.expired'
    case 'declined':
      return 'dispatch.alreadyAnswered'
    case 'proposed':
    case 'accepted':
      return null
  }
}

/** How an invitation ends without a talk, with what that means for its order. */
export type Ending = 'declined' | 'takenBack' | 'orderWithdrawn' | 'sessionCancelled'
export const actOf = {
  declined: 'decline',
  takenBack: 'takeBack',
  orderWithdrawn: 'withdraw',
  sessionCancelled: 'callOff',
} as const satisfies Record<Ending, Act>

/** Why an invitation can't be ended like this. */
export function whyNotEnded(
  dispatch: { status: DispatchStatus; during: Span },
  how: Ending,
  now: Date,
): DispatchReason | null {
  if (how === 'declined') return whyNotAnswerable(dispatch, now)
  const ended = whyNotLive(dispatch)
  if (ended) return ended
  return how === 'takenBack' && dispatch.during.end <= now ? 'dispatch.over' : null
}

/** Why a speaker who said yes can't call it off any more, nor another step in: it was none, or is over. */
export function whyNotCalledOff(
  dispatch: { status: DispatchStatus; during: Span },
  now: Date,
): DispatchReason | null {
  if (dispatch.status !== 'accepted') return whyNotLive(dispatch) ?? 'dispatch.notAccepted'
  return dispatch.during.start <= now ? 'dispatch.over' : null
}

/** Why an invitation does not expire: it was answered, or there is still time to answer. */
export function whyNotExpired(
  dispatch: { status: DispatchStatus; during: Span; dueAt: Date | null },
  now: Date,
): DispatchReason | null {
  if (dispatch.status !== 'proposed') return whyNotLive(dispatch) ?? 'dispatch.alreadyAnswered'
  const isOver = dispatch.during.start <= now || (dispatch.dueAt !== null && dispatch.dueAt <= now)
  return isOver ? null : 'dispatch.answerStillDue'
}

/** Why a dispatch can't count as held: only an accepted one can. */
export function whyNotHeld(dispatch: { status: DispatchStatus }): DispatchReason | null {
  return dispatch.status === 'accepted' ? null : 'dispatch.notAccepted'
}

/** Whose home a talk is given in is for who accepted to come there, and for the office that asks. */
export function showsPlace(
  dispatch: { status: DispatchStatus; venueKind: string },
  toOffice: boolean,
): boolean {
  return dispatch.venueKind !== 'home' || toOffice || dispatch.status === 'accepted'
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
