import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { forBranch, mayDo } from './access.ts'
import { lockOrder } from './queries.ts'
import { life, whyNot } from './rules.ts'

export const DisputeOrder = z.strictObject({ orderId: z.uuid(), reason: text(300) })

/** The branch says that the talk was not held as recorded; the office settles it. */
export async function disputeOrder(ctx: Context, input: z.infer<typeof DisputeOrder>) {
  const order = found(await lockOrder(ctx, input.orderId))
  authorise(mayDo(ctx.actor, 'dispute', order))
  refuseIf(whyNot('dispute', order))
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.dispute.to, answer: input.reason })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(forBranch(ctx, order), 'order.disputed', order.id, { reason: input.reason })
}
