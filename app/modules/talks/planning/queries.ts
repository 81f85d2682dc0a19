import { sql } from 'kysely'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { currentSeasonId } from '#app/modules/seasons/queries.ts'
import type { Worth } from '#app/planner/season.ts'
import type { Context } from '#app/platform/context.ts'
import { type Span, spanOf } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'
import type { WorkCalendar } from '#app/platform/working-days.ts'
import { waitsForSpeaker } from '../orders/rules.ts'
import { type Asked, type GivenSeason, waitedDays } from '../outlook/rules.ts'
import {
  brokenByHand,
  changeTo,
  type HandMove,
  type OrderReasons,
  type PlanKind,
  type PlanStatus,
  type Progress,
  type Tried,
  trialOf,
} from './rules.ts'

export type { Tried } from './rules.ts'

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
  /** Null where the program made it by itself. */
  madeByName: string | null
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
    left join person maker on maker.street_id = p.street_id and maker.id = p.made_by
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

/** The plan that was published last in the season now. */
export async function lastPublished(ctx: ReadingNow): Promise<PlanRow | undefined> {
  const which = sql`p.season_id = ${currentSeasonId(ctx)} and p.status = 'published'
    and p.published_at = (select max(published_at) from plan
      where street_id = ${ctx.street} and season_id = ${currentSeasonId(ctx)} and status = 'published')`
  return (await plansWhere(ctx, which, 1))[0]
}

/** Takes the plan for this transaction: it is changed, kept and published one after the other. */
export async function lockPlan(ctx: Reading, planId: string) {
  return ctx.tx
    .selectFrom('plan')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', planId)
    .forUpdate()
    .executeTakeFirst()
}

/** Who gives each order of a plan, where and when, by the orders' ids. */
export async function placedIn(ctx: Reading, planId: string) {
  return ctx.tx
    .selectFrom('planOrder')
    .select(['orderId', 'speakerId', 'venueId', 'during', 'locked'])
    .where('streetId', '=', ctx.street)
    .where('planId', '=', planId)
    .orderBy('orderId')
    .execute()
}

/** How orders stand now, with the invitation that is open or accepted, if any. */
export async function standingOf({ tx, street }: Reading, orderIds: readonly string[]) {
  const { rows } = await sql<{
    id: string
    number: number
    status: Tables['talkOrder']['status']
    dispatchId: string | null
    speakerId: string | null
    venueId: string | null
    during: Span | null
  }>`
    select o.id, o.number, o.status, d.id as dispatch_id, d.speaker_id, d.venue_id, d.during
    from talk_order o
    left join dispatch d on d.street_id = o.street_id and d.order_id = o.id
      and d.status in ('proposed', 'accepted')
    where o.street_id = ${street} and o.id = any(${orderIds}::uuid[])
    order by o.id`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The plans the program made by itself that somebody should look at. */
export async function healedPlans(ctx: ReadingNow): Promise<PlanRow[]> {
  const which = sql`p.season_id = ${currentSeasonId(ctx)} and p.kind = 'repair' and p.made_by is null
    and p.status = 'ready'`
  return plansWhere(ctx, which, 20)
}

/** The open orders that the newest plan can't serve. */
export async function unservedOrders(ctx: ReadingNow): Promise<OpenOrder[]> {
  const plan = await latestPlan(ctx)
  if (!plan) return []
  const orders = await planOrdersOf(ctx, plan.id)
  return orders.filter(
    ({ speakerId, status }) => speakerId === null && waitsForSpeaker.includes(status),
  )
}

/** What a change by hand would break, and what it would cost; null where the plan does not know what is meant. */
export async function tryMove(ctx: Reading, input: HandMove): Promise<Tried | null> {
  const season = await givenSeasonOf(ctx, input.planId)
  const placed = await placedIn(ctx, input.planId)
  return season && (trialOf(season, placed, changeTo(input))?.tried ?? null)
}

/** What the office's hand has put against a rule in a plan. */
export async function handAgainstRules(ctx: Reading, planId: string): Promise<Tried['breaks']> {
  const season = await givenSeasonOf(ctx, planId)
  return season ? brokenByHand(season, await placedIn(ctx, planId)) : []
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
