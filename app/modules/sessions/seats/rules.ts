import { dayOf, hour, later, yearsBetween } from '#app/platform/time.ts'
import {
  type Seats,
  type SessionReason,
  type Standing,
  whyNotCancelled,
  whyNotStanding,
} from '../rules.ts'

/** Why something about a seat can't be done. Each is the key of its sentence. */
export type SeatReason =
  | 'session.alreadyInLine'
  | 'session.alreadySignedUp'
  | 'session.closesAfterStart'
  | 'session.closesBeforeOpening'
  | 'session.needsGuardian'
  | 'session.notOpenYet'
  | 'session.notSignedUp'
  | 'session.notSoManyHeld'
  | 'session.partyTooBig'
  | 'session.seatsInUse'
  | 'session.signUpClosed'
  | 'session.started'

/** Whether someone is not yet 18. Where no birthday is known the person counts as grown up. */
export function isChild(person: { bornOn: string | null }, now: Date): boolean {
  return person.bornOn !== null && yearsBetween(person.bornOn, dayOf(now)) < 18
}

/** How many are taken, and of them how many of the children's. */
export type Taken = { taken: number; childTaken: number }

/** Seats of either group: that are free, or that are wanted together. */
export type Room = { child: number; open: number }

/** Who wants seats together: so many children, so many others. */
export type Size = { children: number; others: number }

/** What is free of each group. */
export function roomOf({ seats, childSeats }: Seats, { taken, childTaken }: Taken): Room {
  return {
    child: Math.max(0, childSeats - childTaken),
    open: Math.max(0, seats - childSeats - (taken - childTaken)),
  }
}

/**
 * The seats that people have who come together, or null where not all of them fit: children have the
 * children's seats first and any other after them, nobody else has one of the children's.
 */
export function seatsFor(room: Room, { children, others }: Size): Room | null {
  const child = Math.min(children, room.child)
  const open = children - child + others
  return open <= room.open ? { child, open } : null
}

/** Counts who of these people is a child. */
export function sizeOf(people: readonly { bornOn: string | null }[], now: Date): Size {
  const children = people.filter((person) => isChild(person, now)).length
  return { children, others: people.length - children }
}

/** Who has which of the seats that people have together. */
export function dealOut<P extends { bornOn: string | null }>(
  people: readonly P[],
  { child }: Room,
  now: Date,
): { person: P; seat: 'child' | 'open' }[] {
  let left = child
  return people.map((person) => {
    const isTheirs = left > 0 && isChild(person, now)
    if (isTheirs) left -= 1
    return { person, seat: isTheirs ? 'child' : 'open' }
  })
}

/**
 * Seats those who come one after the other, or says null for who has to wait. Nobody is seated past
 * somebody in line who would fit; but in the last half hour whoever comes first has what is free.
 */
export function placeInTurn(
  free: Room,
  line: readonly Size[],
  coming: readonly Size[],
  firstCome: boolean,
): (Room | null)[] {
  const room = { ...free }
  const waiting = [...line]
  return coming.map((size) => {
    const seats = seatsFor(room, size)
    const passes = !firstCome && waiting.some((each) => seatsFor(room, each) !== null)
    if (seats === null || passes) {
      waiting.push(size)
      return null
    }
    room.child -= seats.child
    room.open -= seats.open
    return seats
  })
}

/** From when on nothing is offered any more, and free seats are for whoever comes first. */
export function lastOffer(start: Date): Date {
  return later(start, -hour / 2)
}

/** From when to when people sign up; without times, from the announcement to the start. */
export type Times = { opensAt: Date | null; closesAt: Date | null }

/**
 * Why a person can't have a seat or a place in the line. A child's is asked for by a guardian or by staff.
 * Who runs the session still takes calls after sign-up has closed, until it begins.
 */
export function whyNotSignedUp(
  session: Standing & Times,
  place: { hasOne: boolean; inLine: boolean },
  asking: { bornOn: string | null; asksAlone: boolean; runs: boolean },
  now: Date,
): SeatReason | SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  if (session.during.start <= now) return 'session.started'
  if (place.hasOne) return 'session.alreadySignedUp'
  if (place.inLine) return 'session.alreadyInLine'
  if (asking.asksAlone && isChild(asking, now)) return 'session.needsGuardian'
  return whyNotOpen(session, asking.runs, now)
}

/** Why nobody signs up at this hour. */
export function whyNotOpen(
  { opensAt, closesAt }: Times,
  runs: boolean,
  now: Date,
): SeatReason | null {
  if (opensAt !== null && now < opensAt) return 'session.notOpenYet'
  return closesAt !== null && now >= closesAt && !runs ? 'session.signUpClosed' : null
}

/** Why a unit can't hold more seats without names, or give some back. */
export function whyNotHeld(
  session: Standing & Times,
  { more, waits, runs }: { more: number; waits: boolean; runs: boolean },
  now: Date,
): SeatReason | SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  if (session.during.start <= now) return 'session.started'
  if (more <= 0) return null
  return waits ? 'session.alreadyInLine' : whyNotOpen(session, runs, now)
}

/** Why people who come together will never fit: there are fewer seats than they are. */
export function whyNeverSeated(session: Seats, size: Size): SeatReason | null {
  const all = roomOf(session, { taken: 0, childTaken: 0 })
  return seatsFor(all, size) ? null : 'session.partyTooBig'
}

/** Why the times of signing up can't be these. */
export function whyNotTimed(
  session: Standing,
  { opensAt, closesAt }: Times,
): SeatReason | SessionReason | null {
  const refused = whyNotCancelled(session)
  if (refused) return refused
  const { start } = session.during
  if ((closesAt ?? start) > start || (opensAt ?? start) > start) return 'session.closesAfterStart'
  return opensAt !== null && (closesAt ?? start) <= opensAt ? 'session.closesBeforeOpening' : null
}

/** The times of signing up for a session that is moved: what would come after its start falls away. */
export function timesUntil(start: Date, times: Times): Times {
  const closesAt = times.closesAt !== null && times.closesAt > start ? null : times.closesAt
  const opensInTime = times.opensAt !== null && times.opensAt < (closesAt ?? start)
  return { opensAt: opensInTime ? times.opensAt : null, closesAt }
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
  const { child, open } = tooFew(session, dealt)
  return child + open > 0 ? 'session.seatsInUse' : null
}

/** How many who sit would have no seat any more. */
export function tooFew({ taken, childTaken }: Taken, dealt: Seats): Room {
  return {
    child: Math.max(0, childTaken - dealt.childSeats),
    open: Math.max(0, taken - childTaken - (dealt.seats - dealt.childSeats)),
  }
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

/** Who says so on the day itself can't come; until the end of the day before, a seat is given back. */
export function isOnTheDay(session: Standing, now: Date): boolean {
  return dayOf(now) >= dayOf(session.during.start)
}

/** Why a unit can't put names on seats: it holds fewer, or it is too late. */
export function whyNotNamed(
  session: Standing,
  { held, names }: { held: number; names: number },
  now: Date,
): SeatReason | SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  if (session.during.start <= now) return 'session.started'
  return names > held ? 'session.notSoManyHeld' : null
}
