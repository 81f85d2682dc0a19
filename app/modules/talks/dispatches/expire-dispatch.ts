import type { Context } from '#app/platform/context.ts'
import { authorise, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayFollowSession } from '../orders/access.ts'
import { life, whyNot } from '../orders/rules.ts'
import { answerDueAt, lockDispatch } from './queries.ts'
import { whyNotExpired } from './rules.ts'

/** An invitation that nobody answered in time is over; the order waits for another speaker. */
export async function expireDispatch(ctx: Context, input: { dispatchId: string }): Promise<void> {
  const dispatch = await lockDispatch(ctx, input.dispatchId)
  const dueAt = await answerDueAt(ctx, dispatch.orderId)
  authorise(mayFollowSession(ctx.actor))
  refuseIf(
    whyNotExpired({ ...dispatch, dueAt }, ctx.now) ??
      whyNot('lapse', { status: dispatch.orderStatus }),
  )
  await ctx.tx
    .updateTable('dispatch')
    .set({ status: 'expired', answeredAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispatch.id)
    .execute()
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.lapse.to })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispatch.orderId)
    .execute()
  await record(ctx, 'dispatch.expired', dispatch.id, { details: { orderId: dispatch.orderId } })
}
