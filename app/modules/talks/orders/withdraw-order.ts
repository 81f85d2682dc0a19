import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { endDispatch } from '../dispatches/end-dispatch.ts'
import { liveDispatchOf } from '../dispatches/queries.ts'
import { forBranch, mayDo } from './access.ts'
import { lockOrder } from './queries.ts'
import { life, whyNot } from './rules.ts'

export const WithdrawOrder = z.strictObject({ orderId: z.uuid(), reason: optionalText(300) })

/** The branch takes its order back, at any time before the talk is held; a speaker already asked is freed. */
export async function withdrawOrder(ctx: Context, input: z.infer<typeof WithdrawOrder>) {
  const order = found(await lockOrder(ctx, input.orderId))
  const dispatch = await liveDispatchOf(ctx, order.id)
  authorise(mayDo(ctx.actor, 'withdraw', order))
  refuseIf(whyNot('withdraw', order))
  if (dispatch) {
    await endDispatch(ctx, { dispatchId: dispatch.id, how: 'orderWithdrawn', answer: input.reason })
  }
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.withdraw.to, withdrawnAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  const more = input.reason ? { reason: input.reason } : {}
  await record(forBranch(ctx, order), 'order.withdrawn', order.id, more)
}
