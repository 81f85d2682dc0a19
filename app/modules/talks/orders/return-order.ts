import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayDo } from './access.ts'
import { lockOrder } from './queries.ts'
import { life, whyNot } from './rules.ts'

export const ReturnOrder = z.strictObject({ orderId: z.uuid(), reason: text(300) })

/** The office gives an order back to the branch with what should be changed; the branch submits it again. */
export async function returnOrder(ctx: Context, input: z.infer<typeof ReturnOrder>) {
  const order = found(await lockOrder(ctx, input.orderId))
  authorise(mayDo(ctx.actor, 'return', order))
  refuseIf(whyNot('return', order))
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.return.to, answer: input.reason })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(ctx, 'order.returned', order.id, { reason: input.reason })
}
