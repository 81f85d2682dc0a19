import { checkPlan, type Rule } from '#app/planner/check-plan.ts'
import type { Reasons } from '#app/planner/reasons.ts'
import type { Booking, Plan, Worth } from '#app/planner/season.ts'
import { tryMove, withoutLocks } from '#app/planner/try-move.ts'
import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { instantAt, later, minute } from '#app/platform/time.ts'
import type { AskingReason } from '../dispatches/rules.ts'
import { waitsForSpeaker } from '../orders/rules.ts'
import { type Asked, type GivenSeason, type HandBooking, talkOfSkill } from '../outlook/rules.ts'

export type PlanKind = Tables['plan']['kind']
export type PlanStatus = Tables['plan']['status']

export type PlanReason =
  | 'plan.noSeason'
  | 'plan.nothingOpen'
  | 'plan.notReady'
  | 'plan.alreadyPublished'
  | 'plan.alreadyDiscarded'
  | 'plan.nothingPlanned'
  | 'plan.breaksRules'
  | 'plan.changedMeanwhile'
  | 'plan.notLocked'
  | 'plan.notServed'
  | 'plan.unknownToPlan'

/** How far the planner is: what the best plan so far is worth. */
export type Progress = { served: number; objective: number; bound: number }

/** What a change by hand breaks, and what it adds to each goal or takes from it. */
export type Tried = { breaks: { rule: Rule; orderIds: string[] }[]; costs: Worth }
type ByHand = Tried & { kind: 'byHand' }
/** Why a speaker could not be asked when the plan was published. */
type Unasked = { kind: 'unasked'; reason: AskingReason }

/** What is said of an order in a plan; nothing of one that was taken out by hand. */
export type OrderReasons = Reasons | ByHand | Unasked | { kind?: undefined }

/** Why a plan can't be changed or published any more, or not yet. */
export function whyNotChanged(plan: { status: PlanStatus }): PlanReason | null {
  return whyNotDiscarded(plan) ?? (plan.status === 'ready' ? null : 'plan.notReady')
}

/** Why a plan can't be thrown away: what was published has become invitations. */
export function whyNotDiscarded(plan: { status: PlanStatus }): PlanReason | null {
  if (plan.status === 'published') return 'plan.alreadyPublished'
  return plan.status === 'discarded' ? 'plan.alreadyDiscarded' : null
}

/**
 * A plan is not published while something in it breaks a rule that nobody's hand has broken. What only
 * touches what stood promised before, such as a talk of a speaker who is away by now, is not its doing.
 */
export function whyNotPublished(
  faults: readonly { orders: readonly number[] }[],
  byHand: ReadonlySet<number>,
  asPromised: ReadonlySet<number>,
): PlanReason | null {
  const own = faults.some(
    ({ orders }) =>
      !orders.some((order) => byHand.has(order)) && !orders.every((order) => asPromised.has(order)),
  )
  return own ? 'plan.breaksRules' : null
}

/** What a new plan is asked with: all that the one before was, and what is said now. */
export function askedWith(before: Asked, more: Asked): Asked {
  const both = (one: readonly string[], other: readonly string[]) => [
    ...new Set([...one, ...other]),
  ]
  return {
    orderIds: more.orderIds.length > 0 ? more.orderIds : before.orderIds,
    withoutSpeakerIds: both(before.withoutSpeakerIds, more.withoutSpeakerIds),
    days: [...before.days, ...more.days],
    pairs: [...before.pairs, ...more.pairs],
    freedOrderIds: both(before.freedOrderIds, more.freedOrderIds),
    leftOutOrderIds: both(before.leftOutOrderIds, more.leftOutOrderIds),
  }
}

/** Who gives an order, where and when, as a plan's rows say it. */
export type Placed = {
  orderId: string
  speakerId: string | null
  venueId: string | null
  during: Span | null
}

/** What one plan makes otherwise than another: orders served now, served otherwise, and no longer. */
export function differenceBetween(
  before: readonly Placed[],
  after: readonly Placed[],
): { added: string[]; moved: string[]; dropped: string[] } {
  const was = new Map(before.map((each) => [each.orderId, each]))
  const is = new Map(after.map((each) => [each.orderId, each]))
  const serves = (each: Placed | undefined) => each?.speakerId != null
  const all = [...new Set([...was.keys(), ...is.keys()])].toSorted()
  return {
    added: all.filter((id) => !serves(was.get(id)) && serves(is.get(id))),
    moved: all.filter(
      (id) => serves(was.get(id)) && serves(is.get(id)) && !isSame(was.get(id)!, is.get(id)!),
    ),
    dropped: all.filter((id) => serves(was.get(id)) && !serves(is.get(id))),
  }
}

