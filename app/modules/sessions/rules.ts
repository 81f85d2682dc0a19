import { type Format, formats } from '#app/modules/talks/menu/rules.ts'
import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf, daysBetween, later, minute, timeOf } from '#app/platform/time.ts'

export type SessionStatus = Tables['session']['status']

/** What is on the menu, and what only the office holds: a course watched together, a live stream. */
export const sessionFormats = [...formats, 'viewing', 'stream'] as const
export type SessionFormat = (typeof sessionFormats)[number]

/** Why something about a session can't be done. Each is the key of its sentence. */
export type SessionReason =
  | 'session.alreadyScheduled'
  | 'session.cancelled'
  | 'session.closed'
  | 'session.alreadyPublished'
  | 'session.begun'
  | 'session.draft'
  | 'session.endsBeforeStart'
  | 'session.moreChildSeats'
  | 'session.moreSeatsThanVenue'
  | 'session.needsResource'
  | 'session.needsVenue'
  | 'session.needsVisitor'
  | 'session.noBoards'
  | 'session.noCourse'
  | 'session.noStream'
  | 'session.noVisits'
  | 'session.notAHome'
  | 'session.notAPavilion'
  | 'session.notBookedThen'
  | 'session.nothingChanged'
  | 'session.notAStream'
  | 'session.notAViewing'
  | 'session.notOnline'
  | 'session.outsideSeason'
  | 'session.timePast'
  | 'session.timePromised'
  | 'session.unknownStrand'
  | 'session_course_known'
  | 'child_seats_within'
  | 'given_out_within_offered'
  | 'home.noConsent'
  | 'home.notEntered'
  | 'home.outsideHours'
  | 'home.tooManyGuests'
  | 'session.notAccepted'
  | 'session.noRoll'
  | 'session.notStarted'
  | 'session.venueTooSmall'
  | 'venue_taken'

/** Whether a session still stands, and when it is. */
export type Standing = { status: SessionStatus; during: Span }

/** Why nothing can be done about a session any more, or not yet: it is called off, over, or a draft. */
export function whyNotStanding(session: Standing): SessionReason | null {
  if (session.status === 'cancelled') return 'session.cancelled'
  if (session.status === 'draft') return 'session.draft'
  return session.status === 'held' ? 'session.closed' : null
}

/**
 * How many can sign up: what the venue and the speaker's own limit allow, but not fewer than the
 * branch ordered for where the venue has the room.
 */
export function seatsOf(
  venue: { seats: number },
  speaker: { mostGuests: number | null },
  headCount: number,
): number {
  const comfortable = Math.min(venue.seats, speaker.mostGuests ?? venue.seats)
  return Math.max(comfortable, Math.min(headCount, venue.seats))
}

const formsOfPlaces: readonly Format[] = ['pavilion', 'home', 'door']

/**
 * The talk's form that is named after the place, such as a class in a pavilion; else its first that is
 * not named after another one. Online it is a live stream.
 */
export function formatOf(formats: readonly Format[], venueKind: string): SessionFormat {
  if (venueKind === 'online') return 'stream'
  const here = formats.find((format) => format === venueKind)
  return here ?? formats.find((format) => !formsOfPlaces.includes(format)) ?? 'talk'
}

/** Why no session follows from a dispatch: it has one, or nobody has said yes to it. */
export function whyNotScheduled(
  dispatch: { status: string },
  made: object | undefined,
): SessionReason | null {
  if (made) return 'session.alreadyScheduled'
  return dispatch.status === 'accepted' ? null : 'session.notAccepted'
}

/** Why another venue can't take a session: it has fewer seats than were ordered. */
export function whyNotMoved(
  venue: { seats: number },
  dispatch: { headCount: number },
): SessionReason | null {
  return venue.seats < dispatch.headCount ? 'session.venueTooSmall' : null
}

/** A draft may be called off too. */
export function whyNotCancelled(session: Standing): SessionReason | null {
  return session.status === 'draft' ? null : whyNotStanding(session)
}

/** A home that receives, with the limits its householder set. */
export type Home = { mostGuests: number; fromTime: string; untilTime: string }

