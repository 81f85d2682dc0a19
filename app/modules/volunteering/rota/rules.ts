import { overlap, type Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf, hour, later, yearsBetween } from '#app/platform/time.ts'
import { type PostReason, type ShiftStatus, whyNotStanding } from '../posts/rules.ts'
import {
  type Adult,
  ageBand,
  type ServiceRule,
  weekOf,
  whyNotYoung,
  type YouthReason,
} from '../youth/rules.ts'

export type OffWhy = NonNullable<Tables['shiftPlace']['offWhy']>

/** Why a place can't be given, given up or swapped. Each is the key of its sentence. */
export type RotaReason =
  | YouthReason
  | PostReason
  | 'shift.started'
  | 'place.birthday'
  | 'place.age'
  | 'place.notApproved'
  | 'place.already'
  | 'place.full'
  | 'place.rest'
  | 'place.week'
  | 'place.over'
  | 'swap.young'
  | 'swap.children'
  | 'swap.offered'
  | 'swap.gone'
  | 'swap.own'
  | 'ask.nobody'
  | HeldReason

/** The names under which the database says no, where two come at once or a rule was passed by. */
type HeldReason =
  | 'place_age'
  | 'place_born'
  | 'place_birthday'
  | 'place_rest'
  | 'place_seat'
  | 'place_seat_taken'
  | 'place_week'
  | 'place_week_turn'
  | 'place_minor_consent'
  | 'place_minor_risk'
  | 'place_minor_hours'
  | 'place_minor_day'
  | 'place_child_beside'
  | 'place_child_pick_up'
  | 'place_beside_seat'
  | 'place_beside_taken'
  | 'place_consent'
  | 'place_adult'
  | 'place_application'
  | 'swap_open'

const restHours = 11

type Shift = { during: Span; status: ShiftStatus; risk: string; leastAge: number; needed: number }

/** A person who is to stand on a shift, with all that decides it. */
export type Server = {
  bornOn: string | null
  approved: boolean
  consentId: string | null
  inTeam: boolean
  pickUp: string
  /** The person's other places, past and coming. */
  places: readonly { shiftId: string; during: Span }[]
}

/** Why a person can't stand on a shift; the database holds each of these again. */
export function whyNotPlaced(
  shift: Shift & { id: string },
  taken: number,
  person: Server,
  adult: Adult | null | undefined,
  rule: ServiceRule,
  asks: { now: Date; byStaff: boolean },
): RotaReason | null {
  const refused = whyNotStanding(shift)
  if (refused) return refused
  if (!asks.byStaff && shift.during.start <= asks.now) return 'shift.started'
  if (person.bornOn === null) return 'place.birthday'
  const onDay = dayOf(shift.during.start)
  if (yearsBetween(person.bornOn, onDay) < shift.leastAge) return 'place.age'
  const young = whyNotYoung(
    shift,
    {
      ...person,
      bornOn: person.bornOn,
      days: person.places.map((place) => dayOf(place.during.start)),
    },
    adult,
    rule,
  )
  if (person.places.some((place) => place.shiftId === shift.id)) return 'place.already'
  if (young) return young
  if (!person.approved) return 'place.notApproved'
  if (taken >= shift.needed) return 'place.full'
  return whyNotRested(shift.during, person.places, rule)
}

/** One place at a time, eleven hours of rest between two, and only so many in a week. */
function whyNotRested(
  during: Span,
  places: readonly { during: Span }[],
  rule: Pick<ServiceRule, 'weekMost'>,
): RotaReason | null {
  const rested = (span: Span) => ({ start: span.start, end: later(span.end, restHours * hour) })
  if (places.some((place) => overlap(rested(place.during), rested(during)))) return 'place.rest'
  return turnsIn(during, places).length >= rule.weekMost ? 'place.week' : null
}

/** Which of the places fall into the week of a span. */
export function turnsIn<P extends { during: Span }>(during: Span, places: readonly P[]): P[] {
  const week = weekOf(dayOf(during.start))
  return places.filter((place) => weekOf(dayOf(place.during.start)) === week)
}

/** The lowest number from one that is free. */
export function lowestFree(taken: readonly number[]): number {
  const used = new Set(taken)
  let free = 1
  while (used.has(free)) free += 1
  return free
}

/** Why a place can't be given up: freely until the shift begins, by staff until the roll is called. */
export function whyNotGivenUp(
  place: { state: string },
  shift: Pick<Shift, 'status' | 'during'>,
  asks: { now: Date; byStaff: boolean },
): RotaReason | null {
  if (place.state !== 'on') return 'place.over'
  const refused = whyNotStanding(shift)
  if (refused) return refused
  return !asks.byStaff && shift.during.start <= asks.now ? 'shift.started' : null
}

/** Why a place can't be offered to others: children's are changed by those who lead them. */
export function whyNotOffered(
  place: { state: string; bornOn: string | null; children: number; offered: boolean },
  shift: Pick<Shift, 'status' | 'during'>,
  rule: ServiceRule,
  now: Date,
): RotaReason | null {
  const refused = whyNotGivenUp(place, shift, { now, byStaff: false })
  if (refused) return refused
  const band = ageBand(place.bornOn ?? '', dayOf(shift.during.start), rule)
  if (place.bornOn === null || band !== 'adult') return 'swap.young'
  if (place.children > 0) return 'swap.children'
  return place.offered ? 'swap.offered' : null
}

export function whyNotWithdrawn(swap: {
  takenAt: Date | null
  withdrawnAt: Date | null
}): RotaReason | null {
  return swap.takenAt || swap.withdrawnAt ? 'swap.gone' : null
}

/** Why an offered place can't be taken over; the shift's own rules are asked besides. */
export function whyNotSwapped(
  swap: { takenAt: Date | null; withdrawnAt: Date | null; personId: string; placeState: string },
  takerId: string,
): RotaReason | null {
  if (swap.takenAt || swap.withdrawnAt || swap.placeState !== 'on') return 'swap.gone'
  return swap.personId === takerId ? 'swap.own' : null
}

/**
 * Where children go whose adult leaves: beside the others of the shift who have room, in order;
 * for whom there is none the child comes off the rota.
 */
export function besideOthers(
  children: readonly string[],
  others: readonly Adult[],
  most: number,
): Map<string, string | null> {
  const room = others.map((adult) => ({ ...adult }))
  return new Map(
    children.map((child) => {
      const adult = room.find((each) => each.children < most)
      if (adult) adult.children += 1
      return [child, adult?.placeId ?? null]
    }),
  )
}

/** How many hands a shift still lacks. */
export function handsLacking(shift: { needed: number; taken: number }): number {
  return Math.max(0, shift.needed - shift.taken)
}

export function whyNotAsked(could: readonly unknown[]): RotaReason | null {
  return could.length === 0 ? 'ask.nobody' : null
}
