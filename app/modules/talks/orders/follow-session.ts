import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { lockDispatch } from '../dispatches/queries.ts'
import { whyNotHeld } from '../dispatches/rules.ts'
import { mayDo } from './access.ts'
import { life, whyNot } from './rules.ts'

export const FollowSession = z.strictObject({ dispatchId: z.uuid() })

/** A session made from a dispatch was held: so was its order. */
export async function followSession(ctx: Context, input: z.infer<typeof FollowSession>) {
  const dispatch = await lockDispatch(ctx, input.dispatchId)
  authorise(mayDo(ctx.actor, 'hold', dispatch))
  refuseIf(whyNotHeld(dispatch) ?? whyNot('hold', { status: dispatch.orderStatus }))
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.hold.to })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispatch.orderId)
    .execute()
  await record(ctx, 'order.held', dispatch.orderId)
}