/** Why a session doesn't suit a home: its hours and its guests are for the householder to say. */
function whyNotAtHome(
  home: Home | null,
  session: { during: Span; seats: number },
): SessionReason | null {
  if (!home) return 'home.notEntered'
  if (session.seats > home.mostGuests) return 'home.tooManyGuests'
  const { start, end } = session.during
  const within =
    dayOf(start) === dayOf(end) && home.fromTime <= timeOf(start) && timeOf(end) <= home.untilTime
  return within ? null : 'home.outsideHours'
}

/** How many seats there are, and of them how many are kept for children. */
export type Seats = { seats: number; childSeats: number }

export type Plan = Seats & {
  format: SessionFormat
  during: Span
  strandCode: string
  visitorId: string | null
}

/** Why the office can't plan a session like this; what is missing besides can follow until it is published. */
export function whyNotPlanned(
  plan: Plan,
  at: {
    season: { startsOn: string; endsOn: string }
    strands: readonly { code: string }[]
    venue: { kind: string; seats: number } | null
    home: Home | null
  },
  now: Date,
): SessionReason | null {
  const { during, format } = plan
  if (during.end <= during.start) return 'session.endsBeforeStart'
  if (during.start <= now) return 'session.timePast'
  if (dayOf(during.start) < at.season.startsOn || dayOf(during.end) > at.season.endsOn)
    return 'session.outsideSeason'
  if (!at.strands.some((strand) => strand.code === plan.strandCode)) return 'session.unknownStrand'
  if (plan.childSeats > plan.seats) return 'session.moreChildSeats'
  if (format === 'door') return plan.visitorId === null ? 'session.needsVisitor' : null
  return whyNotIn(plan, at)
}

/** Why a venue doesn't suit a format: a class in the pavilion is outdoors, one at home in a home. */
function whyNotIn(
  plan: Plan,
  { venue, home }: { venue: { kind: string; seats: number } | null; home: Home | null },
): SessionReason | null {
  if (!venue) return 'session.needsVenue'
  if (plan.format === 'pavilion' && !['pavilion', 'outdoors'].includes(venue.kind))
    return 'session.notAPavilion'
  if (plan.format === 'home' && venue.kind !== 'home') return 'session.notAHome'
  if (venue.kind === 'online' && plan.format !== 'stream') return 'session.notOnline'
  if (plan.seats > venue.seats) return 'session.moreSeatsThanVenue'
  return venue.kind === 'home' ? whyNotAtHome(home, plan) : null
}

/** What a draft has of what its format needs. */
export type Prepared = {
  /** Whether everything that has to be lent is booked for it. */
  booked: boolean
  boards: number
  visits: number
  /** Whether it is said which micro-course is watched. */
  course: boolean
  /** Whether the householder agrees; null where it is in nobody's home. */
  consented: boolean | null
}

/** What of a draft decides whether it can be announced. */
export type Announceable = Standing & { format: string; streamUrl: string }

/** Why a draft can't be published yet: it would be announced without something it can't do without. */
export function whyNotPublished(
  session: Announceable,
  prepared: Prepared,
  now: Date,
): SessionReason | null {
  if (session.status !== 'draft') return whyNotStanding(session) ?? 'session.alreadyPublished'
  if (session.during.start <= now) return 'session.timePast'
  if (!prepared.booked) return 'session.needsResource'
  if (session.format === 'exhibition' && prepared.boards === 0) return 'session.noBoards'
  if (session.format === 'door' && prepared.visits === 0) return 'session.noVisits'
  if (session.format === 'viewing' && !prepared.course) return 'session.noCourse'
  if (session.format === 'stream' && session.streamUrl === '') return 'session.noStream'
  return prepared.consented === false ? 'home.noConsent' : null
}

/** Why a course can't be said of a session: it is no viewing, or it is over. */
export function whyNotShowing(session: Standing & { format: string }): SessionReason | null {
  if (session.format !== 'viewing') return 'session.notAViewing'
  return whyNotCancelled(session)
}

/** Why an address can't be said of a session: it is no live stream, or it is over. */
export function whyNotStreaming(session: Standing & { format: string }): SessionReason | null {
  if (session.format !== 'stream') return 'session.notAStream'
  return whyNotCancelled(session)
}

