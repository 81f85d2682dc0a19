// Why a plan is as it is: for each order what speaks for its booking, or what it would need. What is
// said is kept, so speakers, venues and orders stand in it by their ids; days are the season's.
import { bookingOf, type Columns, columnOf, columnsOf, type Funnel, funnelOf } from './columns.ts'
import { commitmentsOf } from './commitments.ts'
import { openDiary } from './diary.ts'
import { bestWish, kilometresTo, timePoints } from './fit.ts'
import { type Goals, goalsOf } from './goals.ts'
import { openPrices, type Price } from './prices.ts'
import { type Relaxation, waysToServe } from './relaxations.ts'
import type { Booking, Minute, Plan, Season } from './season.ts'

/** What a booking is worth, part by part; load and way count against it. */
export type Parts = {
  /** Points of a hundred. */
  subject: number
  wish: number
  time: number
  /** What one more talk of this speaker costs in fairness, in points. */
  load: number
  kilometres: number
  /** All of it as the plan weighs it, in points. */
  total: number
}

export type Reasons =
  | {
      kind: 'served'
      chosen: Parts
      /** The best of two other speakers, given everything else in the plan. */
      next: readonly { speaker: string; venue: string; start: Minute; parts: Parts }[]
    }
  | {
      kind: 'unserved'
      funnel: Funnel
      /** Each is a smallest set of things that would let the order be served beside all others. */
      ways: readonly (readonly Relaxation[])[]
      /** Null where it can't be served at any price. */
      price: Price | null
    }

/** The plan as reasons look at it: made once, asked for each order. */
type Looked = {
  season: Season
  columns: Columns
  goals: Goals
  diary: ReturnType<typeof openDiary>
  fixed: ReturnType<typeof commitmentsOf>
  /** The booking of each order, and how many of a speaker's talks are planned. */
  bookings: ReadonlyMap<number, Booking>
  planned: number[]
}

/** The reasons for every order of a plan, with what serving the unserved would cost. */
export async function explainPlan(
  season: Season,
  plan: Pick<Plan, 'bookings'>,
): Promise<Reasons[]> {
  const reasonOf = reasonsOf(season, plan.bookings)
  const prices = await openPrices(season)
  const reasons: Reasons[] = []
  for (const order of season.orders.keys()) {
    const why = reasonOf(order)
    reasons.push(why.kind === 'served' ? why : { ...why, price: await prices.priceOf(order) })
  }
  prices.close()
  return reasons
}

/** The reasons for each order of a plan, asked one by one. */
export function reasonsOf(
  season: Season,
  bookings: readonly Booking[],
): (order: number) => Reasons {
  const fixed = commitmentsOf(season)
  const columns = columnsOf(season, fixed)
  const diary = openDiary(season, columns, fixed)
  const planned = season.speakers.map(() => 0)
  const standing = new Map<number, number>()
  for (const booking of bookings) {
    const column = columnOf(columns, booking)
    if (column < 0) continue
    standing.set(booking.order, column)
    diary.add(column)
    planned[booking.speaker]!++
  }
  const goals = goalsOf(season, fixed, columns)
  const byOrder = new Map(bookings.map((booking) => [booking.order, booking]))
  const looked = { season, columns, goals, diary, fixed, bookings: byOrder, planned }
  return (order) => {
    const booking = byOrder.get(order)
    if (booking) return served(looked, booking)
    const ways = waysToServe({ season, fixed, columns, diary, standing }, order)
    return { kind: 'unserved', funnel: funnelOf(season, order, fixed), ways, price: null }
  }
}

const nextShown = 2

function served(looked: Looked, booking: Booking): Reasons {
  const { columns, diary, planned, season } = looked
  const own = columnOf(columns, booking)
  // What stands there by hand is not asked about: it has no columns to choose from.
  if (own < 0) return { kind: 'served', chosen: partsOf(looked, booking), next: [] }
  diary.remove(own)
  planned[booking.speaker]!--
  const best = new Map<number, { column: number; worth: number }>()
  for (
    let column = columns.ofOrder[booking.order]!;
    column < columns.ofOrder[booking.order + 1]!;
    column++
  ) {
    const speaker = columns.speaker[column]!
    if (speaker === booking.speaker || !diary.fits(column)) continue
    const worth = looked.goals.ofColumn[column]! - nextLoad(looked, speaker)
    if (worth > (best.get(speaker)?.worth ?? -Infinity)) best.set(speaker, { column, worth })
  }
  const next = [...best.values()]
    .toSorted((a, b) => b.worth - a.worth || a.column - b.column)
    .slice(0, nextShown)
    .map(({ column }) => {
      const other = bookingOf(columns, column)
      return {
        speaker: season.speakers[other.speaker]!.id,
        venue: season.venues[other.venue]!.id,
        start: other.start,
        parts: partsOf(looked, other),
      }
    })
  const chosen = partsOf(looked, booking)
  diary.add(own)
  planned[booking.speaker]!++
  return { kind: 'served', chosen, next }
}

/** What one more talk of a speaker costs, beside those that are planned. */
function nextLoad({ goals, planned }: Looked, speaker: number): number {
  let before = planned[speaker]!
  for (const { talks, price } of goals.loads[speaker]!) {
    if (before < talks) return price
    before -= talks
  }
  return goals.loads[speaker]!.at(-1)?.price ?? 0
}

function partsOf(looked: Looked, booking: Booking): Parts {
  const { season } = looked
  const order = season.orders[booking.order]!
  const speaker = season.speakers[booking.speaker]!
  const wish = bestWish(order, speaker)
  const until = booking.start + order.minutes
  const choices = order.options
    .filter(
      ({ venue, stretch }) =>
        venue === booking.venue && stretch.from <= booking.start && until <= stretch.until,
    )
    .map(({ choice }) => choice)
  const subject = wish?.subject ?? 0
  const wished = wish?.wish ?? 0
  const time = choices.length > 0 ? timePoints(Math.min(...choices)) : 0
  const load = Math.round(nextLoad(looked, booking.speaker) * 1000) / 10
  const kilometres = Math.round(kilometresTo(season, speaker, booking.venue) * 10) / 10
  const way = kilometres / 100
  const total = Math.round((subject + wished + time - load - way) * 10) / 10
  return { subject, wish: wished, time, load, kilometres, total }
}
