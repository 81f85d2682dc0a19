import { dayOf, yearsBetween } from '#app/platform/time.ts'
import {
  type Seats,
  type SessionReason,
  type Standing,
  whyNotCancelled,
  whyNotStanding,
} from '../rules.ts'

/** Why something about a seat can't be done. Each is the key of its sentence. */
export type SeatReason =
  | 'session.alreadySignedUp'
  | 'session.childSeatsLeft'
  | 'session.full'
  | 'session.needsGuardian'
  | 'session.notSignedUp'
  | 'session.seatsInUse'
  | 'session.started'

/** Whether someone is not yet 18. Where no birthday is known the person counts as grown up. */
export function isChild(person: { bornOn: string | null }, now: Date): boolean {
  return person.bornOn !== null && yearsBetween(person.bornOn, dayOf(now)) < 18
}

/** How many are taken, and of them how many of the children's. */
type Taken = { taken: number; childTaken: number }

/** Of which group a seat is left: a child has one of the children's first, nobody else has one of them. */
export function seatFor(
  { seats, childSeats }: Seats,
  { taken, childTaken }: Taken,
  forChild: boolean,
): 'child' | 'open' | null {
  if (forChild && childTaken < childSeats) return 'child'
  return taken - childTaken < seats - childSeats ? 'open' : null
}

/** Why a person can't have a seat. A child's seat is asked for by a guardian or by staff. */
export function whyNotSignedUp(
  session: Standing & Seats,
  seats: Taken & { hasOne: boolean },
  person: { bornOn: string | null; asksAlone: boolean },
  now: Date,
): SeatReason | SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  if (session.during.start <= now) return 'session.started'
  if (seats.hasOne) return 'session.alreadySignedUp'
  if (person.asksAlone && isChild(person, now)) return 'session.needsGuardian'
  const forChild = isChild(person, now)
  if (seatFor(session, seats, forChild)) return null
  return !forChild && seats.childTaken < session.childSeats
    ? 'session.childSeatsLeft'
    : 'session.full'
}

/** Why the seats can't be dealt out like this: someone sits on one already, or there is no room. */
export function whyNotDealt(
  session: Standing & Taken,
  dealt: Seats,
  room: { venueSeats: number | null; mostGuests: number | null },
): SeatReason | SessionReason | null {
  const refused = whyNotCancelled(session)
  if (refused) return refused
  if (dealt.childSeats > dealt.seats) return 'session.moreChildSeats'
  if (room.venueSeats !== null && dealt.seats > room.venueSeats) return 'session.moreSeatsThanVenue'
  if (room.mostGuests !== null && dealt.seats > room.mostGuests) return 'home.tooManyGuests'
  const { taken, childTaken } = session
  const sitting =
    childTaken > dealt.childSeats || taken - childTaken > dealt.seats - dealt.childSeats
  return sitting ? 'session.seatsInUse' : null
}

/** Why a seat can't be given back: free until the session begins, and no reason is asked. */
export function whyNotSignedOff(
  session: Standing,
  hasSeat: boolean,
  now: Date,
): SeatReason | SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  if (!hasSeat) return 'session.notSignedUp'
  return session.during.start <= now ? 'session.started' : null
}
