// Every plan that there is for a small season, by trying them all: what the checker lets pass is a plan.
import { checkPlan } from '#app/planner/check-plan.ts'
import type { Booking, Season } from '#app/planner/season.ts'

/** Every booking of one order that could stand alone, beside what is locked. */
export function bookingsAlone(season: Season, order: number): Booking[] {
  const { options, minutes } = season.orders[order]!
  const starts = options.flatMap(({ stretch, venue }) => {
    const steps = Math.floor((stretch.until - stretch.from - minutes) / season.step) + 1
    return Array.from({ length: Math.max(0, steps) }, (_, step) => ({
      venue,
      start: stretch.from + step * season.step,
    }))
  })
  const known = new Map(starts.map((each) => [`${each.venue} ${each.start}`, each]))
  return [...known.values()].flatMap((at) =>
    season.speakers
      .map((_, speaker): Booking => ({ order, speaker, ...at }))
      .filter((booking) => isPlan(season, [...lockedOf(season), booking])),
  )
}

function lockedOf(season: Season): Booking[] {
  return season.orders.flatMap(({ locked }) => (locked ? [locked] : []))
}

function isPlan(season: Season, bookings: readonly Booking[]): boolean {
  return checkPlan(season, bookings).length === 0
}

/** Calls `visit` with every plan: each order is served in one of its ways, or not. */
export function everyPlan(season: Season, visit: (plan: readonly Booking[]) => void): void {
  const ways = season.orders.map((order, at) => (order.locked ? [] : bookingsAlone(season, at)))
  const plan = lockedOf(season)
  const from = (order: number) => {
    if (order === ways.length) return visit(plan)
    from(order + 1)
    for (const booking of ways[order]!) {
      plan.push(booking)
      // What breaks a rule goes on breaking it with more bookings.
      if (isPlan(season, plan)) from(order + 1)
      plan.pop()
    }
  }
  from(0)
}

/** The plan that is worth most. */
export function bestPlan(
  season: Season,
  worthOf: (plan: readonly Booking[]) => number,
): { plan: readonly Booking[]; worth: number } {
  let best: { plan: readonly Booking[]; worth: number } = { plan: [], worth: -Infinity }
  everyPlan(season, (plan) => {
    const worth = worthOf(plan)
    if (worth > best.worth) best = { plan: [...plan], worth }
  })
  return best
}
