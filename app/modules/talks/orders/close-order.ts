import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayDo } from './access.ts'
import { lockOrder } from './queries.ts'
import { life, whyNot } from './rules.ts'

export const CloseOrder = z.strictObject({ orderId: z.uuid() })

/** The office closes an order: nothing more is to be done for it. */
export async function closeOrder(ctx: Context, input: z.infer<typeof CloseOrder>) {
  const order = found(await lockOrder(ctx, input.orderId))
  authorise(mayDo(ctx.actor, 'close', order))
  refuseIf(whyNot('close', order))
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.close.to })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(ctx, 'order.closed', order.id)
}
