import { type RawBuilder, sql } from 'kysely'
import { holdersOf } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { day, dayOf, later } from '#app/platform/time.ts'
import type { ApplicationState, ShiftStatus } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export type PostRow = {
  id: string
  number: number
  unitId: string
  unitName: string
  teamId: string | null
  title: string
  titleEn: string
  tasks: string
  place: string
  leastAge: number
  needsTraining: boolean
  needsHealth: boolean
  risk: 'none' | 'some'
  riskNotice: string
  vettedTwice: boolean
  openedBy: string | null
  closedAt: Date | null
}

async function postsWhere({ tx, street }: Reading, where: RawBuilder<unknown>) {
  const { rows } = await sql<PostRow>`
    select post.id, post.number, post.unit_id, unit.name as unit_name, post.team_id, post.title,
      post.title_en, post.tasks, post.place, post.least_age, post.needs_training, post.needs_health,
      post.risk, post.risk_notice, post.vetted_twice, post.opened_by, post.closed_at
    from post join unit on unit.street_id = post.street_id and unit.id = post.unit_id
    where post.street_id = ${street} and ${where} order by post.number desc`.execute(tx)
  return rows
}

export async function findPost(ctx: Reading, postId: string) {
  const [post] = await postsWhere(ctx, sql`post.id = ${postId}`)
  return post
}

/** The posts where one can serve, the newest first. */
export async function openPosts(ctx: Reading) {
  return postsWhere(ctx, sql`post.closed_at is null`)
}

/** The posts of some teams. */
export async function postsOfTeam(ctx: Reading, teamId: string) {
  return postsWhere(ctx, sql`post.team_id = ${teamId} and post.closed_at is null`)
}

/** A shift with its post and how many hands it has. */
export type ShiftRow = {
  id: string
  postId: string
  postNumber: number
  title: string
  titleEn: string
  place: string
  unitId: string
  unitName: string
  teamId: string | null
  risk: 'none' | 'some'
  leastAge: number
  during: Span
  needed: number
  taken: number
  status: ShiftStatus
  cancelReason: string | null
  closedAt: Date | null
}

async function shiftsWhere({ tx, street }: Reading, where: RawBuilder<unknown>, most = 300) {
  const { rows } = await sql<ShiftRow>`
    select s.id, s.post_id, post.number as post_number, post.title, post.title_en, post.place,
      post.unit_id, unit.name as unit_name, post.team_id, s.risk, s.least_age, s.during, s.needed,
      s.status, s.cancel_reason, post.closed_at,
      (select count(*) from shift_place p where p.street_id = ${street} and p.shift_id = s.id
        and p.state <> 'off') as taken
    from shift s
    join post on post.street_id = s.street_id and post.id = s.post_id
    join unit on unit.street_id = post.street_id and unit.id = post.unit_id
    where s.street_id = ${street} and ${where}
    order by lower(s.during), s.id limit ${most}`.execute(tx)
  return rows
}

export async function findShift(ctx: Reading, shiftId: string) {
  const [shift] = await shiftsWhere(ctx, sql`s.id = ${shiftId}`)
  return shift
}

/** Takes the shift for this transaction: places of it are given and given up one after the other. */
export async function lockShift(ctx: Reading, shiftId: string): Promise<ShiftRow | undefined> {
  await sql`select from shift where street_id = ${ctx.street} and id = ${shiftId} for update`.execute(
    ctx.tx,
  )
  return findShift(ctx, shiftId)
}

/** The shifts of a post, those to come first or all of them. */
export async function shiftsOf(ctx: Reading, postId: string) {
  return shiftsWhere(ctx, sql`s.post_id = ${postId}`)
}

/** Planned shifts that are still to come at open posts, soonest first. */
export async function comingShifts(ctx: Reading & Pick<Context, 'now'>, teamId?: string) {
  const ofTeam = teamId === undefined ? sql`true` : sql`post.team_id = ${teamId}`
  return shiftsWhere(ctx, sql`s.status = 'planned' and lower(s.during) > ${ctx.now} and ${ofTeam}`)
}

/** Planned shifts that begin within a span. */
export async function shiftsStarting(ctx: Reading, { start, end }: Span) {
  const begins = sql`lower(s.during) >= ${start} and lower(s.during) < ${end}`
  return shiftsWhere(ctx, sql`s.status = 'planned' and ${begins}`)
}

/** Shifts that are over and whose roll nobody has called, in these units. */
export async function shiftsToCall(
  ctx: Reading & Pick<Context, 'now'>,
  unitIds: readonly string[],
) {
  const over = sql`s.status = 'planned' and lower(s.during) <= ${ctx.now}`
  return shiftsWhere(ctx, sql`${over} and post.unit_id = any(${[...unitIds]}::uuid[])`)
}

const riskDays = 5

/** Shifts of the next days with too few hands, in these units, soonest first. */
export async function shiftsAtRisk(
  ctx: Reading & Pick<Context, 'now'>,
  unitIds: readonly string[],
) {
  const soon = sql`s.status = 'planned' and lower(s.during) > ${ctx.now}
    and lower(s.during) < ${later(ctx.now, riskDays * day)}`
  const shifts = await shiftsWhere(
    ctx,
    sql`${soon} and post.unit_id = any(${[...unitIds]}::uuid[])`,
  )
  return shifts.filter((shift) => shift.taken < shift.needed)
}

/** A person with what decides who may take steps for them and where they may stand. */
export type ServerRow = {
  id: string
  name: string
  bornOn: string | null
  unitIds: string[]
  guardianIds: string[]
}

