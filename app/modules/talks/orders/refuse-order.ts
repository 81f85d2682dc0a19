import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayDo } from './access.ts'
import { lockOrder } from './queries.ts'
import { life, whyNot } from './rules.ts'

export const RefuseOrder = z.strictObject({ orderId: z.uuid(), reason: text(300) })

/** The office does not take an order on, and says why. */
export async function refuseOrder(ctx: Context, input: z.infer<typeof RefuseOrder>) {
  const order = found(await lockOrder(ctx, input.orderId))
  authorise(mayDo(ctx.actor, 'refuse', order))
  refuseIf(whyNot('refuse', order))
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.refuse.to, answer: input.reason })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(ctx, 'order.refused', order.id, { reason: input.reason })
}
