import { sql } from 'kysely'
import { mayRunOffice, type Scope, scopeOf } from '#app/modules/people/access.ts'
import {
  currentSeason,
  findSeason,
  type Season,
  type Strand,
  strandsOf,
} from '#app/modules/seasons/queries.ts'
import { dayWithin } from '#app/modules/seasons/rules.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { dayOf } from '#app/platform/time.ts'
import { coverageRoles, maySeeCoverage } from '../access.ts'
import { type RosterRow, rosterOf } from '../queries.ts'

type Reading = Pick<Context, 'tx' | 'street' | 'now'>

export type Branch = { id: string; name: string; communityName: string | null }

/** The open branches within a scope, community by community. */
async function branchesIn({ tx, street }: Reading, scope: Scope): Promise<Branch[]> {
  const { rows } = await sql<Branch>`
    select unit.id, unit.name, community.name as community_name
    from unit
    left join unit community on community.street_id = ${street}
      and community.id = any(unit.ancestors) and community.kind = 'community'
    where unit.street_id = ${street} and unit.id = any(${scope.unitIds}::uuid[])
      and unit.kind = 'branch' and unit.closed_at is null
    order by community.id nulls last, unit.id`.execute(tx)
  return rows
}

type Particulars = {
  personId: string
  unitId: string
  gender: 'f' | 'm' | null
  joinedPartyOn: string | null
  /** What the person is in the branch. */
  role: 'secretary' | 'committee' | 'member'
  /** Days on which nothing was asked; the reason only for the office. */
  exemptions: { fromOn: string; untilOn: string; reason: string | null }[]
}

async function particularsOf(ctx: Reading, season: Season, unitIds: string[], reasons: boolean) {
  const { street } = ctx
  const day = dayWithin(season, dayOf(ctx.now))
  const { rows } = await sql<Particulars>`
    with held as (
      select unit_id, person_id,
        min(array_position(array['secretary', 'committee', 'member'], role)) as rank
      from appointment
      where street_id = ${street} and unit_id = any(${unitIds}::uuid[])
        and role in ('secretary', 'committee', 'member')
        and from_on <= ${day} and (until_on is null or until_on >= ${day})
      group by unit_id, person_id
    ), exempt as (
      select person_id, json_agg(json_build_object('fromOn', from_on, 'untilOn', until_on,
        'reason', case when ${reasons} then reason end) order by from_on) as all
      from exemption
      where street_id = ${street} and from_on <= ${season.endsOn} and until_on >= ${season.startsOn}
      group by person_id
    )
    select held.person_id, held.unit_id, p.gender, p.joined_party_on,
      (array['secretary', 'committee', 'member'])[held.rank] as role,
      coalesce(exempt.all, '[]') as exemptions
    from held
    join person p on p.street_id = ${street} and p.id = held.person_id
    left join exempt on exempt.person_id = held.person_id`.execute(ctx.tx)
  return new Map(rows.map((row) => [`${row.unitId} ${row.personId}`, row]))
}

export type RosterLine = RosterRow & Omit<Particulars, 'personId' | 'unitId'>
export type Roster = { branch: Branch; lines: RosterLine[] }
export type Rosters = {
  season: Season
  strands: Strand[]
  /** Every branch that can be chosen. */
  branches: Branch[]
  /** Of one branch, or of all of them. */
  rosters: Roster[]
}

/**
 * The rosters of the branches that the actor may see: of the one asked for, of all, or else of the
 * first; each in the order of the names' sounds.
 */
export async function rostersFor(ctx: Context, query: URLSearchParams): Promise<Rosters | null> {
  authorise(maySeeCoverage(ctx.actor))
  const asked = query.get('season')
  const season = asked ? found(await findSeason(ctx, asked)) : await currentSeason(ctx)
  if (!season) return null
  const branches = await branchesIn(ctx, scopeOf(ctx.actor, coverageRoles))
  const unit = query.get('unit') ?? branches[0]?.id
  const chosen = unit === 'all' ? branches : branches.filter(({ id }) => id === unit)
  if (branches.length > 0) found(chosen[0])
  const unitIds = chosen.map(({ id }) => id)
  const rows = await rosterOf(ctx, season, scopeWithin(ctx, unitIds))
  const more = await particularsOf(ctx, season, unitIds, mayRunOffice(ctx.actor))
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId)
  const rosters = chosen.map((branch) => ({
    branch,
    lines: (byUnit.get(branch.id) ?? []).map((row) => {
      return { ...row, ...more.get(`${row.unitId} ${row.personId}`)! }
    }),
  }))
  return { season, strands: await strandsOf(ctx, season.id), branches, rosters }
}

/** The actor's own scope, narrowed to some of its units. */
function scopeWithin(ctx: Context, unitIds: readonly string[]): Scope {
  const scope = scopeOf(ctx.actor, coverageRoles)
  return { ...scope, unitIds: scope.unitIds.filter((id) => unitIds.includes(id)) }
}
