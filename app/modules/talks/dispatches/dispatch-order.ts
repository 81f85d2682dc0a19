import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { speakersOfTalk } from '../menu/queries.ts'
import { mayDispatch } from '../orders/access.ts'
import { lockOrder, timesOf } from '../orders/queries.ts'
import { availabilityOf, findSpeaker, lockSpeaker } from '../speakers/queries.ts'
import { talksInWeeks } from './queries.ts'
import { whyNotAskable } from './rules.ts'

export const DispatchOrder = z.strictObject({
  orderId: z.uuid(),
  speakerId: z.uuid(),
  /** Which of the order's times: 0 is the one that suits best. */
  time: wholeNumber(0, 9),
})

/** The office asks a speaker to give an ordered talk at one of the times the branch named. */
export async function dispatchOrder(ctx: Context, input: z.infer<typeof DispatchOrder>) {
  const order = found(await lockOrder(ctx, input.orderId))
  await lockSpeaker(ctx, input.speakerId)
  const speaker = found(await findSpeaker(ctx, input.speakerId))
  const time = (await timesOf(ctx, order.id)).find((each) => each.position === input.time)?.during
  const givesTalk = (await speakersOfTalk(ctx, order.talkId)).some((each) => each.id === speaker.id)
  const comes = found((await availabilityOf(ctx, [speaker.id])).get(speaker.id))
  const weeks = await talksInWeeks(ctx, [speaker.id], order.id)
  const talksThatWeek = weeks.find((each) => each.position === input.time)?.talks ?? 0
  authorise(mayDispatch(ctx.actor))
  const asked = { ...speaker, givesTalk, comes, talksThatWeek }
  refuseIf(whyNotAskable(order, time, asked, ctx.now))
  const id = newId()
  await ctx.tx
    .insertInto('dispatch')
    .values({
      streetId: ctx.street,
      id,
      orderId: order.id,
      speakerId: speaker.id,
      venueId: order.venueId,
      during: rangeOf(found(time)),
      status: 'proposed',
      proposedBy: found(ctx.actor.personId),
      proposedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: 'proposed' })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(ctx, 'dispatch.proposed', id, { details: { orderId: order.id } })
  return { id }
}
