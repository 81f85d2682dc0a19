import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayDo } from './access.ts'
import { lockOrder } from './queries.ts'
import { life, whyNot } from './rules.ts'

export const OpenOrder = z.strictObject({ orderId: z.uuid() })

/** The office lets every speaker who suits take the order up; the first who does has it. */
export async function openOrder(ctx: Context, input: z.infer<typeof OpenOrder>) {
  const order = found(await lockOrder(ctx, input.orderId))
  authorise(mayDo(ctx.actor, 'open', order))
  refuseIf(whyNot('open', order))
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.open.to })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(ctx, 'order.opened', order.id)
}
