import { overlap, type Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { addDays, dayOf, instantAt, later, minute, mondayOf } from '#app/platform/time.ts'

export type OrderStatus = Tables['talkOrder']['status']

/** Who moves an order on: the branch that ordered, the office, a speaker, or the program by itself. */
export type Mover = 'branch' | 'office' | 'speaker' | 'program'

type Turn = { from: readonly OrderStatus[]; to: OrderStatus; by: readonly Mover[] }

const agreed = ['accepted', 'scheduled'] as const
const unserved = ['vetted', 'planned', 'open'] as const

/** The life of an order: every act with the states it starts from, the one it leads to, and who does it. */
export const life = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: ['branch'] },
  vet: { from: ['submitted'], to: 'vetted', by: ['office'] },
  return: { from: ['submitted', ...unserved], to: 'returned', by: ['office'] },
  refuse: { from: ['submitted', ...unserved], to: 'refused', by: ['office'] },
  plan: { from: ['vetted'], to: 'planned', by: ['program'] },
  unplan: { from: ['planned'], to: 'vetted', by: ['program'] },
  open: { from: ['vetted', 'planned'], to: 'open', by: ['office'] },
  propose: { from: unserved, to: 'proposed', by: ['office'] },
  take: { from: ['open'], to: 'accepted', by: ['speaker'] },
  accept: { from: ['proposed'], to: 'accepted', by: ['speaker', 'office'] },
  decline: { from: ['proposed'], to: 'vetted', by: ['speaker', 'office'] },
  lapse: { from: ['proposed'], to: 'vetted', by: ['program'] },
  takeBack: { from: ['proposed', ...agreed], to: 'vetted', by: ['office'] },
  schedule: { from: ['accepted'], to: 'scheduled', by: ['program'] },
  cancelSpeaking: { from: agreed, to: 'vetted', by: ['speaker', 'office'] },
  substitute: { from: agreed, to: 'accepted', by: ['office'] },
  callOff: { from: agreed, to: 'vetted', by: ['program'] },
  hold: { from: agreed, to: 'held', by: ['program'] },
  miss: { from: agreed, to: 'missed', by: ['branch', 'office'] },
  confirm: { from: ['held'], to: 'confirmed', by: ['branch'] },
  dispute: { from: ['held', 'confirmed'], to: 'disputed', by: ['branch'] },
  settleHeld: { from: ['disputed'], to: 'confirmed', by: ['office'] },
  settleAgain: { from: ['disputed'], to: 'vetted', by: ['office'] },
  reopen: { from: ['missed', 'expired'], to: 'vetted', by: ['office'] },
  review: { from: ['held', 'confirmed'], to: 'reviewed', by: ['branch'] },
  close: { from: ['confirmed', 'reviewed', 'missed'], to: 'closed', by: ['office', 'program'] },
  withdraw: {
    from: ['draft', 'submitted', 'returned', ...unserved, 'proposed', ...agreed],
    to: 'withdrawn',
    by: ['branch'],
  },
  expire: { from: ['submitted', 'returned', ...unserved], to: 'expired', by: ['program'] },
} as const satisfies Record<string, Turn>

export type Act = keyof typeof life

/** The states of an order whose talk was given, however far it has come since. */
export const wasHeld = ['held', 'confirmed', 'reviewed', 'closed'] as const

/** The states in which an order waits for a speaker, and the office can ask one. */
export const waitsForSpeaker: readonly OrderStatus[] = unserved

/** What stands against an act, by the state the order is in: the sentence says where it stands. */
export const standing = {
  draft: 'order.isDraft',
  submitted: 'order.notVettedYet',
  returned: 'order.wasReturned',
  refused: 'order.wasRefused',
  vetted: 'order.waitsForSpeaker',
  planned: 'order.isPlanned',
  open: 'order.isOpen',
  proposed: 'order.alreadyDispatched',
  accepted: 'order.speakerComes',
  scheduled: 'order.isScheduled',
  held: 'order.alreadyHeld',
  confirmed: 'order.alreadyConfirmed',
  reviewed: 'order.alreadyReviewed',
  closed: 'order.isClosed',
  withdrawn: 'order.alreadyWithdrawn',
  missed: 'order.wasMissed',
  expired: 'order.isExpired',
  disputed: 'order.inDispute',
} as const satisfies Record<OrderStatus, string>

export type OrderReason =
  | (typeof standing)[OrderStatus]
  | 'order.talkRetired'
  | 'order.talkNotOnMenu'
  | 'order.notOfferedThen'
  | 'order.notForAudience'
  | 'order.languageNotOffered'
  | 'order.noTime'
  | 'order.timePast'
  | 'order.timeTooShort'
  | 'order.timesOverlap'
  | 'order.outsideSeason'
  | 'order.venueTooSmall'
  | 'order.tooManyGuests'
  | 'order.guestTwice'
  | 'order.notOfUnit'
  | 'order.notOverYet'

/** Why an act can't be done to an order in the state it is in; null where it can. */
export function whyNot(act: Act, order: { status: OrderStatus }): OrderReason | null {
  const from: readonly OrderStatus[] = life[act].from
  return from.includes(order.status) ? null : standing[order.status]
}

/** A time as a branch names it: a beginning, and where the talk may lie anywhere in a span, its end. */
export type NamedTime = { date: string; from: string; to?: string | undefined }
/** The fields of a form that were filled in; those left empty are none. */
export function named<T>(fields: readonly (T | null)[]): T[] {
  return fields.filter((field) => field !== null)
}

export type TimeChoice = { choice: number; during: Span }

