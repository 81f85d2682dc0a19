import { sql } from 'kysely'
import { findUnit, findVenue } from '#app/modules/organisation/queries.ts'
import { type Scope, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { findTalk } from '../menu/queries.ts'
import type { OrderStatus } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** Takes the order for this transaction: whoever else would change it waits. */
export async function lockOrder(ctx: Reading, orderId: string) {
  return ctx.tx
    .selectFrom('talkOrder')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * Takes an order with the others of its series for this transaction, always in the order of their ids:
 * two who look over orders of one series then never wait for each other.
 */
export async function lockSeriesOf(ctx: Reading, orderId: string) {
  const { rows } = await sql<{
    id: string
    unitId: string
    status: OrderStatus
  }>`
    select id, unit_id, status from talk_order
    where street_id = ${ctx.street} and (id = ${orderId} or series_id = (
      select series_id from talk_order where street_id = ${ctx.street} and id = ${orderId}))
    order by id for update`.execute(ctx.tx)
  return rows
}

function ordersWithNames(ctx: Reading) {
  return ctx.tx
    .selectFrom('talkOrder')
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
    .innerJoin('venue', (join) =>
      join
        .onRef('venue.streetId', '=', 'talkOrder.streetId')
        .onRef('venue.id', '=', 'talkOrder.venueId'),
    )
    .innerJoin('person as placer', (join) =>
      join
        .onRef('placer.streetId', '=', 'talkOrder.streetId')
        .onRef('placer.id', '=', 'talkOrder.placedBy'),
    )
    .selectAll('talkOrder')
    .select([
      'talk.title',
      'talk.titleEn',
      'talk.minutes',
      'unit.name as unitName',
      'venue.name as venueName',
      'placer.name as placedByName',
    ])
    .where('talkOrder.streetId', '=', ctx.street)
}

export async function findOrder(ctx: Reading, orderId: string) {
  return ordersWithNames(ctx).where('talkOrder.id', '=', orderId).executeTakeFirst()
}

/** The talk, unit, venue and season that an order is made of. */
export async function partsOf(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  order: { talkId: string; unitId: string; venueId: string },
) {
  return {
    talk: found(await findTalk(ctx, order.talkId)),
    unit: found(await findUnit(ctx, order.unitId)),
    venue: found(await findVenue(ctx, order.venueId)),
    season: found(await currentSeason(ctx)),
  }
}

/** Whether a person is the organiser or the secretary of a unit today. */
export async function isRunBy(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  unitId: string,
  personId: string,
): Promise<boolean> {
  const runners = await holdersOf(ctx, unitRoles, unitId)
  return runners.includes(personId)
}

/** The units that come along, with how many. */
export async function guestsOf(ctx: Reading, orderId: string) {
  return ctx.tx
    .selectFrom('orderGuest')
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.streetId', '=', 'orderGuest.streetId')
        .onRef('unit.id', '=', 'orderGuest.unitId'),
    )
    .select(['orderGuest.unitId', 'orderGuest.headCount', 'unit.name as unitName'])
    .where('orderGuest.streetId', '=', ctx.street)
    .where('orderGuest.orderId', '=', orderId)
    .orderBy('unit.name')
    .execute()
}

type Looking = Pick<Context, 'tx' | 'street' | 'actor'>

/** The orders of a scope's units and those they come along to; a draft is its own branch's alone. */
function isSeen(ctx: Looking, scope: Scope) {
  const { unitIds } = scope
  const own = scopeOf(ctx.actor, unitRoles).unitIds
  return sql<boolean>`(talk_order.unit_id = any(${unitIds}::uuid[]) or exists (select from order_guest guest
      where guest.street_id = ${ctx.street} and guest.order_id = talk_order.id
        and guest.unit_id = any(${unitIds}::uuid[])))
    and (talk_order.status <> 'draft' or talk_order.placed_by = ${ctx.actor.personId}
      or talk_order.unit_id = any(${own}::uuid[]))`
}

/** The orders of a scope's units in these states, the one that has waited longest first. */
export async function ordersIn(
  ctx: Looking,
  scope: Scope,
  statuses: readonly OrderStatus[],
  most = 200,
  first: 'oldest' | 'newest' = 'oldest',
) {
  const way = first === 'oldest' ? 'asc' : 'desc'
  return ordersWithNames(ctx)
    .where(isSeen(ctx, scope))
    .where('talkOrder.status', 'in', [...statuses])
    .orderBy('talkOrder.placedAt', way)
    .orderBy('talkOrder.id', way)
    .limit(most)
    .execute()
}

const mostOpen = 60

/** The orders that are open to the speakers, what presses most first. */
export async function ordersOpen(ctx: Reading) {
  return ordersWithNames(ctx)
    .where('talkOrder.status', '=', 'open')
    .orderBy('talkOrder.priority', 'desc')
    .orderBy('talkOrder.placedAt')
    .orderBy('talkOrder.id')
    .limit(mostOpen)
    .execute()
}

/** A page of a scope's orders in the order of their ids. */
export async function ordersAfter(ctx: Looking, scope: Scope, after: string | null, limit: number) {
  return ordersWithNames(ctx)
    .where(isSeen(ctx, scope))
    .$if(after !== null, (query) => query.where('talkOrder.id', '>', after!))
    .orderBy('talkOrder.id')
    .limit(limit)
    .execute()
}

/** How many orders of a scope's units stand in each state. */
export async function orderCounts(ctx: Looking, scope: Scope): Promise<Map<OrderStatus, number>> {
  const rows = await ctx.tx
    .selectFrom('talkOrder')
    .select((row) => ['status', row.fn.countAll<number>().as('orders')])
    .where('streetId', '=', ctx.street)
    .where(isSeen(ctx, scope))
    .groupBy('status')
    .execute()
  return new Map(rows.map((row) => [row.status, row.orders]))
}

/** The times that would suit the branch, best first. */
export async function timesOf(ctx: Reading, orderId: string) {
  return ctx.tx
    .selectFrom('orderTime')
    .select(['position', 'choice', 'during'])
    .where('streetId', '=', ctx.street)
    .where('orderId', '=', orderId)
    .orderBy('position')
    .execute()
}

/** Who may order for a unit, by name: its organiser and its secretary. */
export async function callersOf(ctx: Pick<Context, 'tx' | 'street' | 'now'>, unitId: string) {
  const runners = await holdersOf(ctx, unitRoles, unitId)
  return ctx.tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('streetId', '=', ctx.street)
    .where('id', '=', (is) => is.fn.any(is.val(runners)))
    .orderBy('name')
    .execute()
}

/** What a unit filled in the last time it ordered. */
export async function lastOrderOf(ctx: Reading, unitId: string) {
  return ctx.tx
    .selectFrom('talkOrder')
    .select(['venueId', 'audience', 'language', 'headCount'])
    .where('streetId', '=', ctx.street)
    .where('unitId', '=', unitId)
    .where('status', '<>', 'draft')
    .orderBy('placedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}
