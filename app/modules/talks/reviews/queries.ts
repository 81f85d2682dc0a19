import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { readLink } from '#app/platform/signing.ts'
import { day, later } from '#app/platform/time.ts'
import { type OrderStatus, wasHeld } from '../orders/rules.ts'
import { type AsOrdered, answersShown, type ReviewWay, recordOf, type TalkRecord } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

/** What a link to a review may do. */
export const reviewing = 'review'

/** An order as it is reviewed: the talk, the units that had it, and which of them have said. */
export type ReviewedOrder = {
  id: string
  number: number
  status: OrderStatus
  talkId: string
  title: string
  titleEn: string
  unitId: string
  placedBy: string
  /** When it was given; null where the dispatch is gone. */
  heldOn: Date | null
  units: { id: string; name: string; reviewed: boolean }[]
}

const heldStates = sql`any(${sql.lit(`{${wasHeld.join(',')}}`)}::text[])`

/** Every unit of an order: the one that ordered it, and those that came along. */
function unitsOf({ street }: Reading): RawBuilder<unknown> {
  return sql`(select o.id as order_id, o.unit_id from talk_order o where o.street_id = ${street}
    union all select g.order_id, g.unit_id from order_guest g where g.street_id = ${street})`
}

/** An order with its units, to be reviewed. */
export async function orderToReview(
  ctx: Reading,
  orderId: string,
): Promise<ReviewedOrder | undefined> {
  const { rows } = await sql<ReviewedOrder>`
    select o.id, o.number, o.status, o.talk_id, talk.title, talk.title_en, o.unit_id, o.placed_by,
      lower(d.during) as held_on,
      json_agg(json_build_object('id', unit.id, 'name', unit.name, 'reviewed', r.id is not null)
        order by unit.id = o.unit_id desc, unit.name) as units
    from talk_order o
    join talk on talk.street_id = o.street_id and talk.id = o.talk_id
    join ${unitsOf(ctx)} had on had.order_id = o.id
    join unit on unit.street_id = o.street_id and unit.id = had.unit_id
    left join review r on r.street_id = o.street_id and r.order_id = o.id and r.unit_id = had.unit_id
    left join dispatch d on d.street_id = o.street_id and d.order_id = o.id and d.status = 'accepted'
    where o.street_id = ${ctx.street} and o.id = ${orderId}
    group by o.street_id, o.id, talk.street_id, talk.id, d.street_id, d.id`.execute(ctx.tx)
  return rows[0]
}

export type ToReview = {
  orderId: string
  number: number
  title: string
  titleEn: string
  unitId: string
  unitName: string
  heldOn: Date
}

const askedFor = 60 * day

/** Talks of the last two months of which these units have not said what they thought, the oldest first. */
export async function reviewsToGive(ctx: ReadingNow, scope: Scope): Promise<ToReview[]> {
  const { rows } = await sql<ToReview>`
    select o.id as order_id, o.number, talk.title, talk.title_en, unit.id as unit_id, unit.name as unit_name,
      lower(d.during) as held_on
    from talk_order o
    join talk on talk.street_id = o.street_id and talk.id = o.talk_id
    join dispatch d on d.street_id = o.street_id and d.order_id = o.id and d.status = 'accepted'
    join ${unitsOf(ctx)} had on had.order_id = o.id
    join unit on unit.street_id = o.street_id and unit.id = had.unit_id
    where o.street_id = ${ctx.street} and o.status = ${heldStates}
      and had.unit_id = any(${[...scope.unitIds]}::uuid[])
      and upper(d.during) between ${later(ctx.now, -askedFor)} and ${ctx.now}
      and not exists (select from review r where r.street_id = ${ctx.street} and r.order_id = o.id
        and r.unit_id = had.unit_id)
    order by lower(d.during), o.number, unit.name
    limit 100`.execute(ctx.tx)
  return rows
}

export type ReviewRow = {
  id: string
  orderId: string
  number: number
  talkId: string
  title: string
  titleEn: string
  unitId: string
  unitName: string
  level: number
  asOrdered: AsOrdered
  words: string
  way: ReviewWay
  reviewedAt: Date
  poor: boolean
  callDueOn: string | null
  calledAt: Date | null
  callNote: string
}

/** Reviews with what they are of; `where` narrows them, in the words of the table `r`. */
async function reviewsWhere(
  { tx, street }: Reading,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  most = 500,
): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`
    select r.id, r.order_id, o.number, o.talk_id, talk.title, talk.title_en, r.unit_id, unit.name as unit_name,
      r.level, r.as_ordered, r.words, r.way, r.reviewed_at, r.level <= 2 or r.as_ordered = 'no' as poor,
      r.call_due_on, r.called_at, r.call_note
    from review r
    join talk_order o on o.street_id = r.street_id and o.id = r.order_id
    join talk on talk.street_id = r.street_id and talk.id = o.talk_id
    join unit on unit.street_id = r.street_id and unit.id = r.unit_id
    where r.street_id = ${street} and ${where}
    order by ${order} limit ${most}`.execute(tx)
  return rows
}

