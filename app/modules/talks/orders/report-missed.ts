import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { liveDispatchOf } from '../dispatches/queries.ts'
import { mayDo } from './access.ts'
import { lockOrder } from './queries.ts'
import { life, whyNotMissed } from './rules.ts'

export const ReportMissed = z.strictObject({ orderId: z.uuid(), reason: optionalText(300) })

/**
 * The talk could not be held though its time had come: the speaker or the audience was not there, or
 * the place was shut. Nobody is counted for it; the office sees what to do.
 */
export async function reportMissed(ctx: Context, input: z.infer<typeof ReportMissed>) {
  const order = found(await lockOrder(ctx, input.orderId))
  const dispatch = await liveDispatchOf(ctx, order.id)
  authorise(mayDo(ctx.actor, 'miss', order))
  refuseIf(whyNotMissed(order, dispatch?.during, ctx.now))
  await ctx.tx
    .updateTable('dispatch')
    .set({ status: 'cancelled', answeredAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('orderId', '=', order.id)
    .where('status', '=', 'accepted')
    .execute()
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.miss.to, answer: input.reason })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(ctx, 'order.missed', order.id, {
    details: { dispatchId: found(dispatch).id },
    ...(input.reason ? { reason: input.reason } : {}),
  })
}
