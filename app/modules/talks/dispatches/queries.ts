import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { lockOrder } from '../orders/queries.ts'

type Reading = Pick<Context, 'tx' | 'street'>

function dispatchesWithNames(ctx: Reading) {
  return ctx.tx
    .selectFrom('dispatch')
    .innerJoin('talkOrder as order', (join) =>
      join
        .onRef('order.streetId', '=', 'dispatch.streetId')
        .onRef('order.id', '=', 'dispatch.orderId'),
    )
    .innerJoin('talk', (join) =>
      join.onRef('talk.streetId', '=', 'order.streetId').onRef('talk.id', '=', 'order.talkId'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.streetId', '=', 'order.streetId').onRef('unit.id', '=', 'order.unitId'),
    )
    .innerJoin('venue', (join) =>
      join
        .onRef('venue.streetId', '=', 'dispatch.streetId')
        .onRef('venue.id', '=', 'dispatch.venueId'),
    )
    .innerJoin('speaker', (join) =>
      join
        .onRef('speaker.streetId', '=', 'dispatch.streetId')
        .onRef('speaker.id', '=', 'dispatch.speakerId'),
    )
    .innerJoin('person as speaking', (join) =>
      join
        .onRef('speaking.streetId', '=', 'speaker.streetId')
        .onRef('speaking.id', '=', 'speaker.personId'),
    )
    .innerJoin('person as placer', (join) =>
      join
        .onRef('placer.streetId', '=', 'order.streetId')
        .onRef('placer.id', '=', 'order.placedBy'),
    )
    .selectAll('dispatch')
    .select([
      'order.number as orderNumber',
      'order.unitId',
      'order.placedBy',
      'order.audience',
      'order.headCount',
      'order.language',
      'order.note',
      'talk.title',
      'talk.titleEn',
      'talk.brings',
      'talk.bringsEn',
      'talk.minutes',
      'unit.name as unitName',
      'venue.name as venueName',
      'venue.place as venuePlace',
      'speaker.personId as speakerPersonId',
      'speaking.name as speakerName',
      'speaking.phone as speakerPhone',
      'placer.name as placedByName',
      'placer.phone as placedByPhone',
    ])
    .where('dispatch.streetId', '=', ctx.street)
}

export async function findDispatch(ctx: Reading, dispatchId: string) {
  return dispatchesWithNames(ctx).where('dispatch.id', '=', dispatchId).executeTakeFirst()
}

/** Takes the dispatch, after its order, for this transaction. */
export async function lockDispatch(ctx: Reading, dispatchId: string) {
  const { orderId } = found(
    await ctx.tx
      .selectFrom('dispatch')
      .select('orderId')
      .where('streetId', '=', ctx.street)
      .where('id', '=', dispatchId)
      .executeTakeFirst(),
  )
  // Always the order first: two people who change the same order then never wait for each other.
  await lockOrder(ctx, orderId)
  return found(await findDispatch(ctx, dispatchId))
}

/** The invitation that is open or accepted; an order has one at most. */
export async function liveDispatchOf(ctx: Reading, orderId: string) {
  return dispatchesWithNames(ctx)
    .where('dispatch.orderId', '=', orderId)
    .where('dispatch.status', 'in', ['proposed', 'accepted'])
    .executeTakeFirst()
}

/** Every time a speaker was asked for this order, newest first. */
export async function dispatchesOf(ctx: Reading, orderId: string) {
  return dispatchesWithNames(ctx)
    .where('dispatch.orderId', '=', orderId)
    .orderBy('dispatch.id', 'desc')
    .execute()
}

/** The invitations a speaker has not answered yet, the soonest first. */
export async function invitationsOf(ctx: Context, personId: string) {
  return dispatchesWithNames(ctx)
    .where('speaker.personId', '=', personId)
    .where('dispatch.status', '=', 'proposed')
    .where(sql<boolean>`lower(dispatch.during) > ${ctx.now}`)
    .orderBy(sql`lower(dispatch.during)`)
    .execute()
}

/** How many talks these speakers have, or are asked for, in the week of each of an order's times. */
export async function talksInWeeks(ctx: Reading, speakerIds: readonly string[], orderId: string) {
  const weekOf = (during: string) =>
    sql.raw(`date_trunc('week', lower(${during}) at time zone 'Asia/Shanghai')`)
  const { rows } = await sql<{ speakerId: string; position: number; talks: number }>`
    select d.speaker_id, t.position, count(*) as talks
    from order_time t
    join dispatch d on d.street_id = t.street_id and d.status in ('proposed', 'accepted')
      and ${weekOf('d.during')} = ${weekOf('t.during')}
    where t.street_id = ${ctx.street} and t.order_id = ${orderId}
      and d.speaker_id = any(${speakerIds}::uuid[]) and d.order_id <> t.order_id
    group by d.speaker_id, t.position`.execute(ctx.tx)
  return rows
}

/** Which of these speakers are taken at one of these times, by the time's position. */
export async function takenAt(ctx: Reading, speakerIds: readonly string[], orderId: string) {
  return ctx.tx
    .selectFrom('orderTime')
    .innerJoin('dispatch', (join) =>
      join
        .onRef('dispatch.streetId', '=', 'orderTime.streetId')
        .on(sql<boolean>`dispatch.during && order_time.during`),
    )
    .select(['dispatch.speakerId', 'orderTime.position'])
    .where('orderTime.streetId', '=', ctx.street)
    .where('orderTime.orderId', '=', orderId)
    .where('dispatch.speakerId', '=', sql<string>`any(${speakerIds}::uuid[])`)
    .where('dispatch.status', 'in', ['proposed', 'accepted'])
    .execute()
}
