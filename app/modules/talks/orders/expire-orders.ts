import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { recordAll } from '#app/platform/facts.ts'
import { mayFollowSession } from './access.ts'
import { life } from './rules.ts'

/** On its round, lets the orders go of which every time has passed. Run twice, it does nothing more. */
export async function expireOrders(ctx: Context): Promise<void> {
  authorise(mayFollowSession(ctx.actor))
  const over = await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.expire.to })
    .where('streetId', '=', ctx.street)
    .where('status', 'in', [...life.expire.from])
    .where(
      sql<boolean>`not exists (select from order_time t where t.street_id = ${ctx.street}
        and t.order_id = talk_order.id and upper(t.during) > ${ctx.now})`,
    )
    .returning('id')
    .execute()
  await recordAll(
    ctx,
    'order.expired',
    over.map(({ id }) => ({ subjectId: id })),
  )
}
