import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { dayOf } from '#app/platform/time.ts'
import { type VisitResult, walkingOrder } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export async function findRound(ctx: Reading, sessionId: string) {
  return ctx.tx
    .selectFrom('doorRound')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
}

export type VisitRow = {
  id: string
  personId: string
  name: string
  namePinyin: string
  unitName: string | null
  communityName: string | null
  place: string
  result: VisitResult | null
  note: string
  pieces: number
  recordedAt: Date | null
  recordedByName: string | null
}

/** The doors of a round in the order in which one walks. */
export async function visitsOf({ tx, street }: Reading, sessionId: string): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select v.id, v.person_id, person.name, person.name_pinyin, unit.name as unit_name,
      community.name as community_name, v.place, v.result, v.note, v.pieces, v.recorded_at,
      recorder.name as recorded_by_name
    from visit v
    join person on person.street_id = v.street_id and person.id = v.person_id
    left join unit on unit.street_id = person.street_id and unit.id = person.home_unit_id
    left join unit community on community.street_id = unit.street_id and community.id = any(unit.ancestors)
      and community.kind = 'community'
    left join person recorder on recorder.street_id = v.street_id and recorder.id = v.recorded_by
    where v.street_id = ${street} and v.session_id = ${sessionId}`.execute(tx)
  return walkingOrder(rows)
}

export async function findVisit(ctx: Reading, visitId: string) {
  return ctx.tx
    .selectFrom('visit')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', visitId)
    .executeTakeFirst()
}

/** People who can't go out and live where a unit is, or below it: whom a round may visit. */
export async function peopleToVisit(ctx: Reading, unitId: string) {
  const { rows } = await sql<{ id: string; name: string; unitName: string | null }>`
    select p.id, p.name, unit.name as unit_name from person p
    join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    join unit about on about.street_id = p.street_id and about.id = ${unitId}
    where p.street_id = ${ctx.street} and p.homebound and (unit.ancestors @> array[about.id]
      -- A branch's round goes to everyone of its community.
      or about.kind = 'branch' and unit.ancestors @> array[about.parent_id])
    order by unit.name, p.name_pinyin, p.id
    limit 80`.execute(ctx.tx)
  return rows
}

export type RoundToWalk = {
  sessionId: string
  title: string
  titleEn: string
  start: Date
  all: number
  left: number
}

/** The rounds a person has to walk, today's and those of days before that are not closed. */
export async function roundsToWalk(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  personId: string,
): Promise<RoundToWalk[]> {
  const { rows } = await sql<RoundToWalk>`
    select s.id as session_id, s.title, s.title_en, lower(s.during) as start,
      count(v.id) as all, count(v.id) filter (where v.result is null) as left
    from door_round r
    join session s on s.street_id = r.street_id and s.id = r.session_id and s.status = 'scheduled'
    join visit v on v.street_id = r.street_id and v.session_id = r.session_id
    where r.street_id = ${ctx.street} and r.visitor_id = ${personId}
      and (lower(s.during) at time zone 'Asia/Shanghai')::date <= ${dayOf(ctx.now)}
    group by s.id, s.title, s.title_en, s.during
    having count(v.id) filter (where v.result is null) > 0
    order by s.during`.execute(ctx.tx)
  return rows
}
