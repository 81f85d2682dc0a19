import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { forBranch, mayDo } from './access.ts'
import { lockOrder } from './queries.ts'
import { life, whyNot } from './rules.ts'

export const ConfirmHeld = z.strictObject({ orderId: z.uuid() })

/** Who ordered confirms that the talk was held as recorded. */
export async function confirmHeld(ctx: Context, input: z.infer<typeof ConfirmHeld>) {
  const order = found(await lockOrder(ctx, input.orderId))
  authorise(mayDo(ctx.actor, 'confirm', order))
  refuseIf(whyNot('confirm', order))
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.confirm.to })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(forBranch(ctx, order), 'order.confirmed', order.id)
}