/** Whether two rows place an order with the same speaker, there and then. */
export function isSame(one: Omit<Placed, 'orderId'>, other: Omit<Placed, 'orderId'>): boolean {
  return (
    one.speakerId === other.speakerId &&
    one.venueId === other.venueId &&
    one.during?.start.getTime() === other.during?.start.getTime()
  )
}

/** When a booking of a plan is. */
export function spanOfBooking(season: GivenSeason, { order, start }: Booking): Span {
  const from = later(instantAt(season.firstDay, '00:00'), start * minute)
  return { start: from, end: later(from, (season.orders[order]?.minutes ?? 0) * minute) }
}

/** A plan's rows as the planner's bookings; rows that its season does not know are left out. */
export function bookingsOf(season: GivenSeason, placed: readonly Placed[]): Booking[] {
  const at = positionsIn(season)
  return placed.flatMap((each) => at(each) ?? [])
}

/** Where in a season's lists an order, a speaker and a venue stand; undefined for what it does not know. */
function positionsIn(season: GivenSeason): (placed: Placed) => Booking | undefined {
  const by = (list: readonly { id: string }[]) => new Map(list.map(({ id }, at) => [id, at]))
  const [orders, speakers, venues] = [by(season.orders), by(season.speakers), by(season.venues)]
  const zero = instantAt(season.firstDay, '00:00').getTime()
  return ({ orderId, speakerId, venueId, during }) => {
    const order = orders.get(orderId)
    const speaker = speakers.get(speakerId ?? '')
    const venue = venues.get(venueId ?? '')
    if (order === undefined || speaker === undefined || venue === undefined || !during)
      return undefined
    return { order, speaker, venue, start: Math.round((during.start.getTime() - zero) / minute) }
  }
}

/** What a change by hand would do to a plan; null where its season does not know what is meant. */
export function trialOf(
  season: GivenSeason,
  placed: readonly Placed[],
  change: Placed,
): { booking: Booking | null; worth: Worth; tried: Tried } | null {
  const at = positionsIn(season)
  const booking = change.speakerId === null ? null : at(change)
  const order = season.orders.findIndex(({ id }) => id === change.orderId)
  if (booking === undefined || order < 0) return null
  const trial = tryMove(season, bookingsOf(season, placed), { order, booking })
  const breaks = trial.breaks.map(({ rule, orders }) => ({
    rule,
    orderIds: orders.map((each) => season.orders[each]!.id),
  }))
  return { booking, worth: trial.worth, tried: { breaks, costs: trial.costs } }
}

/** Why there is nothing to plan. */
export function whyNotStarted(
  season: object | undefined,
  open: readonly unknown[],
  from: object | null,
): PlanReason | null {
  if (!season) return 'plan.noSeason'
  return open.length === 0 && !from ? 'plan.nothingOpen' : null
}

export function whyNotTakenOut(row: Pick<Placed, 'speakerId'>): PlanReason | null {
  return row.speakerId === null ? 'plan.notServed' : null
}

export function whyNotUnlocked(row: { locked: boolean }): PlanReason | null {
  return row.locked ? null : 'plan.notLocked'
}

/** An order given to a speaker at a venue and a time, as a form says it. */
export type HandMove = {
  planId: string
  orderId: string
  speakerId: string
  venueId: string
  day: string
  from: string
}

/** The row that a change by hand asks for. */
export function changeTo({ orderId, speakerId, venueId, day, from }: HandMove): Placed {
  const start = instantAt(day, from)
  return { orderId, speakerId, venueId, during: { start, end: start } }
}

type Row = Placed & { locked: boolean }

/** What was placed by hand in a plan, for a plan that is made from it. */
export function handOf(placed: readonly Row[]): HandBooking[] {
  return placed.flatMap(({ orderId, speakerId, venueId, during, locked }) =>
    locked && speakerId && venueId && during
      ? [{ orderId, speakerId, venueId, start: during.start }]
      : [],
  )
}

/** The orders that stand by hand, as the planner numbers them. */
export function handPlaced(season: GivenSeason, placed: readonly Row[]): Set<number> {
  const byHand = new Set(placed.filter(({ locked }) => locked).map(({ orderId }) => orderId))
  return new Set(season.orders.flatMap(({ id }, at) => (byHand.has(id) ? [at] : [])))
}

