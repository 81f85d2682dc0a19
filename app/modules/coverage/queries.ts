import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#app/modules/people/access.ts'
import { requirementsOf, type Season } from '#app/modules/seasons/queries.ts'
import { whatIsAskedOn } from '#app/modules/seasons/requirements/queries.ts'
import { type OwnRequirement, requirementFor } from '#app/modules/seasons/requirements/rules.ts'
import { dayWithin } from '#app/modules/seasons/rules.ts'
import { takenOf } from '#app/modules/sessions/seats/queries.ts'
import { wasHeld } from '#app/modules/talks/orders/rules.ts'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { dayOf } from '#app/platform/time.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

export type BranchRow = {
  id: string
  name: string
  communityId: string | null
  communityName: string | null
  members: number
  /** Members who came to a session of the season, or were visited. */
  reached: number
  /** Those of them who stayed to the end, or were visited. */
  stayed: number
  ordersHeld: number
  /** Members reached, by strand. */
  strands: Readonly<Record<string, number>>
}

/** Every open branch with its members of the day and how far the season has reached it. */
export function branchesCovered(ctx: ReadingNow, season: Season): RawBuilder<BranchRow> {
  const { street } = ctx
  const day = dayWithin(season, dayOf(ctx.now))
  return sql<BranchRow>`
    with member as (
      select distinct unit_id, person_id from appointment
      where street_id = ${street} and role = 'member' and from_on <= ${day}
        and (until_on is null or until_on >= ${day})
    ), session_held as (
      -- A strand is one bit, so that a person's many attendances become one row in one pass.
      select s.id, 1 << strand.position as strand
      from session s
      join strand on strand.street_id = s.street_id and strand.season_id = s.season_id
        and strand.code = s.strand_code
      where s.street_id = ${street} and s.season_id = ${season.id} and s.status = 'held'
    ), came as (
      select attendance.person_id, bit_or(session_held.strand) as strands,
        bool_or(attendance.presence <> 'left_early') as stayed
      from session_held
      join attendance on attendance.street_id = ${street} and attendance.session_id = session_held.id
      where attendance.replaced_at is null and attendance.presence <> 'absent'
      group by attendance.person_id
    ), counted as (
      select member.unit_id, count(*) as members, count(came.person_id) as reached,
        count(*) filter (where came.stayed) as stayed
      from member left join came on came.person_id = member.person_id
      group by member.unit_id
    ), in_strand as (
      select unit_id, json_object_agg(code, people) as strands
      from (select member.unit_id, strand.code, count(*) as people
        from member
        join came on came.person_id = member.person_id
        join strand on strand.street_id = ${street} and strand.season_id = ${season.id}
          and came.strands & (1 << strand.position) <> 0
        group by member.unit_id, strand.code) one
      group by unit_id
    ), held as (
      select unit_id, count(*) as orders from talk_order o
      where street_id = ${street} and season_id = ${season.id} and status = any(${[...wasHeld]})
        and exists (select from dispatch where dispatch.street_id = o.street_id
          and dispatch.order_id = o.id and dispatch.status = 'accepted')
      group by unit_id
    )
    select unit.id, unit.name, community.id as community_id, community.name as community_name,
      coalesce(counted.members, 0) as members, coalesce(counted.reached, 0) as reached,
      coalesce(counted.stayed, 0) as stayed,
      coalesce(held.orders, 0) as orders_held, coalesce(in_strand.strands, '{}') as strands
    from unit
    left join unit community on community.street_id = unit.street_id
      and community.id = any(unit.ancestors) and community.kind = 'community'
    left join counted on counted.unit_id = unit.id
    left join in_strand on in_strand.unit_id = unit.id
    left join held on held.unit_id = unit.id
    where unit.street_id = ${street} and unit.kind = 'branch' and unit.closed_at is null`
}

/** The branches within a scope, community by community. */
export async function coverageOf(ctx: ReadingNow, season: Season, scope: Scope) {
  const { rows } = await sql<BranchRow>`
    select branch.* from (${branchesCovered(ctx, season)}) branch
    where branch.id = any(${scope.unitIds}::uuid[])
    order by branch.community_id nulls last, branch.id`.execute(ctx.tx)
  return rows
}

export type ComingSession = {
  communityId: string
  id: string
  title: string
  titleEn: string
  during: Span
  seatsFree: number
}

