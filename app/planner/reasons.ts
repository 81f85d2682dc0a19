// Why a plan is as it is: for each order what speaks for its booking, or what it would need. What is
// said is kept, so speakers, venues and orders stand in it by their ids; days are the season's.
import type { Funnel } from './columns.ts'
import type { Minute } from './season.ts'

/** What a booking is worth, part by part; load and way count against it. */
export type Parts = {
  /** Points of a hundred. */
  subject: number
  wish: number
  time: number
  /** What one more talk of this speaker costs in fairness. */
  load: number
  kilometres: number
  /** All of it as the plan weighs it. */
  total: number
}

/** Something that would have to be otherwise for an order to be served. */
export type Relaxation =
  | { kind: 'speaker'; skill: string; language: string; audience: string }
  | { kind: 'skill'; speaker: string; skill: string }
  | { kind: 'language'; speaker: string; language: string }
  | { kind: 'audience'; speaker: string; audience: string }
  | { kind: 'length'; speaker: string; minutes: number }
  | { kind: 'format'; speaker: string; format: string }
  | { kind: 'guests'; speaker: string; headCount: number }
  | { kind: 'range'; speaker: string; kilometres: number }
  | { kind: 'hours'; speaker: string; day: number; evening: boolean }
  | { kind: 'moreThatDay' | 'moreThatWeek'; speaker: string; day: number }
  | { kind: 'moreThatSeason'; speaker: string }
  | { kind: 'rest'; speaker: string; day: number }
  | { kind: 'seats'; headCount: number }
  | { kind: 'opening'; venue: string; day: number }
  | { kind: 'venue'; day: number }

export type Reasons =
  | {
      kind: 'served'
      chosen: Parts
      /** The two next best, given everything else in the plan. */
      next: readonly { speaker: string; venue: string; start: Minute; parts: Parts }[]
    }
  | {
      kind: 'unserved'
      funnel: Funnel
      /** Each is a smallest set of things that would let the order be served beside all others. */
      ways: readonly (readonly Relaxation[])[]
      /** What serving it anyway would cost the goals, and which orders would go without. */
      price: { service: number; fit: number; load: number; dropped: readonly string[] } | null
    }
