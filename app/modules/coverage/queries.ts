import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#app/modules/people/access.ts'
import { requirementsOf, type Season, strandsOf } from '#app/modules/seasons/queries.ts'
import type { HourDetails, HourRule, Hours, Presence } from '#app/modules/seasons/rules.ts'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'
import { dayWithin, type HeldSession, progressOf } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

/** What a session's hours depend on; nobody else credits it until the transaction ends. */
export async function lockSessionToCredit(ctx: Reading, sessionId: string) {
  const { rows } = await sql<HeldSession & { status: Tables['session']['status'] }>`
    select s.status, s.strand_code, s.during, season.hour_rules, unit.kind as unit_kind,
      speaker.person_id as speaker_person_id
    from session s
    join season on season.street_id = s.street_id and season.id = s.season_id
    join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    left join speaker on speaker.street_id = s.street_id and speaker.id = s.speaker_id
    where s.street_id = ${ctx.street} and s.id = ${sessionId}
    for update of s`.execute(ctx.tx)
  return rows[0]
}

/** Everyone on a session's roll as it stands, with the hours that count for them now. */
export async function presencesOf(ctx: Reading, sessionId: string) {
  const { rows } = await sql<{ personId: string; presence: Presence; credited: Hours | null }>`
    select attendance.person_id, attendance.presence,
      case when credit.id is not null then json_build_object('hours', credit.hours, 'rule', credit.rule,
        'details', credit.rule_details) end as credited
    from attendance
    left join hour_credit credit on credit.street_id = attendance.street_id
      and credit.person_id = attendance.person_id and credit.session_id = attendance.session_id
      and credit.replaced_at is null
    where attendance.street_id = ${ctx.street} and attendance.session_id = ${sessionId}
      and attendance.replaced_at is null
    order by attendance.person_id`.execute(ctx.tx)
  return rows
}

export type CreditRow = {
  id: string
  sessionId: string
  title: string
  titleEn: string
  strandCode: string
  during: Span
  hours: number
  rule: HourRule
  ruleDetails: HourDetails
  madeAt: Date
  /** When another row took its place; null for the one that counts. */
  replacedAt: Date | null
}

/** A person's hours from a season's sessions, the latest session first, replaced rows after the newest. */
async function creditsOf(ctx: Reading, personId: string, seasonId: string): Promise<CreditRow[]> {
  const { rows } = await sql<CreditRow>`
    select credit.id, credit.session_id, s.title, s.title_en, s.strand_code, s.during, credit.hours,
      credit.rule, credit.rule_details, credit.made_at, credit.replaced_at
    from hour_credit credit
    join session s on s.street_id = credit.street_id and s.id = credit.session_id
    where credit.street_id = ${ctx.street} and credit.person_id = ${personId} and s.season_id = ${seasonId}
    order by lower(s.during) desc, s.id, credit.id desc`.execute(ctx.tx)
  return rows
}

/** What a person has of a season's hours and what is asked, with the sessions they come from. */
export async function hoursOf(ctx: ReadingNow, personId: string, season: Season) {
  const credits = await creditsOf(ctx, personId, season.id)
  const strands = await strandsOf(ctx, season.id)
  const requirements = await requirementsOf(ctx, season.id)
  const day = dayWithin(season, dayOf(ctx.now))
  const roles = await ctx.tx
    .selectFrom('appointment')
    .select('role')
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .where('fromOn', '<=', day)
    .where((is) => is.or([is('untilOn', 'is', null), is('untilOn', '>=', day)]))
    .execute()
  const current = credits.filter((credit) => credit.replacedAt === null)
  return {
    strands,
    progress: progressOf(
      current,
      strands.map(({ code }) => code),
      requirements,
      roles.map(({ role }) => role),
    ),
    credits: current.map((credit) => ({
      ...credit,
      earlier: credits.filter((row) => row.replacedAt && row.sessionId === credit.sessionId),
    })),
  }
}

export type BranchRow = {
  id: string
  name: string
  communityId: string | null
  communityName: string | null
  members: number
  /** Members who came to a session of the season. */
  reached: number
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
    ), came as (
      select distinct attendance.person_id, s.strand_code
      from session s
      join attendance on attendance.street_id = s.street_id and attendance.session_id = s.id
      where s.street_id = ${street} and s.season_id = ${season.id} and s.status = 'held'
        and attendance.replaced_at is null and attendance.presence <> 'absent'
    ), counted as (
      select member.unit_id, count(*) as members,
        count(*) filter (where person_id in (select person_id from came)) as reached
      from member group by member.unit_id
    ), in_strand as (
      select unit_id, json_object_agg(strand_code, people) as strands
      from (select member.unit_id, came.strand_code, count(*) as people
        from member join came on came.person_id = member.person_id
        group by member.unit_id, came.strand_code) one
      group by unit_id
    ), held as (
      select unit_id, count(*) as orders from talk_order
      where street_id = ${street} and season_id = ${season.id} and status = 'held'
      group by unit_id
    )
    select unit.id, unit.name, community.id as community_id, community.name as community_name,
      coalesce(counted.members, 0) as members, coalesce(counted.reached, 0) as reached,
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
      s.seats - taken.seats as seats_free
    from session s
    join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    join unit community on community.street_id = unit.street_id and community.id = any(unit.ancestors)
      and community.kind = 'community'
    cross join lateral (select count(*) as seats from sign_up
      where sign_up.street_id = ${ctx.street} and sign_up.session_id = s.id and sign_up.cancelled_at is null) taken
    where s.street_id = ${ctx.street} and s.season_id = ${season.id} and s.status = 'scheduled'
      and lower(s.during) > ${ctx.now} and s.seats > taken.seats
    order by community.id, lower(s.during), s.id`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.communityId, row]))
}
