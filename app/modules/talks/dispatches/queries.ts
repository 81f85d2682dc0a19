import { sql } from 'kysely'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { venueUseOf } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { type Span, spanOf } from '#app/platform/database/spans.ts'
import { found } from '#app/platform/errors.ts'
import { lockOrder, ordersOpen } from '../orders/queries.ts'
import { startsIn } from '../orders/rules.ts'
import { availabilityOf } from '../speakers/queries.ts'
import {
  type AskedOrder,
  type AskedSpeaker,
  type AskedVenue,
  type AskingReason,
  startsFor,
  talkFrom,
  whyNotComing,
} from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

const isNamedTime = sql<boolean>`exists (select from order_time named
  where named.street_id = dispatch.street_id and named.order_id = dispatch.order_id
    and named.during @> dispatch.during)`

/** Dispatches with everything that stands around them. */
function dispatchesJoined({ tx }: Reading) {
  return tx
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
}

function dispatchesWithNames(ctx: Reading) {
  return dispatchesJoined(ctx)
    .selectAll('dispatch')
    .select([
      'order.number as orderNumber',
      'order.status as orderStatus',
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
      'venue.kind as venueKind',
      'speaker.personId as speakerPersonId',
      'speaking.name as speakerName',
      'speaking.phone as speakerPhone',
      // A hand may have set another time than the branch named.
      isNamedTime.as('isNamedTime'),
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

/** What a speaker is still asked for, or said yes to, and that has not begun. */
export async function dispatchesAhead(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  speakerId: string,
) {
  return ctx.tx
    .selectFrom('dispatch')
    .select(['id', 'status'])
    .where('streetId', '=', ctx.street)
    .where('speakerId', '=', speakerId)
    .where('status', 'in', ['proposed', 'accepted'])
    .where(sql<boolean>`lower(during) > ${ctx.now}`)
    .orderBy('orderId')
    .execute()
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

type StoredOrder = Omit<AskedOrder, 'times'> & { times: string[] }

/** What has to be known of these orders to ask somebody for them. */
export async function ordersToAsk(
  ctx: Reading,
  orderIds: readonly string[],
): Promise<Map<string, AskedOrder>> {
  const { rows } = await sql<StoredOrder>`
    select o.id, o.status, o.season_id, o.talk_id, o.venue_id, o.language, o.audience, o.head_count, talk.minutes,
      array(select t.during::text from order_time t where t.street_id = o.street_id and t.order_id = o.id
        order by t.position) as times,
      array[o.talk_id] || array(select similar_talk.id from talk similar_talk
        where o.takes_similar and similar_talk.street_id = o.street_id and similar_talk.id <> o.talk_id
          and similar_talk.topics && talk.topics and similar_talk.minutes <= talk.minutes
          and o.audience = any(similar_talk.audiences) and o.language = any(similar_talk.languages)
          and similar_talk.put_on_menu_at is not null and similar_talk.retired_at is null
        order by similar_talk.number) as talk_ids
    from talk_order o join talk on talk.street_id = o.street_id and talk.id = o.talk_id
    where o.street_id = ${ctx.street} and o.id = any(${orderIds}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.id, { ...row, times: row.times.map(spanOf) }]))
}

type StoredSpeaker = Omit<AskedSpeaker, 'comes'> & { id: string }

/** What has to be known of these speakers to ask them, with what they promised until now. */
export async function speakersToAsk(
  ctx: Reading,
  speakerIds: readonly string[],
): Promise<Map<string, AskedSpeaker>> {
  const { rows } = await sql<StoredSpeaker>`
    select s.id, s.left_at, s.languages, s.audiences, s.lengths, s.most_guests,
      array(select gives.talk_id from talk_speaker gives
        where gives.street_id = s.street_id and gives.speaker_id = s.id) as talk_ids
    from speaker s where s.street_id = ${ctx.street} and s.id = any(${speakerIds}::uuid[])`.execute(
    ctx.tx,
  )
  const comes = await availabilityOf(ctx, speakerIds)
  return new Map(rows.map(({ id, ...row }) => [id, { ...row, comes: comes.get(id)! }]))
}

/** What has to be known of these venues to send somebody there. */
export async function venuesToAsk(
  ctx: Reading,
  venueIds: readonly string[],
): Promise<Map<string, AskedVenue>> {
  const { rows } = await sql<{ id: string; seats: number }>`
    select id, seats from venue
    where street_id = ${ctx.street} and id = any(${venueIds}::uuid[])`.execute(ctx.tx)
  const use = await venueUseOf(ctx, venueIds)
  return new Map(rows.map((row) => [row.id, { ...row, ...use.get(row.id)! }]))
}

/** The speakers who give one of these talks, by name. */
export async function speakersOfTalks(ctx: Reading, talkIds: readonly string[]) {
  const { rows } = await sql<{
    id: string
    name: string
    personId: string
    conditions: string
    conditionsEn: string
  }>`
    select distinct s.id, person.name, s.person_id, s.conditions, s.conditions_en
    from talk_speaker gives
    join speaker s on s.street_id = gives.street_id and s.id = gives.speaker_id and s.left_at is null
    join person on person.street_id = s.street_id and person.id = s.person_id
    where gives.street_id = ${ctx.street} and gives.talk_id = any(${talkIds}::uuid[])
    order by person.name, s.id`.execute(ctx.tx)
  return rows
}

/** Takes these orders and then these speakers for this transaction, always in the same order. */
export async function lockAsked(
  ctx: Reading,
  orderIds: readonly string[],
  speakerIds: readonly string[],
): Promise<void> {
  await sql`select id from talk_order where street_id = ${ctx.street} and id = any(${orderIds}::uuid[])
    order by id for update`.execute(ctx.tx)
  await sql`select id from speaker where street_id = ${ctx.street} and id = any(${speakerIds}::uuid[])
    order by id for update`.execute(ctx.tx)
}

/** The invitations that nobody answered in time: their clock has run out, or their time has come. */
export async function invitationsToExpire(ctx: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select dispatch.id from dispatch
    left join order_clock clock on clock.street_id = dispatch.street_id and clock.order_id = dispatch.order_id
      and clock.stage = 'accept' and clock.stopped_at is null
    where dispatch.street_id = ${ctx.street} and dispatch.status = 'proposed'
      and (lower(dispatch.during) <= ${ctx.now} or clock.due_at <= ${ctx.now})
    order by dispatch.id`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

/** By when the asked speaker should answer; null where nobody can say. */
export async function answerDueAt(ctx: Reading, orderId: string): Promise<Date | null> {
  const row = await ctx.tx
    .selectFrom('orderClock')
    .select('dueAt')
    .where('streetId', '=', ctx.street)
    .where('orderId', '=', orderId)
    .where('stage', '=', 'accept')
    .where('stoppedAt', 'is', null)
    .executeTakeFirst()
  return row?.dueAt ?? null
}

export type Candidate = Awaited<ReturnType<typeof speakersOfTalks>>[number] & {
  /** The times of the order at which this speaker can't come, and why. */
  cannot: { during: Span; why: AskingReason }[]
}

/**
 * The speakers who give an order's talk, with what stands in the way of each; first those who can
 * come. Where someone is to step in, it is that talk's own time which counts.
 */
export async function candidatesFor(
  ctx: Context,
  orderId: string,
  insteadOf?: { during: Span; venueId: string },
): Promise<Candidate[]> {
  const asked = found((await ordersToAsk(ctx, [orderId])).get(orderId))
  const order = insteadOf ? { ...asked, talkIds: [asked.talkId] } : asked
  const speakers = await speakersOfTalks(ctx, order.talkIds)
  const ids = speakers.map(({ id }) => id)
  const known = await speakersToAsk(ctx, ids)
  const venueId = insteadOf?.venueId ?? order.venueId
  const venue = found((await venuesToAsk(ctx, [venueId])).get(venueId))
  const { days: holidays } = await workCalendar(ctx)
  const spans = insteadOf ? [insteadOf.during] : order.times.filter(({ end }) => end > ctx.now)
  const candidates = speakers.map((speaker) => ({
    ...speaker,
    cannot: spans.flatMap((during) => {
      const their = known.get(speaker.id)!
      const reasons = startsIn([during], order.minutes).map((start) =>
        whyNotComing(order, { time: talkFrom(start, order), venue }, their, holidays),
      )
      const [why] = reasons
      return why && reasons.every((each) => each !== null) ? [{ during, why }] : []
    }),
  }))
  const isFree = ({ cannot }: Candidate) => cannot.length < spans.length
  return candidates.toSorted((a, b) => Number(isFree(b)) - Number(isFree(a)))
}

/** The orders a speaker could take up by themselves, what presses most first, with when each could begin. */
export async function openOrdersFor(ctx: Context, speakerId: string) {
  const open = await ordersOpen(ctx)
  const orders = await ordersToAsk(
    ctx,
    open.map(({ id }) => id),
  )
  const speaker = found((await speakersToAsk(ctx, [speakerId])).get(speakerId))
  const venues = await venuesToAsk(ctx, [...new Set(open.map(({ venueId }) => venueId))])
  const day = { now: ctx.now, holidays: (await workCalendar(ctx)).days }
  return open.flatMap((order) => {
    const starts = startsFor(orders.get(order.id)!, venues.get(order.venueId)!, speaker, day)
    return starts.length > 0 ? [{ ...order, starts }] : []
  })
}
