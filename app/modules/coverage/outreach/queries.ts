import { sql } from 'kysely'
import type { Scope } from '#app/modules/people/access.ts'
import type { Season } from '#app/modules/seasons/queries.ts'
import { dayWithin } from '#app/modules/seasons/rules.ts'
import { takenOf } from '#app/modules/sessions/seats/queries.ts'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'
import { elderlyFrom } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

export const peopleOnPage = 50

/** What was done already for someone: asked to a session, or put on the list of visits. */
export type Step = {
  id: string
  sessionId: string | null
  title: string | null
  titleEn: string | null
  madeAt: string
}

export type NotReachedRow = {
  id: string
  name: string
  bornOn: string | null
  homebound: boolean
  unitId: string
  unitName: string
  communityId: string | null
  communityName: string | null
  steps: Step[]
  /** A session to come for which the person has a seat. */
  seatAt: { id: string; title: string; titleEn: string } | null
  /** The day on which a visit is planned. */
  visitOn: string | null
}

type Wanted = { scope: Scope; unitId: string | null; page: number }

/**
 * Members whom the season has not reached: those who can't leave the house first, then the elderly,
 * then branch by branch in the order of names. A page of them, and how many there are.
 */
export async function notReached(ctx: ReadingNow, season: Season, wanted: Wanted) {
  const { street } = ctx
  const today = dayOf(ctx.now)
  const day = dayWithin(season, today)
  const units = wanted.unitId
    ? wanted.scope.unitIds.filter((id) => id === wanted.unitId)
    : wanted.scope.unitIds
  const elderly = sql`coalesce(p.born_on <= (${today}::date - interval '1 year' * ${elderlyFrom}::int), false)`
  const { rows } = await sql<NotReachedRow & { total: number }>`
    with reached as (
      select distinct a.person_id from session s
      join attendance a on a.street_id = s.street_id and a.session_id = s.id
      where s.street_id = ${street} and s.season_id = ${season.id} and s.status = 'held'
        and a.replaced_at is null and a.presence <> 'absent'
    ), missed as (
      select p.id, p.name, p.name_pinyin, p.born_on, p.homebound, min(unit.id::text)::uuid as unit_id,
        count(*) over () as total
      from appointment m
      join person p on p.street_id = m.street_id and p.id = m.person_id
      join unit on unit.street_id = m.street_id and unit.id = m.unit_id
      where m.street_id = ${street} and m.role = 'member' and m.unit_id = any(${[...units]}::uuid[])
        and m.from_on <= ${day} and (m.until_on is null or m.until_on >= ${day})
        and not exists (select from reached where reached.person_id = p.id)
      group by p.street_id, p.id
      order by p.homebound desc, ${elderly} desc, min(unit.name), p.name_pinyin, p.id
      limit ${peopleOnPage} offset ${(wanted.page - 1) * peopleOnPage}
    )
    select p.id, p.name, p.born_on, p.homebound, unit.id as unit_id, unit.name as unit_name,
      community.id as community_id, community.name as community_name, p.total,
      coalesce((select json_agg(json_build_object('id', o.id, 'sessionId', o.session_id, 'title', s.title,
          'titleEn', s.title_en, 'madeAt', o.made_at) order by o.id)
        from outreach o left join session s on s.street_id = o.street_id and s.id = o.session_id
        where o.street_id = ${street} and o.season_id = ${season.id} and o.person_id = p.id
          and o.ended_at is null), '[]') as steps,
      (select json_build_object('id', s.id, 'title', s.title, 'titleEn', s.title_en)
        from sign_up join session s on s.street_id = sign_up.street_id and s.id = sign_up.session_id
        where sign_up.street_id = ${street} and sign_up.person_id = p.id and sign_up.cancelled_at is null
          and s.status = 'scheduled' and upper(s.during) > ${ctx.now}
        order by lower(s.during) limit 1) as seat_at,
      (select (lower(s.during) at time zone 'Asia/Shanghai')::date::text
        from visit join session s on s.street_id = visit.street_id and s.id = visit.session_id
        where visit.street_id = ${street} and visit.person_id = p.id and visit.result is null
          and s.status = 'scheduled' and upper(s.during) > ${ctx.now}
        order by lower(s.during) limit 1) as visit_on
    from missed p
    join unit on unit.street_id = ${street} and unit.id = p.unit_id
    left join unit community on community.street_id = ${street}
      and community.id = any(unit.ancestors) and community.kind = 'community'
    order by p.homebound desc, ${elderly} desc, unit.name, p.name_pinyin, p.id`.execute(ctx.tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

export type ComingSession = {
  id: string
  title: string
  titleEn: string
  during: Span
  unitId: string
  ancestors: string[]
  seatsFree: number
}

/** Sessions to come that still have a seat, in the order of their times; rounds from door to door have none. */
export async function comingWithSeats(ctx: ReadingNow, season: Season): Promise<ComingSession[]> {
  const { rows } = await sql<ComingSession>`
    select s.id, s.title, s.title_en, s.during, s.unit_id, unit.ancestors, s.seats - taken.taken as seats_free
    from session s
    join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    cross join lateral (${takenOf(ctx.street, sql`s.id`)}) taken
    where s.street_id = ${ctx.street} and s.season_id = ${season.id} and s.status = 'scheduled'
      and s.format <> 'door' and lower(s.during) > ${ctx.now} and s.seats > taken.taken
    order by lower(s.during), s.id`.execute(ctx.tx)
  return rows
}

export type SessionToAsk = {
  id: string
  seasonId: string
  status: Tables['session']['status']
  title: string
  titleEn: string
  during: Span
  seats: number
  taken: number
}

/** A session that someone may be asked to. */
export async function sessionToAsk(ctx: Reading, sessionId: string) {
  const { rows } = await sql<SessionToAsk>`
    select s.id, s.season_id, s.status, s.title, s.title_en, s.during, s.seats, all_taken.taken
    from session s
    cross join lateral (${takenOf(ctx.street, sql`s.id`)}) all_taken
    where s.street_id = ${ctx.street} and s.id = ${sessionId}`.execute(ctx.tx)
  return rows[0]
}

export async function findOutreach(ctx: Reading, outreachId: string) {
  return ctx.tx
    .selectFrom('outreach')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', outreachId)
    .executeTakeFirst()
}

/** A step that nobody else takes back until the transaction ends. */
export async function lockOutreach(ctx: Reading, outreachId: string) {
  return ctx.tx
    .selectFrom('outreach')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', outreachId)
    .forUpdate()
    .executeTakeFirst()
}