const streamOpens = 30 * minute

/** From when to when the address of a live stream is shown to who has a seat. */
export function streamShown({ during }: { during: Span }): Span {
  return { start: later(during.start, -streamOpens), end: during.end }
}

/** A session as it stands, and as it would be: another time, another venue, as many seats as fit there. */
export type Change = {
  during: Span
  venue: { kind: string; seats: number } | null
  home: Home | null
  hostId: string
  toKnow: string
  toKnowEn: string
}

/** The seats that a session has at a venue: as many as before where they fit, the children's among them. */
export function seatsAt(
  session: Seats,
  { venue, home }: Pick<Change, 'venue' | 'home'>,
  childTaken: number,
): Seats {
  const seats = Math.min(session.seats, venue?.seats ?? Infinity, home?.mostGuests ?? Infinity)
  const open = session.seats - session.childSeats
  const childSeats = Math.min(session.childSeats, Math.max(childTaken, seats - open))
  return { seats, childSeats: Math.max(0, Math.min(childSeats, seats)) }
}

/** Why a session can't be changed like this. What a speaker has accepted keeps its time. */
export function whyNotChanged(
  session: Standing & { format: SessionFormat; strandCode: string; dispatchId: string | null },
  change: Change & Seats,
  season: { startsOn: string; endsOn: string },
  now: Date,
): SessionReason | null {
  const refused = whyNotCancelled(session)
  if (refused) return refused
  if (session.during.start <= now) return 'session.begun'
  const { start, end } = change.during
  const moves = +start !== +session.during.start || +end !== +session.during.end
  if (moves && session.dispatchId !== null) return 'session.timePromised'
  const at = {
    season,
    strands: [{ code: session.strandCode }],
    venue: change.venue,
    home: change.home,
  }
  // Who walks a round stays who it was.
  return whyNotPlanned({ ...session, ...change, visitorId: 'the same' }, at, now)
}

/** Why an announced session can't stay announced after a change: something would be missing then. */
export function whyNotKept(
  session: { status: SessionStatus },
  prepared: Prepared | undefined,
): SessionReason | null {
  if (session.status !== 'scheduled' || !prepared) return null
  if (!prepared.booked) return 'session.notBookedThen'
  return prepared.consented === false ? 'home.noConsent' : null
}

/** Why a session can't be closed yet: it has not begun, or nothing says who was there. */
export function whyNotClosed(
  session: Standing,
  roll: { marked: number; guests: number },
  now: Date,
): SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  if (now < session.during.start) return 'session.notStarted'
  return roll.marked === 0 && roll.guests === 0 ? 'session.noRoll' : null
}

/** How the list of coming sessions can be narrowed. */
export const facetNames = ['strand', 'community', 'week'] as const
export type FacetName = (typeof facetNames)[number]
export type Choice = Partial<Record<FacetName, string>>

type Listed = { strandCode: string; communityId: string | null; during: Span }

const week = 7

/** Within the next seven days, the seven after, or later. */
export function weekOf(during: Span, now: Date): 'this' | 'next' | 'later' {
  const days = daysBetween(dayOf(now), dayOf(during.start))
  if (days < week) return 'this'
  return days < 2 * week ? 'next' : 'later'
}

function facetValue(session: Listed, facet: FacetName, now: Date): string | null {
  if (facet === 'strand') return session.strandCode
  return facet === 'community' ? session.communityId : weekOf(session.during, now)
}

export function fitsChoice(session: Listed, choice: Choice, now: Date, but?: FacetName): boolean {
  return facetNames.every(
    (facet) =>
      facet === but ||
      choice[facet] === undefined ||
      facetValue(session, facet, now) === choice[facet],
  )
}

/** How many sessions each value of a facet would leave, the other facets' choices kept. */
export function facetCounts(
  sessions: readonly Listed[],
  choice: Choice,
  facet: FacetName,
  now: Date,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const session of sessions) {
    const value = facetValue(session, facet, now)
    if (value !== null && fitsChoice(session, choice, now, facet))
      counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
