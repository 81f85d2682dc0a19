import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { dayOf } from '#app/platform/time.ts'
import { firstRule, type ServiceRule } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** The rules that hold now: the newest version, or those every street begins with. */
export async function serviceRule(ctx: Reading): Promise<ServiceRule> {
  const row = await ctx.tx
    .selectFrom('serviceRule')
    .select([
      'version',
      'weekMost',
      'besideUnder',
      'childrenToAdult',
      'youngFrom',
      'youngUntil',
      'youngMinutes',
      'littleUntil',
      'littleMinutes',
      'noticeDays',
    ])
    .where('streetId', '=', ctx.street)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? firstRule
}

/** Writes the rules that a street begins with, where it has none yet: places refer to a version. */
export async function keepFirstRule(ctx: Context): Promise<void> {
  await ctx.tx
    .insertInto('serviceRule')
    .values({ streetId: ctx.street, ...firstRule, madeAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function findTeam(ctx: Reading, teamId: string) {
  const { rows } = await sql<{ id: string; unitId: string; unitName: string; name: string }>`
    select t.id, t.unit_id, u.name as unit_name, t.name from youth_team t
    join unit u on u.street_id = t.street_id and u.id = t.unit_id
    where t.street_id = ${ctx.street} and t.id = ${teamId}`.execute(ctx.tx)
  return rows[0]
}

export type Member = {
  personId: string
  name: string
  bornOn: string | null
  part: 'lead' | 'young'
  guardianIds: string[]
}

/** Who is in a team now: those who lead it, then the young ones, by name. */
export async function membersOf(ctx: Reading, teamId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.person_id, p.name, p.born_on, m.part, array(select g.guardian_id from guardian g
      where g.street_id = ${ctx.street} and g.child_id = p.id order by g.guardian_id) as guardian_ids
    from team_member m join person p on p.street_id = m.street_id and p.id = m.person_id
    where m.street_id = ${ctx.street} and m.team_id = ${teamId} and m.left_at is null
    order by m.part, p.name_pinyin, p.id`.execute(ctx.tx)
  return rows
}

/** The teams of some units, or those a person belongs to or has a child in. */
export async function teamsFor(ctx: Reading, whose: { unitIds: readonly string[] } | string) {
  const fits =
    typeof whose === 'string'
      ? sql`exists (select from team_member m where m.street_id = ${ctx.street} and m.team_id = t.id
          and m.left_at is null and (m.person_id = ${whose} or exists (select from guardian g
            where g.street_id = ${ctx.street} and g.child_id = m.person_id and g.guardian_id = ${whose})))`
      : sql`t.unit_id = any(${[...whose.unitIds]}::uuid[])`
  const { rows } = await sql<{ id: string; name: string; unitId: string; unitName: string }>`
    select t.id, t.name, t.unit_id, u.name as unit_name from youth_team t
    join unit u on u.street_id = t.street_id and u.id = t.unit_id
    where t.street_id = ${ctx.street} and ${fits} order by u.name, t.name`.execute(ctx.tx)
  return rows
}

export type ConsentAsked = {
  applicationId: string
  postId: string
  title: string
  titleEn: string
  place: string
  teamId: string | null
  childId: string
  childName: string
  pickUp: string
  consentId: string | null
}

/** What a guardian has been asked to consent to: the wishes of their children that still stand. */
export async function consentsAskedOf(
  ctx: Reading & Pick<Context, 'now'>,
  guardianId: string,
): Promise<ConsentAsked[]> {
  const today = dayOf(ctx.now)
  const { rows } = await sql<ConsentAsked>`
    select a.id as application_id, a.post_id, post.title, post.title_en, post.place, post.team_id,
      p.id as child_id, p.name as child_name, a.pick_up, c.id as consent_id
    from guardian g
    join person p on p.street_id = g.street_id and p.id = g.child_id
      and p.born_on > ${today}::date - interval '18 years'
    join application a on a.street_id = g.street_id and a.person_id = p.id
      and a.state in ('waiting', 'vetted', 'approved')
    join post on post.street_id = a.street_id and post.id = a.post_id and post.closed_at is null
    left join consent c on c.street_id = a.street_id and c.person_id = p.id and c.subject_id = a.post_id
      and c.purpose = 'activity' and c.active
    where g.street_id = ${ctx.street} and g.guardian_id = ${guardianId}
    order by a.id`.execute(ctx.tx)
  return rows
}
