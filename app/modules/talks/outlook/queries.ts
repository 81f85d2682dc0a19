import { sql } from 'kysely'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { venues, venueUseOf } from '#app/modules/organisation/queries.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { type Span, spanOf } from '#app/platform/database/spans.ts'
import { dayOf } from '#app/platform/time.ts'
import { availabilityOf } from '../speakers/queries.ts'
import {
  type Asked,
  type GivenSeason,
  type HandBooking,
  type OrderToPlan,
  type SpeakerToPlan,
  seasonFrom,
  type TalkToPlan,
} from './rules.ts'

type ReadingNow = Pick<Context, 'tx' | 'street' | 'now'>

type Question = {
  asked: Asked
  /** Whether what is promised may be changed, at a price; else only what is open is planned. */
  withPromised: boolean
  hand: readonly HandBooking[]
  /** When sessions that no order asked for are held; they are of a later module. */
  venuesTaken: readonly VenueTaken[]
}

export type VenueTaken = { venueId: string; during: Span }

/** All that is to be planned and all that it can be planned with; null outside a season. */
export async function seasonOf(ctx: ReadingNow, question: Question): Promise<GivenSeason | null> {
  const season = await currentSeason(ctx)
  if (!season) return null
  const orders = await ordersToPlan(ctx, season.id, question)
  const speakers = await speakersToPlan(ctx)
  const availability = await availabilityOf(ctx)
  const places = await venues(ctx)
  const use = await venueUseOf(ctx)
  const calendar = await workCalendar(ctx)
  const talks = await talksToPlan(ctx)
  const taken = Map.groupBy(question.venuesTaken, ({ venueId }) => venueId)
  return seasonFrom({
    season,
    today: dayOf(ctx.now),
    orders,
    speakers,
    availability,
    venues: places.map(({ id, seats }) => ({
      id,
      seats,
      ...use.get(id)!,
      taken: taken.get(id)?.map(({ during }) => during) ?? [],
    })),
    talks,
    calendar,
    asked: question.asked,
    hand: question.hand,
  })
}

type Raw = Omit<OrderToPlan, 'times' | 'promised'> & {
  times: { during: string; choice: number }[]
  promised: { speakerId: string; venueId: string; during: string; isAccepted: boolean } | null
}

async function ordersToPlan(
  { tx, street }: ReadingNow,
  seasonId: string,
  { asked, withPromised }: Question,
): Promise<OrderToPlan[]> {
  const statuses = ['vetted', 'planned', 'open']
  if (withPromised) statuses.push('proposed', 'accepted', 'scheduled')
  const some = asked.orderIds.length > 0 ? sql`and o.id = any(${asked.orderIds}::uuid[])` : sql``
  const { rows } = await sql<Raw>`
    select o.id, o.unit_id, o.talk_id, o.priority, o.placed_at, o.audience, o.language, o.head_count,
      coalesce(version.minutes, talk.minutes) as minutes, talk.formats, o.venue_id, venue.kind as venue_kind,
      o.takes_similar,
      coalesce((
        select json_agg(json_build_object('during', t.during, 'choice', t.choice) order by t.position)
        from order_time t where t.street_id = o.street_id and t.order_id = o.id), '[]') as times,
      (select json_build_object('speakerId', d.speaker_id, 'venueId', d.venue_id, 'during', d.during,
          'isAccepted', d.status = 'accepted')
        from dispatch d where d.street_id = o.street_id and d.order_id = o.id
          and d.status in ('proposed', 'accepted')) as promised,
      array(select distinct d.speaker_id from dispatch d
        where d.street_id = o.street_id and d.order_id = o.id
          and d.status in ('declined', 'cancelled', 'expired') order by 1) as said_no
    from talk_order o
    join talk on talk.street_id = o.street_id and talk.id = o.talk_id
    join venue on venue.street_id = o.street_id and venue.id = o.venue_id
    left join talk_version version on version.street_id = o.street_id and version.talk_id = o.talk_id
      and version.version = o.talk_version
    where o.street_id = ${street} and o.season_id = ${seasonId} and o.status = any(${statuses}) ${some}
      and o.id <> all(${asked.leftOutOrderIds}::uuid[])
    order by o.id`.execute(tx)
  return rows.map(({ times, promised, ...order }) => ({
    ...order,
    times: times.map(({ during, choice }) => ({ during: spanOf(during), choice })),
    promised: promised && { ...promised, during: spanOf(promised.during) },
  }))
}

/** The speakers of the register now; who limits the ways of speaking takes those of the own talks too. */
async function speakersToPlan({ tx, street }: ReadingNow): Promise<SpeakerToPlan[]> {
  const { rows } = await sql<SpeakerToPlan>`
    select s.id, s.kind, s.audiences, s.languages, s.lengths, s.most_guests,
      case when s.formats = '{}' then s.formats else array(
        select unnest(s.formats) union select unnest(talk.formats)
        from talk_speaker gives
        join talk on talk.street_id = gives.street_id and talk.id = gives.talk_id
        where gives.street_id = s.street_id and gives.speaker_id = s.id order by 1) end as formats,
      coalesce((
        select json_agg(json_build_object('id', gives.talk_id, 'strength', gives.strength)
          order by gives.talk_id)
        from talk_speaker gives
        where gives.street_id = s.street_id and gives.speaker_id = s.id), '[]') as talks
    from speaker s where s.street_id = ${street} and s.left_at is null
    order by s.id`.execute(tx)
  return rows
}

/** The talks that could be given in place of each other. */
async function talksToPlan({ tx, street }: ReadingNow): Promise<TalkToPlan[]> {
  const { rows } = await sql<TalkToPlan>`
    select id, topics, audiences, languages, minutes from talk
    where street_id = ${street} and put_on_menu_at is not null and retired_at is null
    order by id`.execute(tx)
  return rows
}
