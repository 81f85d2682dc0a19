import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { lockDispatch } from '../dispatches/queries.ts'
import { whyNotHeld } from '../dispatches/rules.ts'
import { mayDo } from './access.ts'
import { life, whyNot } from './rules.ts'

export const ScheduleOrder = z.strictObject({ dispatchId: z.uuid() })

/** A session was made from a dispatch: its order is scheduled. */
export async function scheduleOrder(ctx: Context, input: z.infer<typeof ScheduleOrder>) {
  const dispatch = await lockDispatch(ctx, input.dispatchId)
  authorise(mayDo(ctx.actor, 'schedule', dispatch))
  refuseIf(whyNotHeld(dispatch) ?? whyNot('schedule', { status: dispatch.orderStatus }))
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.schedule.to })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispatch.orderId)
    .execute()
  await record(ctx, 'order.scheduled', dispatch.orderId)
}