/** The next session with a free seat in each community that has one. */
export async function nextSessionByCommunity(ctx: ReadingNow, season: Season) {
  const { rows } = await sql<ComingSession>`
    select distinct on (community.id) community.id as community_id, s.id, s.title, s.title_en, s.during,
      s.seats - taken.taken as seats_free
    from session s
    join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    join unit community on community.street_id = unit.street_id and community.id = any(unit.ancestors)
      and community.kind = 'community'
    cross join lateral (${takenOf(ctx.street, sql`s.id`)}) taken
    where s.street_id = ${ctx.street} and s.season_id = ${season.id} and s.status = 'scheduled'
      and lower(s.during) > ${ctx.now} and s.seats > taken.taken
    order by community.id, lower(s.during), s.id`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.communityId, row]))
}

export type RosterRow = {
  personId: string
  name: string
  unitId: string
  unitName: string
  hours: number
  sessions: number
  /** Hours and sessions by strand. */
  strands: Readonly<Record<string, { hours: number; sessions: number }>>
  /** What is asked of the person and how it is made up; null where nothing is. */
  asked: OwnRequirement | null
  /** The last exemption within the season, without its reason. */
  exemption: { fromOn: string; untilOn: string } | null
}

/**
 * Every member of the branches within a scope with the season's hours and what is asked of them,
 * branch by branch, in the order of the names' sounds: never by how much someone has.
 */
export async function rosterOf(
  ctx: ReadingNow,
  season: Season,
  scope: Scope,
): Promise<RosterRow[]> {
  const people = await membersWithHours(ctx, season, scope)
  const requirements = await requirementsOf(ctx, season.id)
  const personIds = [...new Set(people.map(({ personId }) => personId))]
  const asked = await whatIsAskedOn(ctx, season, personIds)
  const byPerson = new Map(asked.map((row) => [row.personId, row]))
  return people.map((person) => {
    const { held, exemptions } = byPerson.get(person.personId)!
    const strands = person.strands ?? {}
    return {
      ...person,
      strands,
      hours: sumOfStrands(strands, 'hours'),
      sessions: sumOfStrands(strands, 'sessions'),
      asked: requirementFor(season, requirements, held, exemptions),
      exemption: exemptions.at(-1) ?? null,
    }
  })
}

type ByStrand = Record<string, { hours: number; sessions: number }>

function sumOfStrands(strands: ByStrand, what: 'hours' | 'sessions'): number {
  return Object.values(strands).reduce((sum, strand) => sum + strand[what], 0)
}

type MemberRow = Pick<RosterRow, 'personId' | 'name' | 'unitId' | 'unitName'> & {
  strands: ByStrand | null
}

async function membersWithHours(ctx: ReadingNow, season: Season, scope: Scope) {
  const { street } = ctx
  const day = dayWithin(season, dayOf(ctx.now))
  const { rows } = await sql<MemberRow>`
    with member as (
      select distinct unit_id, person_id from appointment
      where street_id = ${street} and role = 'member' and unit_id = any(${scope.unitIds}::uuid[])
        and from_on <= ${day} and (until_on is null or until_on >= ${day})
    ), counting as (
      select credit.person_id, s.strand_code, credit.hours
      from session s
      join hour_credit credit on credit.street_id = s.street_id and credit.session_id = s.id
      where s.street_id = ${street} and s.season_id = ${season.id} and credit.replaced_at is null
        and credit.hours > 0
      union all
      select person_id, strand_code, hours from hour_entry
      where street_id = ${street} and season_id = ${season.id} and status = 'confirmed'
        and replaced_at is null and hours > 0
    ), by_strand as (
      select person_id, strand_code, sum(hours) as hours, count(*) as sessions
      from counting group by person_id, strand_code
    ), by_person as (
      select person_id, json_object_agg(strand_code,
        json_build_object('hours', hours, 'sessions', sessions)) as strands
      from by_strand group by person_id
    )
    select p.id as person_id, p.name, unit.id as unit_id, unit.name as unit_name, by_person.strands
    from member
    join person p on p.street_id = ${street} and p.id = member.person_id
    join unit on unit.street_id = ${street} and unit.id = member.unit_id
    left join by_person on by_person.person_id = member.person_id
    order by unit.name, unit.id, p.name_pinyin, p.id`.execute(ctx.tx)
  return rows
}
