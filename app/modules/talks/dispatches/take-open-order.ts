import { z } from 'zod'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { momentInput } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { instantOf } from '#app/platform/time.ts'
import { life } from '../orders/rules.ts'
import { speakerOfPerson } from '../speakers/queries.ts'
import { isSpeaker } from './access.ts'
import { moveOrders } from './move-orders.ts'
import { lockAsked, ordersToAsk, speakersToAsk, venuesToAsk } from './queries.ts'
import { talkFrom, talkOf, whyNotAskable } from './rules.ts'

export const TakeOpenOrder = z.strictObject({ orderId: z.uuid(), start: momentInput })

/** A speaker takes up an order that is open to all who can give it: asked and accepted in one. */
export async function takeOpenOrder(ctx: Context, input: z.infer<typeof TakeOpenOrder>) {
  const own = ctx.actor.personId ? await speakerOfPerson(ctx, ctx.actor.personId) : undefined
  authorise(isSpeaker(own))
  const speakerId = found(own).id
  await lockAsked(ctx, [input.orderId], [speakerId])
  const order = found((await ordersToAsk(ctx, [input.orderId])).get(input.orderId))
  const speaker = found((await speakersToAsk(ctx, [speakerId])).get(speakerId))
  const venue = found((await venuesToAsk(ctx, [order.venueId])).get(order.venueId))
  const { days: holidays } = await workCalendar(ctx)
  const time = talkFrom(instantOf(input.start), order)
  refuseIf(whyNotAskable('take', order, { time, venue }, speaker, { now: ctx.now, holidays }))
  const id = newId()
  await ctx.tx
    .insertInto('dispatch')
    .values({
      streetId: ctx.street,
      id,
      orderId: order.id,
      speakerId,
      venueId: order.venueId,
      during: rangeOf(time),
      status: 'accepted',
      way: 'open',
      proposedBy: found(ctx.actor.personId),
      proposedAt: ctx.now,
      answeredAt: ctx.now,
    })
    .execute()
  await moveOrders(ctx, [{ orderId: order.id, talkId: talkOf(order, speaker)! }], life.take.to)
  await record(ctx, 'dispatch.accepted', id, { details: { orderId: order.id } })
  return { id }
}