/**
 * The spans of the times a branch named. On any day of a week each day of it that is still to come is
 * as good as the named one, and they count as one choice.
 */
export function choicesOf(
  times: readonly NamedTime[],
  { minutes, anyDay }: { minutes: number; anyDay: boolean },
  now: Date,
): TimeChoice[] {
  return times.flatMap((time, choice) => {
    const on = (date: string) => {
      const start = instantAt(date, time.from)
      const end = time.to ? instantAt(date, time.to) : later(start, minutes * minute)
      return { choice, during: { start, end } }
    }
    if (!anyDay) return [on(time.date)]
    const monday = mondayOf(time.date)
    const days = [0, 1, 2, 3, 4, 5, 6].map((at) => on(addDays(monday, at)))
    return days.filter(({ during }) => during.start > now)
  })
}

/** The same times so many weeks later. */
export function weeksLater(times: readonly (NamedTime | null)[], weeks: number) {
  return times.map((time) => time && { ...time, date: addDays(time.date, 7 * weeks) })
}

/** Why a branch can't order this talk like this. */
export function whyNotOrderable(
  talk: {
    putOnMenuAt: Date | null
    retiredAt: Date | null
    offeredFrom: string | null
    offeredUntil: string | null
    minutes: number
    audiences: readonly string[]
    languages: readonly string[]
  },
  order: {
    audience: string
    language: string
    headCount: number
    times: readonly Span[]
    guests: readonly { unitId: string; headCount: number }[]
  },
  venue: { seats: number },
  season: { startsOn: string; endsOn: string },
  now: Date,
): OrderReason | null {
  if (talk.retiredAt) return 'order.talkRetired'
  if (!talk.putOnMenuAt) return 'order.talkNotOnMenu'
  if (!talk.audiences.includes(order.audience)) return 'order.notForAudience'
  if (!talk.languages.includes(order.language)) return 'order.languageNotOffered'
  if (order.headCount > venue.seats) return 'order.venueTooSmall'
  const isOffered = ({ start, end }: Span) =>
    (talk.offeredFrom ?? '') <= dayOf(start) && dayOf(end) <= (talk.offeredUntil ?? '9999')
  if (!order.times.every(isOffered)) return 'order.notOfferedThen'
  return whyNotSuited(talk, order.times, season, now) ?? whyNotTogether(order)
}

/** Why these times can't be those of an order. */
export function whyNotSuited(
  talk: { minutes: number },
  times: readonly Span[],
  season: { startsOn: string; endsOn: string },
  now: Date,
): OrderReason | null {
  if (times.length === 0) return 'order.noTime'
  if (times.some((time) => time.start <= now)) return 'order.timePast'
  const isShort = ({ start, end }: Span) => later(start, talk.minutes * minute) > end
  if (times.some(isShort)) return 'order.timeTooShort'
  const outside = (time: Span) =>
    dayOf(time.start) < season.startsOn || dayOf(time.end) > season.endsOn
  if (times.some(outside)) return 'order.outsideSeason'
  const clash = times.some((time, at) => times.slice(at + 1).some((other) => overlap(time, other)))
  return clash ? 'order.timesOverlap' : null
}

/** Units that come along are named once each, and leave room for those who order. */
function whyNotTogether(order: {
  headCount: number
  guests: readonly { unitId: string; headCount: number }[]
}): OrderReason | null {
  const units = new Set(order.guests.map(({ unitId }) => unitId))
  if (units.size < order.guests.length) return 'order.guestTwice'
  const guests = order.guests.reduce((sum, { headCount }) => sum + headCount, 0)
  return guests >= order.headCount ? 'order.tooManyGuests' : null
}

/** What is wrong with the times as they were typed, each at its own field. */
export function faultsOfTimes(
  times: readonly (NamedTime | null)[],
  talk: { minutes: number; anyDay: boolean },
  season: { startsOn: string; endsOn: string },
  now: Date,
): Record<string, OrderReason> {
  const faults = times.map((time, at): [string, OrderReason | null] => {
    const spans = time ? choicesOf([time], talk, now).map(({ during }) => during) : []
    const none = time ? 'order.timePast' : null
    const fault = spans.length > 0 ? whyNotSuited(talk, spans, season, now) : none
    return [`times.${at}`, fault]
  })
  return Object.fromEntries(faults.filter((fault): fault is [string, OrderReason] => !!fault[1]))
}

/** Whether a talk of so many minutes that begins then lies within one of these spans. */
export function liesIn(times: readonly Span[], start: Date, minutes: number): boolean {
  const end = later(start, minutes * minute)
  return times.some((time) => time.start <= start && end <= time.end)
}

const between = 30

/** The beginnings that can be chosen within an order's times: every half hour, each of them once. */
export function startsIn(times: readonly Span[], minutes: number): Date[] {
  const starts = times.flatMap(({ start, end }) => {
    const room = (end.getTime() - start.getTime()) / minute - minutes
    const steps = Math.max(0, Math.floor(room / between))
    return Array.from({ length: steps + 1 }, (_, at) => start.getTime() + at * between * minute)
  })
  return [...new Set(starts)].map((at) => new Date(at))
}

/** Why nobody can say yet that a talk was not held: its time has not come. */
export function whyNotMissed(
  order: { status: OrderStatus },
  during: Span | undefined,
  now: Date,
): OrderReason | null {
  const refused = whyNot('miss', order)
  if (refused) return refused
  return during && during.start <= now ? null : 'order.notOverYet'
}

/** How many days after its talk an order is closed by itself, once it was confirmed. */
export const closesAfterDays = 30
