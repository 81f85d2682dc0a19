import { sql } from 'kysely'
import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { mayDispatch } from '../orders/access.ts'
import { life } from '../orders/rules.ts'

/**
 * Says of the orders that wait for a speaker which of them stand in a plan that is ready, and of the
 * others that they do not (any more). What is only tried, as "what if …?", promises nothing.
 */
export async function markPlanned(ctx: Context): Promise<void> {
  const { street } = ctx
  const placed = sql`select placed.order_id from plan
    join plan_order placed on placed.street_id = ${street} and placed.plan_id = plan.id
    where plan.street_id = ${street} and plan.status = 'ready' and plan.kind <> 'whatIf'
      and placed.speaker_id is not null`
  // An order that somebody is moving on right now says itself where it stands: to wait for it, with
  // the orders and speakers of a plan already taken, two could wait for each other.
  const { rows } = await sql<{ id: string }>`
    select id from talk_order where street_id = ${street}
      and status = case when id in (${placed}) then ${life.unplan.to} else ${life.plan.to} end
    order by id for update skip locked`.execute(ctx.tx)
  authorise(isProgram(ctx.actor) || mayDispatch(ctx.actor))
  await sql`
    update talk_order set status = case when status = ${life.plan.to} then ${life.unplan.to} else ${life.plan.to} end
    where street_id = ${street} and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(ctx.tx)
}
