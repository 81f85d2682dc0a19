// What a plan is worth: the goals in their strict order, and the one weighed sum that keeps the order.
import type { Columns } from './columns.ts'
import { type Commitments, commitmentsOf } from './commitments.ts'
import { fitPartsOf, kilometresTo } from './fit.ts'
import type { Booking, Order, Season, Worth } from './season.ts'

const ofPriority = { 1: 10, 2: 15, 3: 20 } as const
const daysForAPoint = 2
const mostForWaiting = 5

/** The points for serving an order: by priority, and up to half a usual order more for waiting. */
export function servicePoints({ priority, waited }: Order): number {
  return ofPriority[priority] + Math.min(mostForWaiting, Math.floor(waited / daysForAPoint))
}

/** What the square of one talk above the share costs, in fit. */
const perSquare = 0.05
/** However loaded a speaker is, a further talk costs at most so much fit. */
const mostForATalk = 1
const perKilometre = 0.0001
/** Fairness may cost this part of the best fit that there is. */
export const fitForFairness = 0.04

/** A part of a speaker's load: so many talks at a price each; prices rise from part to part. */
export type LoadPart = { talks: number; price: number }

/** What counts how much: everything in units of fit. */
export type Goals = {
  /** A point of service, and what each kept promise is worth in a repair. */
  servicePoint: number
  keep: number
  /** The price of each column by itself: fit less kilometres. */
  ofColumn: Float64Array
  /** For each speaker the own share, and the parts of what can be planned above what is fixed. */
  shares: readonly number[]
  loads: readonly (readonly LoadPart[])[]
}

/** The number of talks that are each speaker's own share of all that are to be given. */
export function sharesOf(season: Season, fixed: Commitments, columns: Columns): number[] {
  const active = season.speakers.map((_, speaker) => fixed.speakers[speaker]!.inSeason > 0)
  for (const speaker of columns.speaker) active[speaker] = true
  let talks = 0
  for (const { inSeason } of fixed.speakers) talks += inSeason
  for (let order = 0; order < season.orders.length; order++) {
    if (columns.ofOrder[order + 1]! > columns.ofOrder[order]!) talks++
  }
  let willing = 0
  for (const [speaker, { willingness }] of season.speakers.entries()) {
    if (active[speaker]) willing += willingness
  }
  return season.speakers.map(({ willingness }) =>
    willing > 0 ? (talks * willingness) / willing : 0,
  )
}

/** The square of what a load is above the share, over the willingness. */
export function loadOf(talks: number, share: number, willingness: number): number {
  return Math.max(0, talks - share) ** 2 / Math.max(0.1, willingness)
}

/** What counts how much in a season; `keep` for a repair, where promises are changed only at a price. */
export function goalsOf(
  season: Season,
  fixed: Commitments,
  columns: Columns,
  { repair = false }: { repair?: boolean } = {},
): Goals {
  const shares = sharesOf(season, fixed, columns)
  const demand = ordersOfSpeakers(season, columns)
  const loads = season.speakers.map((speaker, index) => {
    const fixedTalks = fixed.speakers[index]!.inSeason
    const most = Math.min(demand[index]!, (speaker.mostPerSeason ?? Infinity) - fixedTalks)
    return partsOf(
      fixedTalks,
      Math.max(0, most),
      (talks) => perSquare * loadOf(talks, shares[index]!, speaker.willingness),
    )
  })
  const ofColumn = columns.fit.map(
    (fit, column) => fit - perKilometre * columns.kilometres[column]!,
  )
  const servicePoint = pointOf(columns, ofColumn)
  return { servicePoint, keep: repair ? servicePoint : 0, ofColumn, shares, loads }
}

/** How many orders each speaker has columns of. */
function ordersOfSpeakers({ speakers }: Season, columns: Columns): number[] {
  const counts = speakers.map(() => 0)
  const last = speakers.map(() => -1)
  for (const [column, speaker] of columns.speaker.entries()) {
    if (last[speaker] === columns.order[column]) continue
    last[speaker] = columns.order[column]!
    counts[speaker]!++
  }
  return counts
}

function partsOf(fixed: number, most: number, costOf: (talks: number) => number): LoadPart[] {
  const parts: LoadPart[] = []
  for (let talks = fixed + 1; talks <= fixed + most; talks++) {
    const price = Math.min(mostForATalk, costOf(talks) - costOf(talks - 1))
    const last = parts.at(-1)
    if (last && price - last.price < 1e-9) last.talks++
    else parts.push({ talks: 1, price })
  }
  return parts
}

/**
 * What a point of service has to weigh so that no plan with less of it is worth more: all that any two
 * plans can differ by in the goals below. Each order gives between its best column and nothing, or
 * its worst column where that is below nothing, and loads a speaker by at most the dearest talk.
 */
function pointOf({ ofOrder }: Columns, ofColumn: Float64Array): number {
  let differ = 0
  for (let order = 0; order + 1 < ofOrder.length; order++) {
    const own = ofColumn.subarray(ofOrder[order], ofOrder[order + 1])
    if (own.length === 0) continue
    let [least, best] = [0, 0]
    for (const price of own) {
      least = Math.min(least, price)
      best = Math.max(best, price)
    }
    differ += best - least + mostForATalk
  }
  return Math.ceil(differ + 1)
}

/** What bookings are worth, goal by goal, with the locked ones among them. */
export function worthOf(
  season: Season,
  bookings: readonly Booking[],
  shares: readonly number[],
  fixed: Commitments = commitmentsOf(season),
): Worth {
  const talks = fixed.speakers.map(({ inSeason }) => inSeason)
  const worth = { served: bookings.length, service: 0, fit: 0, load: 0, kilometres: 0 }
  for (const booking of bookings) {
    const order = season.orders[booking.order]!
    const { subject, wish, time } = fitPartsOf(season, booking)
    worth.service += servicePoints(order)
    worth.fit += (subject + wish + time) / 100
    worth.kilometres += kilometresTo(season, season.speakers[booking.speaker]!, booking.venue)
    // A locked booking is among what is fixed already.
    if (!order.locked) talks[booking.speaker]!++
  }
  for (const [speaker, { willingness }] of season.speakers.entries()) {
    worth.load += loadOf(talks[speaker]!, shares[speaker]!, willingness)
  }
  return worth
}
