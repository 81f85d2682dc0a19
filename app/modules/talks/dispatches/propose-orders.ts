import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { overlap, rangeOf, type Span } from '#app/platform/database/spans.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { recordAll } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { mayDispatch } from '../orders/access.ts'
import { life } from '../orders/rules.ts'
import { moveOrders } from './move-orders.ts'
import { lockAsked, ordersToAsk, speakersToAsk, venuesToAsk } from './queries.ts'
import {
  type AskedSpeaker,
  type AskingReason,
  talkFrom,
  talkOf,
  whyNotAskable,
  whyNotByHand,
} from './rules.ts'

/** Whom to ask for an order, when it would begin, and where, if not where the branch would like it. */
export type Booking = {
  orderId: string
  speakerId: string
  start: Date
  venueId?: string | undefined
  /** Set by the office's hand after it was said what that goes against: asked all the same. */
  byHand?: boolean | undefined
}
export type Unasked = Booking & { reason: AskingReason }
type Asked = Booking & { id: string; venueId: string; talkId: string; time: Span }

/**
 * Asks speakers for several orders at once, each booking weighed with those before it. One that can't
 * be, because something changed meanwhile, is said with its reason and leaves the others as they are.
 */
export async function proposeOrders(
  ctx: Context,
  bookings: readonly Booking[],
  way: 'hand' | 'plan',
): Promise<{ proposed: { id: string; orderId: string }[]; unasked: Unasked[] }> {
  const { asked, unasked } = await weigh(ctx, bookings)
  authorise(mayDispatch(ctx.actor))
  const taken = await insertDispatches(ctx, asked, way)
  const proposed = asked.filter(({ id }) => taken.has(id))
  await moveOrders(ctx, proposed, life.propose.to)
  await recordAll(
    ctx,
    'dispatch.proposed',
    proposed.map(({ id, orderId }) => ({ subjectId: id, details: { orderId } })),
  )
  // The order and the speaker are locked and were weighed: only the venue can be in the way.
  const elsewhere = asked.filter(({ id }) => !taken.has(id))
  return {
    proposed: proposed.map(({ id, orderId }) => ({ id, orderId })),
    unasked: [
      ...unasked,
      ...elsewhere.map((booking) => ({ ...booking, reason: 'venue_promised' as const })),
    ],
  }
}

/** Weighs every booking by the rules; a speaker who is booked counts as promised for the next one. */
async function weigh(
  ctx: Context,
  bookings: readonly Booking[],
): Promise<{ asked: Asked[]; unasked: Unasked[] }> {
  const orderIds = bookings.map(({ orderId }) => orderId)
  const speakerIds = bookings.map(({ speakerId }) => speakerId)
  await lockAsked(ctx, orderIds, speakerIds)
  const orders = await ordersToAsk(ctx, orderIds)
  const speakers = await speakersToAsk(ctx, speakerIds)
  const wished = [...orders.values()].map(({ venueId }) => venueId)
  const named = bookings.flatMap(({ venueId }) => venueId ?? [])
  const venues = await venuesToAsk(ctx, [...new Set([...wished, ...named])])
  const day = { now: ctx.now, holidays: (await workCalendar(ctx)).days }
  const asked: Asked[] = []
  const unasked: Unasked[] = []
  for (const booking of bookings) {
    const order = found(orders.get(booking.orderId))
    const speaker = found(speakers.get(booking.speakerId))
    const venue = found(venues.get(booking.venueId ?? order.venueId))
    const time = talkFrom(booking.start, order)
    const reason = asked.some(({ orderId }) => orderId === order.id)
      ? 'dispatch_of_order'
      : asked.some((each) => each.venueId === venue.id && overlap(each.time, time))
        ? 'venue_promised'
        : booking.byHand
          ? whyNotByHand(order, time, speaker, ctx.now)
          : whyNotAskable('propose', order, { time, venue }, speaker, day)
    if (reason) {
      unasked.push({ ...booking, reason })
      continue
    }
    const talkId = talkOf(order, speaker) ?? order.talkId
    asked.push({ ...booking, id: newId(), venueId: venue.id, talkId, time })
    const promised = { orderId: order.id, seasonId: order.seasonId, venueId: venue.id }
    speakers.set(booking.speakerId, withBooked(speaker, { ...promised, time, at: venue.at }))
  }
  return { asked, unasked }
}

function withBooked(
  speaker: AskedSpeaker,
  talk: AskedSpeaker['comes']['booked'][number],
): AskedSpeaker {
  const { comes } = speaker
  return { ...speaker, comes: { ...comes, booked: [...comes.booked, talk] } }
}

async function insertDispatches(ctx: Context, asked: readonly Asked[], way: 'hand' | 'plan') {
  if (asked.length === 0) return new Set<string>()
  const rows = await ctx.tx
    .insertInto('dispatch')
    .values(
      asked.map(({ id, orderId, speakerId, venueId, time }) => ({
        streetId: ctx.street,
        id,
        orderId,
        speakerId,
        venueId,
        during: rangeOf(time),
        status: 'proposed' as const,
        way,
        proposedBy: found(ctx.actor.personId),
        proposedAt: ctx.now,
      })),
    )
    // A venue that was just promised to another order says no here without ending the transaction.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}
