import { z } from 'zod'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { mayDispatch } from '../orders/access.ts'
import { life, whyNot } from '../orders/rules.ts'
import { lockSpeaker } from '../speakers/queries.ts'
import { lockDispatch, ordersToAsk, speakersToAsk, venuesToAsk } from './queries.ts'
import { whyNotCalledOff, whyNotComing } from './rules.ts'

export const SubstituteSpeaker = z.strictObject({ dispatchId: z.uuid(), speakerId: z.uuid() })

/**
 * Another speaker, whose yes the office has, steps in at the same time and place; the session stays
 * and everyone who signed up keeps their seat.
 */
export async function substituteSpeaker(ctx: Context, input: z.infer<typeof SubstituteSpeaker>) {
  const dispatch = await lockDispatch(ctx, input.dispatchId)
  await lockSpeaker(ctx, input.speakerId)
  const order = found((await ordersToAsk(ctx, [dispatch.orderId])).get(dispatch.orderId))
  const speaker = found((await speakersToAsk(ctx, [input.speakerId])).get(input.speakerId))
  const venue = found((await venuesToAsk(ctx, [dispatch.venueId])).get(dispatch.venueId))
  const { days: holidays } = await workCalendar(ctx)
  // People have signed up for this talk: a similar one does not do any more.
  const same = { ...order, talkIds: [order.talkId] }
  authorise(mayDispatch(ctx.actor))
  refuseIf(
    whyNotCalledOff(dispatch, ctx.now) ??
      whyNot('substitute', order) ??
      (dispatch.speakerId === input.speakerId ? 'dispatch.sameSpeaker' : null) ??
      whyNotComing(same, { time: dispatch.during, venue }, speaker, holidays),
  )
  await ctx.tx
    .updateTable('dispatch')
    .set({ status: 'cancelled', answeredAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispatch.id)
    .execute()
  const id = newId()
  await ctx.tx
    .insertInto('dispatch')
    .values({
      streetId: ctx.street,
      id,
      orderId: order.id,
      speakerId: input.speakerId,
      venueId: dispatch.venueId,
      during: rangeOf(dispatch.during),
      status: 'accepted',
      way: 'hand',
      proposedBy: found(ctx.actor.personId),
      proposedAt: ctx.now,
      answeredAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.substitute.to })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(ctx, 'dispatch.substituted', id, {
    details: { orderId: order.id, insteadOf: dispatch.id },
  })
  return { id }
}