/** People as they serve: birthday, units, guardians. */
export async function serversAmong(
  ctx: Reading & Pick<Context, 'now'>,
  personIds: readonly string[],
): Promise<ServerRow[]> {
  const today = dayOf(ctx.now)
  const { rows } = await sql<ServerRow>`
    select p.id, p.name, p.born_on, array_remove(array_append(array(
        select a.unit_id from appointment a where a.street_id = ${ctx.street} and a.person_id = p.id
          and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today})),
        p.home_unit_id), null) as unit_ids,
      array(select g.guardian_id from guardian g where g.street_id = ${ctx.street}
        and g.child_id = p.id order by g.guardian_id) as guardian_ids
    from person p where p.street_id = ${ctx.street} and p.id = any(${[...personIds]}::uuid[])`.execute(
    ctx.tx,
  )
  return rows
}

export async function findServer(ctx: Reading & Pick<Context, 'now'>, personId: string) {
  return (await serversAmong(ctx, [personId]))[0]
}

export type ApplicationRow = {
  id: string
  postId: string
  personId: string
  name: string
  bornOn: string | null
  state: ApplicationState
  trained: boolean
  healthy: boolean
  pickUp: string
  wishedShiftId: string | null
  wished: Span | null
  vettedBy: string | null
  consentId: string | null
}

/** Who wants to serve at a post or is cleared for it, with the consent where there is one. */
export async function applicationsTo(ctx: Reading, postId: string): Promise<ApplicationRow[]> {
  return applicationsWhere(
    ctx,
    sql`a.post_id = ${postId} and a.state in ('waiting', 'vetted', 'approved')`,
  )
}

/** The wishes of these people that still stand. */
export async function applicationsOf(ctx: Reading, personIds: readonly string[]) {
  return applicationsWhere(
    ctx,
    sql`a.person_id = any(${[...personIds]}::uuid[]) and a.state in ('waiting', 'vetted', 'approved')`,
  )
}

/** Who was looked at once and waits for the office, with the post; the longest first. */
export async function applicationsToApprove({ tx, street }: Reading) {
  return tx
    .selectFrom('application')
    .innerJoin('post', (join) =>
      join
        .onRef('post.streetId', '=', 'application.streetId')
        .onRef('post.id', '=', 'application.postId'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'application.streetId')
        .onRef('person.id', '=', 'application.personId'),
    )
    .select([
      'application.id',
      'application.personId',
      'application.state',
      'application.vettedBy',
      'application.vettedAt',
      'application.postId',
      'person.name',
      'post.title',
      'post.titleEn',
    ])
    .where('application.streetId', '=', street)
    .where('application.state', '=', 'vetted')
    .orderBy('application.vettedAt')
    .orderBy('application.id')
    .execute()
}

async function applicationsWhere({ tx, street }: Reading, where: RawBuilder<unknown>) {
  const { rows } = await sql<ApplicationRow>`
    select a.id, a.post_id, a.person_id, p.name, p.born_on, a.state, a.trained, a.healthy, a.pick_up,
      a.wished_shift_id, s.during as wished, a.vetted_by, c.id as consent_id
    from application a
    join person p on p.street_id = a.street_id and p.id = a.person_id
    left join shift s on s.street_id = a.street_id and s.id = a.wished_shift_id
    left join consent c on c.street_id = a.street_id and c.person_id = a.person_id
      and c.subject_id = a.post_id and c.purpose = 'activity' and c.active
    where a.street_id = ${street} and ${where} order by a.id`.execute(tx)
  return rows
}

/** Takes an application for this transaction, and before it the shift it wishes for, as places do. */
export async function lockApplication(ctx: Reading, applicationId: string) {
  await sql`select from shift where street_id = ${ctx.street} and id = (select wished_shift_id from application
    where street_id = ${ctx.street} and id = ${applicationId}) for update`.execute(ctx.tx)
  return ctx.tx
    .selectFrom('application')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', applicationId)
    .forUpdate()
    .executeTakeFirst()
}

/** A person's wish for a post that still stands; nobody can end it before this transaction does. */
export async function standingApplication(ctx: Reading, postId: string, personId: string) {
  return ctx.tx
    .selectFrom('application')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('postId', '=', postId)
    .where('personId', '=', personId)
    .where('state', 'in', ['waiting', 'vetted', 'approved'])
    .forShare()
    .executeTakeFirst()
}

/** The guardian's consent for a child at a post; it can't be withdrawn before this transaction ends. */
export async function standingConsent(ctx: Reading, postId: string, personId: string) {
  return ctx.tx
    .selectFrom('consent')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .where('purpose', '=', 'activity')
    .where('subjectId', '=', postId)
    .where('active', '=', true)
    .forShare()
    .executeTakeFirst()
}

/** Whether a place on a rota leans on an application. */
export async function isOnRota(ctx: Reading, applicationId: string): Promise<boolean> {
  const place = await ctx.tx
    .selectFrom('shiftPlace')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('applicationId', '=', applicationId)
    .where('state', '=', 'on')
    .executeTakeFirst()
  return place !== undefined
}

/** Who runs a post: who opened it, and the organisers of its unit. */
export async function runnersOf(
  ctx: Reading & Pick<Context, 'now'>,
  post: { unitId: string; openedBy: string | null },
): Promise<string[]> {
  const organisers = await holdersOf(ctx, ['organiser', 'staff'], post.unitId)
  return [...(post.openedBy ? [post.openedBy] : []), ...organisers]
}
