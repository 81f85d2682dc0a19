// How well a booking fits, in points of a hundred, part by part, so that a page can show why.
import type { Booking, Order, Season, Speaker } from './season.ts'
import { kilometresBetween } from './when-and-where.ts'

/** The parts of a fit, in points; together at most 100. */
export type FitParts = {
  /** How well the speaker knows the subject: at most 50. */
  subject: number
  /** How near the subject is to what was wanted: at most 30. */
  wish: number
  /** How well the time suits the orderer: at most 20. */
  time: number
}

const ofStrength = [0, 17, 33, 50] as const
const ofFirstChoice = 20
const ofFirstWish = 30

/** What a speaker would best give for an order: the wish by its number and the points; else undefined. */
export function bestWish(
  { wants }: Order,
  { skills }: Speaker,
): { want: number; subject: number; wish: number } | undefined {
  let best: { want: number; subject: number; wish: number } | undefined
  for (const [want, { skill, worth }] of wants.entries()) {
    const known = skills.find((each) => each.skill === skill)
    if (!known) continue
    const subject = ofStrength[known.strength] ?? 0
    const wish = Math.round(ofFirstWish * Math.min(1, Math.max(0, worth)))
    if (!best || subject + wish > best.subject + best.wish) best = { want, subject, wish }
  }
  return best
}

/** The points of a time by how it was chosen: all for what suits best, half for the next, and so on. */
export function timePoints(choice: number): number {
  return Math.round(ofFirstChoice / (1 + choice))
}

/** The straight way from where a speaker lives to a venue. */
export function kilometresTo(season: Season, speaker: Speaker, venue: number): number {
  return kilometresBetween(season, speaker.place, season.venues[venue]?.place ?? speaker.place)
}

/** The parts of a booking's fit. One made by hand may be off every wish: that part is then nothing. */
export function fitPartsOf(season: Season, { order, speaker, venue, start }: Booking): FitParts {
  const wanted = season.orders[order]!
  const { subject, wish } = bestWish(wanted, season.speakers[speaker]!) ?? { subject: 0, wish: 0 }
  const choices = wanted.options
    .filter((option) => option.venue === venue && option.stretch.from <= start)
    .filter(({ stretch }) => start + wanted.minutes <= stretch.until)
    .map(({ choice }) => choice)
  return { subject, wish, time: choices.length > 0 ? timePoints(Math.min(...choices)) : 0 }
}
