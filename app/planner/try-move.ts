// What a change by hand does to a plan: asked while a booking is dragged, so it only looks.
import { checkPlan, type Fault } from './check-plan.ts'
import { columnsOf } from './columns.ts'
import { commitmentsOf } from './commitments.ts'
import { sharesOf, worthOf } from './goals.ts'
import type { Booking, Season, Worth } from './season.ts'

/** The rules that a change breaks, and what it adds to each goal or takes from it. */
export type Trial = { breaks: readonly Fault[]; costs: Worth; worth: Worth }

/** An order served otherwise, or no longer where there is no booking; what was locked counts as planned. */
export function tryMove(
  season: Season,
  bookings: readonly Booking[],
  change: { order: number; booking: Booking | null },
): Trial {
  const free = withoutLocks(season)
  const others = bookings.filter(({ order }) => order !== change.order)
  const after = change.booking ? [...others, change.booking] : others
  const known = new Set(checkPlan(free, bookings).map(nameOf))
  const fixed = commitmentsOf(free)
  const shares = sharesOf(free, fixed, columnsOf(free, fixed))
  const [was, is] = [bookings, after].map((each) => worthOf(free, each, shares, fixed))
  return {
    breaks: checkPlan(free, after).filter((fault) => !known.has(nameOf(fault))),
    costs: differenceOf(was!, is!),
    worth: is!,
  }
}

/** The season with nothing held fast by hand. */
export function withoutLocks(season: Season): Season {
  return { ...season, orders: season.orders.map((order) => ({ ...order, locked: null })) }
}

/** What one worth has more than another, goal by goal. */
function differenceOf(before: Worth, after: Worth): Worth {
  const more = (goal: keyof Worth) => Math.round((after[goal] - before[goal]) * 1000) / 1000
  return {
    served: more('served'),
    service: more('service'),
    fit: more('fit'),
    load: more('load'),
    kilometres: more('kilometres'),
  }
}

function nameOf({ rule, orders }: Fault): string {
  return [rule, ...orders.toSorted((a, b) => a - b)].join(' ')
}
