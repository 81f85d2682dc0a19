import { sql } from 'kysely'
import { valuesOf } from '#app/modules/bulletins/figures/queries.ts'
import { coverageOf } from '#app/modules/coverage/queries.ts'
import { isReached } from '#app/modules/coverage/rules.ts'
import { officeRoles, scopeOf } from '#app/modules/people/access.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { branches as allBranches } from './content/branches.ts'
import { expectedOfEvenings as evenings } from './content/evenings.ts'
import { expectedOfFormats as besides } from './content/formats.ts'
import { expectedOfPlanned as planned } from './content/planned.ts'
import { expected } from './content/season.ts'
import { givenThings } from './content/season-session.ts'

/** One line of the replay: what the season was told to come to, and what it came to. */
export type Line = { figure: string; expected: number; actual: number }

/** A line of the replay; what was never counted came to nothing. */
export function line(figure: string, wanted: number, actual: number | undefined): Line {
  return { figure, expected: wanted, actual: actual ?? 0 }
}

const { pioneer, arts, practice } = expected.sessionsByStrand
const strands = {
  pioneer: pioneer + planned.byStrand('pioneer'),
  arts: arts + planned.byStrand('arts') + besides.sessionsByStrand.arts + evenings.sessions,
  practice: practice + planned.byStrand('practice') + besides.sessionsByStrand.practice,
}

/**
 * What the season came to, read as the office reads it where the program shows it, and counted from
 * the records where it does not. Whoever asks is of the office.
 */
export async function figuresOf(ctx: Context): Promise<Line[]> {
  const season = (await currentSeason(ctx))!
  const couplets = givenThings.couplets.zh
  const figures = ['sessionsHeld', 'attendances', 'branchesTakingPart', 'ordersHeld'] as const
  const values = await valuesOf(ctx, { season, bulletinId: null }, [
    ...figures.map((name) => ({ name, thing: null })),
    { name: 'thingsGivenOut', thing: couplets },
  ])
  const branches = await coverageOf(ctx, season, scopeOf(ctx.actor, officeRoles))
  const reached = branches.filter(isReached)
  const counted = await countedFrom(ctx, season.id)
  const { attended } = expected
  const ordersHeld = expected.sessionsHeld + planned.sessions
  const cameInAll =
    expected.attendances +
    planned.members +
    besides.doorsOpened +
    besides.boardVisitors +
    evenings.attendances
  return [
    line(
      'sessions held',
      ordersHeld + besides.sessions + evenings.sessions,
      values.get('sessionsHeld'),
    ),
    line('  pioneer-led talks', strands.pioneer, counted.pioneer),
    line('  arts-assisted', strands.arts, counted.arts),
    line('  practice', strands.practice, counted.practice),
    line('orders held', ordersHeld, values.get('ordersHeld')),
    line(
      '  ordered by branches',
      expected.talksOrderedFromTheMenu + planned.sessions,
      counted.byBranches,
    ),
    line('dispatches', expected.dispatches + planned.dispatches, counted.dispatches),
    line('  declined', expected.declined, counted.declined),
    line('sign-ups', expected.signUps + evenings.signUps, counted.signUps),
    line('attendances', cameInAll, values.get('attendances')),
    line('  members', attended.members + planned.members, counted.members),
    line('  staff', attended.staff, counted.staff),
    line('  young people', attended.youth, counted.youth),
    line(
      '  residents',
      attended.residents + besides.doorsOpened + evenings.residents,
      counted.residents,
    ),
    line('members’ minutes', expected.memberMinutes + planned.memberMinutes, counted.memberMinutes),
    line('branches reached', allBranches.length, reached.length),
    line('  as bulletins say', allBranches.length, values.get('branchesTakingPart')),
    line('communities reached', expected.communitiesReached, communitiesOf(reached)),
    line('couplets', expected.couplets, values.get(`thingsGivenOut:${couplets}`)),
    line('things given out', expected.thingsGiven + besides.sheetsLeft, counted.given),
    line('pavilion classes', besides.pavilionClasses, counted.pavilionClasses),
    line('doors opened on the round', besides.doorsOpened, counted.doorsOpened),
    line('visitors of the boards', besides.boardVisitors, counted.boardVisitors),
    line('speakers who had applied', besides.citizenSpeakersByApplying, counted.applied),
  ]
}

function communitiesOf(branches: readonly { communityId: string | null }[]): number {
  return new Set(branches.flatMap(({ communityId }) => communityId ?? [])).size
}

/** What no page of the program counts. */
async function countedFrom(ctx: Context, seasonId: string): Promise<Record<string, number>> {
  const { street } = ctx
  const { rows } = await sql<{ figure: string; value: number }>`
    with held as (
      select * from session where street_id = ${street} and season_id = ${seasonId} and status = 'held'
    ), came as (
      select held.id, attendance.person_id, coalesce((
        select max(role) from appointment a where a.street_id = ${street} and a.person_id = attendance.person_id
          and a.role in ('member', 'staff', 'youth')), 'resident') as role
      from held join attendance on attendance.street_id = ${street} and attendance.session_id = held.id
        and attendance.replaced_at is null and attendance.presence <> 'absent'
    )
    select strand_code as figure, count(*) as value from held group by strand_code
    union all select case role when 'member' then 'members' when 'resident' then 'residents' else role end,
      count(*) from came group by role
    union all select 'byBranches', count(*) from talk_order o where o.street_id = ${street} and o.status in ('held', 'confirmed', 'reviewed', 'closed')
      and exists (select from appointment a where a.street_id = ${street} and a.person_id = o.placed_by
        and a.unit_id = o.unit_id and a.role = 'organiser')
    union all select 'dispatches', count(*) from dispatch where street_id = ${street}
    union all select 'declined', count(*) from dispatch where street_id = ${street} and status = 'declined'
    union all select 'signUps', count(*) from sign_up where street_id = ${street} and cancelled_at is null
    union all select 'memberMinutes', coalesce(sum((credit.rule_details->>'minutes')::int), 0)
      from hour_credit credit join came on came.id = credit.session_id and came.person_id = credit.person_id
      where credit.street_id = ${street} and credit.replaced_at is null and came.role = 'member'
    union all select 'pavilionClasses', count(*) from held where format = 'pavilion'
    union all select 'doorsOpened', count(*) from held
      join visit on visit.street_id = ${street} and visit.session_id = held.id and visit.result = 'visited'
    union all select 'boardVisitors', coalesce(sum(outcome.guests), 0) from held
      join outcome on outcome.street_id = ${street} and outcome.session_id = held.id
      where held.format = 'exhibition'
    union all select 'applied', count(*) from speaker_application
      where street_id = ${street} and status = 'registered'
    union all select 'given', coalesce(sum(pieces), 0) from held
      join given_out on given_out.street_id = ${street} and given_out.session_id = held.id`.execute(
    ctx.tx,
  )
  return Object.fromEntries(rows.map(({ figure, value }) => [figure, value]))
}
