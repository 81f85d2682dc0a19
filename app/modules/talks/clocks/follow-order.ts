import { z } from 'zod'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { mayTendClocks } from './access.ts'
import { daysAllowed, orderOnClock } from './queries.ts'
import { deadlineOf, stageOf } from './rules.ts'

export const FollowOrder = z.strictObject({ orderId: z.uuid() })

/** After every turn of an order, its clock is that of the stage it is in; run twice, it is the same. */
export async function followOrder(ctx: Context, input: z.infer<typeof FollowOrder>): Promise<void> {
  const order = found(await orderOnClock(ctx, input.orderId))
  const stage = stageOf(order)
  const days = await daysAllowed(ctx)
  const calendar = await workCalendar(ctx)
  authorise(mayTendClocks(ctx.actor))
  await ctx.tx
    .updateTable('orderClock')
    .set({ stoppedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('orderId', '=', input.orderId)
    .where('stoppedAt', 'is', null)
    .$if(stage !== null, (query) =>
      query.where((is) =>
        is.or([is('stage', '<>', stage!.stage), is('startedAt', '<>', stage!.since)]),
      ),
    )
    .execute()
  if (!stage) return
  const deadline = deadlineOf(stage.since, days[stage.stage], calendar)
  const known = 'dueAt' in deadline ? deadline : { remindAt: null, dueAt: null }
  await ctx.tx
    .insertInto('orderClock')
    .values({
      streetId: ctx.street,
      orderId: input.orderId,
      stage: stage.stage,
      startedAt: stage.since,
      ...known,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
