import { sql } from 'kysely'
import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import type { OrderStatus } from '../orders/rules.ts'

/**
 * Orders that a speaker was found for move on. Where a similar talk would do and the speaker gives that
 * one, it is the order's talk from now on.
 */
export async function moveOrders(
  ctx: Context,
  asked: readonly { orderId: string; talkId: string }[],
  status: OrderStatus,
): Promise<void> {
  authorise(isProgram(ctx.actor) || ctx.actor.personId !== null)
  await sql`
    update talk_order o set status = ${status}, talk_id = talk.id,
      talk_version = case when o.talk_id = talk.id then o.talk_version else talk.version end
    from unnest(${asked.map(({ orderId }) => orderId)}::uuid[],
      ${asked.map(({ talkId }) => talkId)}::uuid[]) as asked (order_id, talk_id)
    join talk on talk.street_id = ${ctx.street} and talk.id = asked.talk_id
    where o.street_id = ${ctx.street} and o.id = asked.order_id`.execute(ctx.tx)
}