const ofScope = (scope: Scope) => sql`r.unit_id = any(${[...scope.unitIds]}::uuid[])`

/** What these units said, the newest first. */
export async function reviewsOf(ctx: Reading, scope: Scope): Promise<ReviewRow[]> {
  return reviewsWhere(ctx, ofScope(scope), sql`r.reviewed_at desc, r.id desc`)
}

/** The same in the order of their ids, from one on. */
export async function reviewsAfter(
  ctx: Reading,
  scope: Scope,
  after: string | null,
  limit: number,
): Promise<ReviewRow[]> {
  const from = sql`${ofScope(scope)} and (${after}::uuid is null or r.id > ${after})`
  return reviewsWhere(ctx, from, sql`r.id`, limit)
}

/** Poor reviews that nobody has called about yet, the first due first. */
export async function callBacks(ctx: Reading): Promise<ReviewRow[]> {
  const waiting = sql`(r.level <= 2 or r.as_ordered = 'no') and r.called_at is null`
  return reviewsWhere(ctx, waiting, sql`r.call_due_on nulls first, r.reviewed_at, r.id`)
}

/** A review, to be called back about: nobody else does so at the same time. */
export async function lockReview(ctx: Reading, reviewId: string) {
  return ctx.tx
    .selectFrom('review')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', reviewId)
    .forUpdate()
    .executeTakeFirst()
}

export async function findReview(ctx: Reading, reviewId: string): Promise<ReviewRow | undefined> {
  const [review] = await reviewsWhere(ctx, sql`r.id = ${reviewId}`, sql`r.id`)
  return review
}

/** What units thought of a talk, beside how many had it. */
export async function talkRecord(ctx: Reading, talkId: string): Promise<TalkRecord> {
  const { rows } = await sql<{
    asked: number
    answers: { level: number; asOrdered: AsOrdered }[] | null
  }>`
    select count(had.unit_id) as asked,
      json_agg(json_build_object('level', r.level, 'asOrdered', r.as_ordered) order by r.reviewed_at, r.id)
        filter (where r.id is not null) as answers
    from talk_order o
    join ${unitsOf(ctx)} had on had.order_id = o.id
    left join review r on r.street_id = o.street_id and r.order_id = o.id and r.unit_id = had.unit_id
    where o.street_id = ${ctx.street} and o.talk_id = ${talkId} and o.status = ${heldStates}`.execute(
    ctx.tx,
  )
  return recordOf(rows[0]?.asked ?? 0, rows[0]?.answers ?? [])
}

/** The record of the talk that was ordered. */
export async function recordOfOrder(ctx: Reading, orderId: string): Promise<TalkRecord> {
  const { talkId } = await talkOfOrder(ctx, orderId)
  return talkRecord(ctx, talkId)
}

async function talkOfOrder(ctx: Reading, orderId: string) {
  return ctx.tx
    .selectFrom('talkOrder')
    .select('talkId')
    .where('streetId', '=', ctx.street)
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
}

/** What units wrote of a talk, of none of them by name or in its turn. */
export async function wordsOfTalk(ctx: Reading, record: TalkRecord, talkId: string) {
  const { rows } = await sql<{ words: string }>`
    select words from (
      select r.id, r.words from review r
      join talk_order o on o.street_id = r.street_id and o.id = r.order_id
      where r.street_id = ${ctx.street} and o.talk_id = ${talkId}
      order by r.reviewed_at, r.id limit ${answersShown(record.answers)}) shown
    where words <> '' order by md5(id::text)`.execute(ctx.tx)
  return rows.map((row) => row.words)
}

/** What a speaker is shown after a talk: its record, and words from five answers on; null until it is over. */
export async function feedbackAfter(
  ctx: ReadingNow,
  dispatch: { status: string; orderId: string; during: Span },
): Promise<{ record: TalkRecord; words: string[] } | null> {
  if (dispatch.status !== 'accepted' || dispatch.during.end > ctx.now) return null
  const { talkId } = await talkOfOrder(ctx, dispatch.orderId)
  const record = await talkRecord(ctx, talkId)
  return { record, words: await wordsOfTalk(ctx, record, talkId) }
}

/** The order that a link to a review is of, and whether its time is over; undefined for none of ours. */
export async function openReviewLink(ctx: ReadingNow, token: string) {
  const link = await readLink(ctx, reviewing, token)
  const order = link && (await orderToReview(ctx, link.id))
  return link && order ? { over: link.over, order } : undefined
}
