import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { OrderStatus } from '../orders/rules.ts'
import { type Stage, stages, usualDays } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** How many working days each stage may take in this street. */
export async function daysAllowed(ctx: Reading): Promise<Record<Stage, number>> {
  const rows = await ctx.tx
    .selectFrom('orderClockRule')
    .select(['stage', 'workingDays'])
    .where('streetId', '=', ctx.street)
    .execute()
  const set = Object.fromEntries(rows.map(({ stage, workingDays }) => [stage, workingDays]))
  return Object.fromEntries(
    stages.map((stage) => [stage, set[stage] ?? usualDays[stage]]),
  ) as Record<Stage, number>
}

/** What an order's clock goes by: its state, and when it came into it. */
export async function orderOnClock(ctx: Reading, orderId: string) {
  const { rows } = await sql<{
    status: OrderStatus
    placedAt: Date
    vettedAt: Date | null
    askedAt: Date | null
    endedAt: Date | null
  }>`
    select o.status, o.placed_at, o.vetted_at, max(d.proposed_at) as asked_at,
      max(d.answered_at) filter (where d.status not in ('proposed', 'accepted')) as ended_at
    from talk_order o
    left join dispatch d on d.street_id = o.street_id and d.order_id = o.id
    where o.street_id = ${ctx.street} and o.id = ${orderId}
    group by o.street_id, o.id`.execute(ctx.tx)
  return rows[0]
}

/** The clock that runs for an order now. */
export async function clockOf(ctx: Reading, orderId: string) {
  return ctx.tx
    .selectFrom('orderClock')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('orderId', '=', orderId)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst()
}

/** The clocks that run, with what they are of, the one that is due first before the others. */
export async function runningClocks(ctx: Reading) {
  return ctx.tx
    .selectFrom('orderClock')
    .innerJoin('talkOrder', (join) =>
      join
        .onRef('talkOrder.streetId', '=', 'orderClock.streetId')
        .onRef('talkOrder.id', '=', 'orderClock.orderId'),
    )
    .innerJoin('talk', (join) =>
      join
        .onRef('talk.streetId', '=', 'talkOrder.streetId')
        .onRef('talk.id', '=', 'talkOrder.talkId'),
    )
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.streetId', '=', 'talkOrder.streetId')
        .onRef('unit.id', '=', 'talkOrder.unitId'),
    )
    .selectAll('orderClock')
    .select(['talkOrder.number', 'talk.title', 'talk.titleEn', 'unit.name as unitName'])
    .where('orderClock.streetId', '=', ctx.street)
    .where('orderClock.stoppedAt', 'is', null)
    .orderBy('orderClock.dueAt')
    .orderBy('orderClock.orderId')
    .execute()
}
