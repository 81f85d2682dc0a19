import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { recordAll } from '#app/platform/facts.ts'
import { day, later } from '#app/platform/time.ts'
import { mayFollowSession } from './access.ts'
import { closesAfterDays, life } from './rules.ts'

/** On its round, closes what was confirmed or reviewed and is thirty days past its talk. */
export async function closeOrders(ctx: Context): Promise<void> {
  authorise(mayFollowSession(ctx.actor))
  const { rows } = await sql<{ id: string }>`
    update talk_order o set status = ${life.close.to}
    from dispatch
    where o.street_id = ${ctx.street} and o.status in ('confirmed', 'reviewed')
      and dispatch.street_id = ${ctx.street} and dispatch.order_id = o.id and dispatch.status = 'accepted'
      and upper(dispatch.during) <= ${later(ctx.now, -closesAfterDays * day)}
    returning o.id`.execute(ctx.tx)
  await recordAll(
    ctx,
    'order.closed',
    rows.map(({ id }) => ({ subjectId: id })),
  )
}
