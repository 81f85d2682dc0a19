// What is fixed before a plan is made: talks booked outside it, and what the office locked by hand.
import type { Booking, Season, Speaker, Stretch } from './season.ts'
import { canGiveBoth, dayOf, type Slot, weekOf } from './when-and-where.ts'

/** The fixed talks of a speaker, and how many they are by day, by week and in all. */
export type SpeakerCommitments = {
  talks: readonly Slot[]
  perDay: ReadonlyMap<number, number>
  perWeek: ReadonlyMap<number, number>
  /** With those already given. */
  inSeason: number
}

export type Commitments = {
  speakers: readonly SpeakerCommitments[]
  /** When each venue is taken. */
  venues: readonly (readonly Stretch[])[]
  /** The bookings that stay as they are; their orders are not planned. */
  locked: readonly Booking[]
}

/** Everything that is fixed in a season. A locked booking is never questioned, whatever rule it breaks. */
export function commitmentsOf(season: Season): Commitments {
  const locked = season.orders.flatMap((order) => (order.locked ? [order.locked] : []))
  const talks = season.speakers.map(({ booked }) =>
    booked.map(({ stretch, place }) => ({ start: stretch.from, until: stretch.until, place })),
  )
  const venues = season.venues.map(({ booked }) => [...booked])
  for (const booking of locked) {
    const slot = slotOf(season, booking)
    talks[booking.speaker]?.push(slot)
    venues[booking.venue]?.push({ from: slot.start, until: slot.until })
  }
  return {
    speakers: season.speakers.map((speaker, index) =>
      countedOf(season, speaker, talks[index] ?? []),
    ),
    venues,
    locked,
  }
}

/** The time and place of a booking. */
export function slotOf(season: Season, { order, venue, start }: Booking): Slot {
  const minutes = season.orders[order]?.minutes ?? 0
  return { start, until: start + minutes, place: season.venues[venue]?.place ?? 0 }
}

function countedOf(season: Season, speaker: Speaker, talks: readonly Slot[]): SpeakerCommitments {
  const perDay = new Map<number, number>()
  const perWeek = new Map<number, number>()
  for (const { start } of talks) {
    const day = dayOf(start)
    const week = weekOf(season, day)
    perDay.set(day, (perDay.get(day) ?? 0) + 1)
    perWeek.set(week, (perWeek.get(week) ?? 0) + 1)
  }
  return { talks, perDay, perWeek, inSeason: speaker.given + talks.length }
}

/** Whether one more talk fits beside what is fixed: limits, days of rest, rest and way. */
export function fitsCommitments(
  season: Season,
  speaker: Speaker,
  fixed: SpeakerCommitments,
  slot: Slot,
): boolean {
  if (fixed.inSeason >= (speaker.mostPerSeason ?? Infinity)) return false
  const day = dayOf(slot.start)
  if ((fixed.perDay.get(day) ?? 0) >= speaker.mostPerDay) return false
  const ofWeek = fixed.perWeek.get(weekOf(season, day)) ?? 0
  if (ofWeek >= (speaker.mostPerWeek ?? Infinity)) return false
  return fixed.talks.every(
    (talk) =>
      !isDayOfRest(speaker, dayOf(talk.start), day) && canGiveBoth(season, speaker, talk, slot),
  )
}

/** Whether a talk on one of two days makes the other a day of rest. */
export function isDayOfRest(speaker: Speaker, one: number, other: number): boolean {
  return one !== other && Math.abs(one - other) <= speaker.restDays
}
