import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { recordAll } from '#app/platform/facts.ts'
import { wholeNumber } from '#app/platform/http/forms.ts'
import { mayDo } from './access.ts'
import { lockSeriesOf } from './queries.ts'
import { life, whyNot } from './rules.ts'

export const VetOrder = z.strictObject({
  orderId: z.uuid(),
  /** 1 for the usual, 2 and 3 for what presses. */
  priority: wholeNumber(1, 3).default(1),
})

/**
 * The office looked an order over: from now on it waits for a speaker, before others the more it
 * presses. The orders of a series are looked over together.
 */
export async function vetOrder(ctx: Context, input: z.infer<typeof VetOrder>) {
  const orders = await lockSeriesOf(ctx, input.orderId)
  const order = found(orders.find(({ id }) => id === input.orderId))
  authorise(mayDo(ctx.actor, 'vet', order))
  refuseIf(whyNot('vet', order))
  const vetted = await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.vet.to, priority: input.priority, vettedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('status', 'in', [...life.vet.from])
    .where('id', '=', (is) => is.fn.any(is.val(orders.map(({ id }) => id))))
    .returning('id')
    .execute()
  await recordAll(
    ctx,
    'order.vetted',
    vetted.map(({ id }) => ({ subjectId: id })),
  )
}
