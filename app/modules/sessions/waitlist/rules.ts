import type { Tables } from '#app/platform/tables.ts'
import { addDays, day, dayOf, hour, instantAt, later, minute, timeOf } from '#app/platform/time.ts'
import { type SessionReason, type Standing, whyNotStanding } from '../rules.ts'
import { lastOffer, type Room, type Size, seatsFor } from '../seats/rules.ts'

export type PartyStatus = Tables['waiting']['status']

/** Why something about a place in the line can't be done. Each is the key of its sentence. */
export type LineReason =
  | 'line.ended'
  | 'line.noRoom'
  | 'offer.declined'
  | 'offer.none'
  | 'offer.over'
  | 'offer.taken'
  | 'offer.tooManyFromHere'
  | 'session.started'
  | 'waiting_once'

/** Why someone waits who is in line, for their own eyes. */
export type WaitReason =
  | 'line.full'
  | 'line.childSeatsLeft'
  | 'line.tooFewLeft'
  | 'line.othersFirst'

const quietFrom = '21:00'
const offeredFrom = '08:00'
const endsFrom = '09:00'

/** Nobody is asked to decide in less. */
const leastAnswer = 15 * minute

// Whoever has much time is given time to ask at home; whoever has little is asked to be quick.
const answerTimes = [
  [7 * day, day],
  [2 * day, 12 * hour],
  [day, 4 * hour],
  [6 * hour, hour],
  [0, 20 * minute],
] as const

/**
 * Until when an offer made now stands, or null where none is made: not by night, and not where less than
 * a quarter of an hour would be left before the last half hour. It never ends by night but moves on to the morning, unless the session is earlier still.
 */
export function offerUntil(now: Date, start: Date): Date | null {
  const time = timeOf(now)
  if (time >= quietFrom || time < offeredFrom || later(now, leastAnswer) > lastOffer(start))
    return null
  const left = start.getTime() - now.getTime()
  const [, answer] = answerTimes.find(([least]) => left >= least)!
  const until = byDay(later(now, answer))
  return until > lastOffer(start) ? lastOffer(start) : until
}

/** The moment itself, or the morning after it where it is by night. */
function byDay(until: Date): Date {
  const time = timeOf(until)
  if (time >= quietFrom) return instantAt(addDays(dayOf(until), 1), endsFrom)
  return time < endsFrom ? instantAt(dayOf(until), endsFrom) : until
}

/**
 * Who of those in line is offered seats: each in turn who fits into what is left then. Who is too many
 * for it keeps the place, and is the first to be asked when more is free.
 */
export function offersNow<P extends { size: Size }>(
  free: Room,
  line: readonly P[],
): { party: P; seats: Room }[] {
  const room = { ...free }
  return line.flatMap((party) => {
    const seats = seatsFor(room, party.size)
    if (!seats) return []
    room.child -= seats.child
    room.open -= seats.open
    return [{ party, seats }]
  })
}

/** Why an offer can't be answered: there is none, it was answered, or its time is over. */
export function whyNotAnswered(
  session: Standing,
  party: { status: PartyStatus; offerUntil: Date | null },
  now: Date,
): LineReason | SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  if (session.during.start <= now) return 'session.started'
  switch (party.status) {
    case 'offered':
      return party.offerUntil !== null && party.offerUntil <= now ? 'offer.over' : null
    case 'seated':
      return 'offer.taken'
    case 'declined':
      return 'offer.declined'
    case 'lapsed':
      return 'offer.over'
    case 'left':
      return 'line.ended'
    case 'waiting':
      return 'offer.none'
  }
}

/** Why a place in the line can't be left: it has ended already. */
export function whyNotLeft(party: { status: PartyStatus }): LineReason | null {
  return isInLine(party.status) ? null : 'line.ended'
}

/** Why who waits can't be seated out of turn. */
export function whyNotFilled(
  session: Standing,
  party: { status: PartyStatus; size: Size },
  room: Room,
  now: Date,
): LineReason | SessionReason | null {
  const refused = whyNotStanding(session) ?? whyNotLeft(party)
  if (refused) return refused
  if (session.during.start <= now) return 'session.started'
  // An offer holds its seats already.
  return party.status === 'offered' || seatsFor(room, party.size) ? null : 'line.noRoom'
}

const isInLine = (status: PartyStatus) => status === 'waiting' || status === 'offered'

/** Why someone in line has no seat yet, for what is free now. */
export function whyWaiting(room: Room, size: Size): WaitReason {
  const free = room.child + room.open
  if (free === 0) return 'line.full'
  if (seatsFor(room, size)) return 'line.othersFirst'
  return room.open === 0 ? 'line.childSeatsLeft' : 'line.tooFewLeft'
}

const mostAnHour = 60

/** Why no more answers are taken by link from one place for a while. */
export function whyNotByLink(fromHere: number): LineReason | null {
  return fromHere >= mostAnHour ? 'offer.tooManyFromHere' : null
}