/**
 * The orders that stand by hand, and those that break a rule only beside one of them: what they go
 * against was said when the hand placed them.
 */
export function knownToHand(
  faults: readonly { orders: readonly number[] }[],
  byHand: ReadonlySet<number>,
): Set<number> {
  const beside = faults.filter(({ orders }) => orders.some((order) => byHand.has(order)))
  return new Set([...byHand, ...beside.flatMap(({ orders }) => orders)])
}

/** Every rule that something placed by hand breaks, alone or beside others. */
export function brokenByHand(season: GivenSeason, placed: readonly Row[]): Tried['breaks'] {
  const byHand = handPlaced(season, placed)
  return checkPlan(withoutLocks(season), bookingsOf(season, placed))
    .filter(({ orders }) => orders.some((order) => byHand.has(order)))
    .map(({ rule, orders }) => ({ rule, orderIds: orders.map((at) => season.orders[at]!.id) }))
}

/** The orders that a plan leaves exactly as they are promised, by their positions in its season. */
export function asPromisedIn(season: GivenSeason, bookings: readonly Booking[]): Set<number> {
  const same = bookings.filter(({ order, speaker, venue, start }) => {
    const current = season.orders[order]?.current
    return current?.speaker === speaker && current.venue === venue && current.start === start
  })
  return new Set(same.map(({ order }) => order))
}

/** What the planner found, as a plan's rows. */
export function rowsOf(
  season: GivenSeason,
  plan: Pick<Plan, 'bookings'>,
  reasons: readonly Reasons[],
): (Row & { reasons: OrderReasons })[] {
  const bookings = new Map(plan.bookings.map((booking) => [booking.order, booking]))
  return season.orders.map(({ id: orderId, locked, current }, at) => {
    const booking = bookings.get(at)
    const why = reasons[at] ? inTalks(reasons[at]) : {}
    // What a speaker has promised stays by itself; only the office's own hand is shown as such.
    const byHand = locked !== null && current === null
    if (!booking)
      return { orderId, speakerId: null, venueId: null, during: null, locked: false, reasons: why }
    return {
      orderId,
      speakerId: season.speakers[booking.speaker]!.id,
      venueId: season.venues[booking.venue]!.id,
      during: spanOfBooking(season, booking),
      locked: byHand,
      reasons: why,
    }
  })
}

/** Reasons name talks: what only one order asks for is a talk all the same. */
function inTalks(reasons: Reasons): Reasons {
  if (reasons.kind === 'served') return reasons
  const ways = reasons.ways.map((way) =>
    way.map((each) => ('skill' in each ? { ...each, skill: talkOfSkill(each.skill) } : each)),
  )
  return { ...reasons, ways }
}

type Standing = {
  status: Tables['talkOrder']['status']
  dispatchId: string | null
} & Omit<Placed, 'orderId'>

/**
 * What publishing a plan does: whom to ask, whose invitation to take back because the plan places the
 * order otherwise, and which orders are not as they were when the plan was made.
 */
export function toPublish(
  season: GivenSeason,
  placed: readonly Row[],
  standing: ReadonlyMap<string, Standing>,
  knowing: ReadonlySet<number>,
): {
  ask: { orderId: string; speakerId: string; venueId: string; start: Date; byHand: boolean }[]
  takeBack: string[]
  changed: string[]
} {
  const given = new Map(season.orders.map((order, at) => [order.id, { ...order, at }]))
  const result: ReturnType<typeof toPublish> = { ask: [], takeBack: [], changed: [] }
  // What a hand placed comes first, where two want the same speaker or venue.
  const handFirst = placed.toSorted((a, b) => Number(b.locked) - Number(a.locked))
  for (const { orderId, speakerId, venueId, during } of handFirst) {
    const now = standing.get(orderId)!
    if (isSame(now, { speakerId, venueId, during })) continue
    const { current, at } = given.get(orderId)!
    const was = current && {
      speakerId: season.speakers[current.speaker]!.id,
      venueId: season.venues[current.venue]!.id,
      during: spanOfBooking(season, current),
    }
    if (
      now.dispatchId === null ? !waitsForSpeaker.includes(now.status) : !was || !isSame(now, was)
    ) {
      if (speakerId !== null) result.changed.push(orderId)
      continue
    }
    if (now.dispatchId !== null) result.takeBack.push(now.dispatchId)
    if (speakerId && venueId && during)
      result.ask.push({
        orderId,
        speakerId,
        venueId,
        start: during.start,
        byHand: knowing.has(at),
      })
  }
  return result
}
