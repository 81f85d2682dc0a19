import { sql } from 'kysely'
import { currentSeasonId } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { type Span, spanOf } from '#app/platform/database/spans.ts'
import { dayOf, instantAt, mondayOf } from '#app/platform/time.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

/** A talk that a speaker was asked for, or has promised. */
export type LiveDispatch = {
  id: string
  orderId: string
  orderNumber: number
  status: 'proposed' | 'accepted'
  speakerId: string
  speakerName: string
  venueId: string
  venueName: string
  unitName: string
  title: string
  titleEn: string
  during: Span
  proposedAt: Date
}

/** The talks of this week and later that speakers were asked for or have promised, the soonest first. */
export async function liveDispatches(ctx: ReadingNow): Promise<LiveDispatch[]> {
  const { rows } = await sql<Omit<LiveDispatch, 'during'> & { during: string }>`
    select d.id, d.order_id, o.number as order_number, d.status, d.speaker_id,
      person.name as speaker_name, d.venue_id, venue.name as venue_name, unit.name as unit_name,
      talk.title, talk.title_en, d.during::text as during, d.proposed_at
    from dispatch d
    join talk_order o on o.street_id = d.street_id and o.id = d.order_id
    join talk on talk.street_id = d.street_id and talk.id = o.talk_id
    join unit on unit.street_id = d.street_id and unit.id = o.unit_id
    join venue on venue.street_id = d.street_id and venue.id = d.venue_id
    join speaker on speaker.street_id = d.street_id and speaker.id = d.speaker_id
    join person on person.street_id = d.street_id and person.id = speaker.person_id
    where d.street_id = ${ctx.street} and d.status in ('proposed', 'accepted')
      and upper(d.during) > ${instantAt(mondayOf(dayOf(ctx.now)), '00:00')}
    order by lower(d.during), d.id`.execute(ctx.tx)
  return rows.map((row) => ({ ...row, during: spanOf(row.during) }))
}

/** By when the stage that each order is in should be over, where that is known. */
export async function dueTimes({ tx, street }: Reading): Promise<Map<string, Date>> {
  const rows = await tx
    .selectFrom('orderClock')
    .select(['orderId', 'dueAt'])
    .where('streetId', '=', street)
    .where('stoppedAt', 'is', null)
    .where('dueAt', 'is not', null)
    .execute()
  return new Map(rows.map(({ orderId, dueAt }) => [orderId, dueAt!]))
}

/** What each talk is called, in both languages: a plan's reasons name talks by their ids. */
export async function talkTitles({
  tx,
  street,
}: Reading): Promise<Map<string, { zh: string; en: string }>> {
  const rows = await tx
    .selectFrom('talk')
    .select(['id', 'title', 'titleEn'])
    .where('streetId', '=', street)
    .execute()
  return new Map(rows.map(({ id, title, titleEn }) => [id, { zh: title, en: titleEn || title }]))
}

/** A community on the street's sketch, with how many of its orders of the season have a speaker. */
export type CommunityOrders = {
  id: string
  name: string
  x: number | null
  y: number | null
  orders: number
  provided: number
}

/** The communities with what they ordered this season, in the order of the divisions. */
export async function communityOrders(ctx: ReadingNow): Promise<CommunityOrders[]> {
  const { rows } = await sql<CommunityOrders>`
    select community.id, community.name, community.sketch_x::float8 as x, community.sketch_y::float8 as y,
      count(o.id) as orders,
      count(o.id) filter (where o.status not in ('submitted', 'vetted', 'planned', 'open', 'missed'))
        as provided
    from unit community
    left join unit on unit.street_id = community.street_id
      and (unit.id = community.id or community.id = any(unit.ancestors))
    left join talk_order o on o.street_id = unit.street_id and o.unit_id = unit.id
      and o.season_id = ${currentSeasonId(ctx)}
      and o.status not in ('draft', 'returned', 'refused', 'withdrawn', 'expired')
    where community.street_id = ${ctx.street} and community.kind = 'community'
      and community.closed_at is null
    group by community.street_id, community.id, community.name
    order by min(community.division_code) nulls last, community.id`.execute(ctx.tx)
  return rows
}
