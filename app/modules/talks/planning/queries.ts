import { sql } from 'kysely'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { currentSeasonId } from '#app/modules/seasons/queries.ts'
import type { Worth } from '#app/planner/season.ts'
import type { Context } from '#app/platform/context.ts'
import { type Span, spanOf } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'
import type { WorkCalendar } from '#app/platform/working-days.ts'
import { type Asked, type GivenSeason, waitedDays } from '../outlook/rules.ts'
import type { OrderReasons, PlanKind, PlanStatus, Progress } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

/** A plan as lists and its own page show it. */
export type PlanRow = {
  id: string
  number: number
  name: string
  seasonId: string
  kind: PlanKind
  status: PlanStatus
  fromId: string | null
  fromNumber: number | null
  asked: Asked
  worth: Worth | null
  objective: number | null
  bound: number | null
  proof: 'optimal' | 'within' | 'greedy' | null
  progress: Progress | null
  seconds: number | null
  /** The day from which the planner's days and minutes are counted; null while it waits. */
  firstDay: string | null
  madeByName: string
  madeAt: Date
  solvedAt: Date | null
  publishedByName: string | null
  publishedAt: Date | null
  /** How many orders it speaks of, and how many of them it serves. */
  orders: number
  served: number
}

async function plansWhere({ tx, street }: Reading, which: ReturnType<typeof sql>, most: number) {
  const { rows } = await sql<PlanRow>`
    select p.id, p.number, p.name, p.season_id, p.kind, p.status, p.from_id, origin.number as from_number,
      p.asked, p.worth, p.objective, p.bound, p.proof, p.progress, p.seconds, p.season->>'firstDay' as first_day, maker.name as made_by_name,
      p.made_at, p.solved_at, publisher.name as published_by_name, p.published_at,
      (select count(*) from plan_order o where o.street_id = p.street_id and o.plan_id = p.id) as orders,
      (select count(o.speaker_id) from plan_order o where o.street_id = p.street_id and o.plan_id = p.id)
        as served
    from plan p
    join person maker on maker.street_id = p.street_id and maker.id = p.made_by
    left join person publisher on publisher.street_id = p.street_id and publisher.id = p.published_by
    left join plan origin on origin.street_id = p.street_id and origin.id = p.from_id
    where p.street_id = ${street} and ${which}
    order by p.number desc limit ${most}`.execute(tx)
  return rows
}

export async function findPlan(ctx: Reading, planId: string): Promise<PlanRow | undefined> {
  return (await plansWhere(ctx, sql`p.id = ${planId}`, 1))[0]
}

/** The plans of the season now, the newest first; the thrown away are among them. */
export async function plansOf(ctx: ReadingNow, most = 50): Promise<PlanRow[]> {
  return plansWhere(ctx, sql`p.season_id = ${currentSeasonId(ctx)}`, most)
}

/** The newest plan of the season now that was not thrown away. */
export async function latestPlan(ctx: ReadingNow): Promise<PlanRow | undefined> {
  const which = sql`p.season_id = ${currentSeasonId(ctx)} and p.status <> 'discarded'`
  return (await plansWhere(ctx, which, 1))[0]
}

/** What the planner was given for a plan; null while it waits. */
export async function givenSeasonOf(ctx: Reading, planId: string): Promise<GivenSeason | null> {
  const row = await ctx.tx
    .selectFrom('plan')
    .select('season')
    .where('streetId', '=', ctx.street)
    .where('id', '=', planId)
    .executeTakeFirst()
  return row?.season ?? null
}

/** An order as the board shows it. */
export type OpenOrder = {
  orderId: string
  number: number
  status: Tables['talkOrder']['status']
  title: string
  titleEn: string
  topics: string[]
  unitId: string
  unitName: string
  communityId: string | null
  communityName: string | null
  audience: string
  language: string
  headCount: number
  minutes: number
  priority: number
  placedAt: Date
  /** Working days since it was placed. */
  waited: number
  /** When it would suit, those that suit best first. */
  times: { during: Span; choice: number }[]
  /** Where the branch would like it. */
  wishedVenueId: string
  wishedVenueName: string
}

/** An order in a plan: who gives it, where and when, or why it is not served. */
export type PlannedOrder = OpenOrder & {
  speakerId: string | null
  speakerName: string | null
  venueId: string | null
  venueName: string | null
  during: Span | null
  locked: boolean
  reasons: OrderReasons
  dispatchId: string | null
  dispatchStatus: Tables['dispatch']['status'] | null
}

type Raw<Row> = Omit<Row, 'times' | 'waited'> & { times: { during: string; choice: number }[] }

const asListed = sql`
  o.id as order_id, o.number, o.status, talk.title, talk.title_en, talk.topics, o.unit_id,
  unit.name as unit_name, community.id as community_id, community.name as community_name, o.audience,
  o.language, o.head_count, talk.minutes, o.priority, o.placed_at, o.venue_id as wished_venue_id,
  wished.name as wished_venue_name, coalesce((
    select json_agg(json_build_object('during', t.during, 'choice', t.choice) order by t.choice, t.position)
    from order_time t where t.street_id = o.street_id and t.order_id = o.id), '[]') as times`

const withNames = sql`
  join talk on talk.street_id = o.street_id and talk.id = o.talk_id
  join unit on unit.street_id = o.street_id and unit.id = o.unit_id
  join venue wished on wished.street_id = o.street_id and wished.id = o.venue_id
  left join unit community on community.street_id = unit.street_id and community.kind = 'community'
    and community.id = any(unit.ancestors)`

/** Every order that waits for a speaker: what presses most first, then what has waited longest. */
export async function openOrdersOf(ctx: ReadingNow): Promise<OpenOrder[]> {
  const { rows } = await sql<Raw<OpenOrder>>`
    select ${asListed} from talk_order o ${withNames}
    where o.street_id = ${ctx.street} and o.season_id = ${currentSeasonId(ctx)}
      and o.status in ('vetted', 'planned', 'open')
    order by o.priority desc, o.placed_at, o.id`.execute(ctx.tx)
  const calendar = await workCalendar(ctx)
  return rows.map((row) => readably(row, calendar, ctx.now))
}

/** The orders a plan speaks of, by number: those it serves and those it does not. */
export async function planOrdersOf(ctx: ReadingNow, planId: string): Promise<PlannedOrder[]> {
  const { rows } = await sql<Raw<PlannedOrder>>`
    select ${asListed}, p.speaker_id, speaking.name as speaker_name, p.venue_id, venue.name as venue_name,
      p.during, p.locked, p.reasons, p.dispatch_id, dispatch.status as dispatch_status
    from plan_order p
    join talk_order o on o.street_id = p.street_id and o.id = p.order_id
    ${withNames}
    left join speaker on speaker.street_id = p.street_id and speaker.id = p.speaker_id
    left join person speaking on speaking.street_id = p.street_id and speaking.id = speaker.person_id
    left join venue on venue.street_id = p.street_id and venue.id = p.venue_id
    left join dispatch on dispatch.street_id = p.street_id and dispatch.id = p.dispatch_id
    where p.street_id = ${ctx.street} and p.plan_id = ${planId}
    order by o.number`.execute(ctx.tx)
  const calendar = await workCalendar(ctx)
  return rows.map((row) => readably(row, calendar, ctx.now))
}

function readably<Row extends Raw<OpenOrder>>(row: Row, calendar: WorkCalendar, now: Date) {
  return {
    ...row,
    times: row.times.map(({ during, choice }) => ({ during: spanOf(during), choice })),
    waited: waitedDays(dayOf(row.placedAt), dayOf(now), calendar),
  }
}
