import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#app/modules/people/access.ts'
import type { Audience, SpokenLanguage } from '#app/modules/talks/menu/rules.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { dayOf } from '#app/platform/time.ts'
import { mayRunSession } from './access.ts'
import type { Prepared, SessionFormat, SessionStatus } from './rules.ts'
import { takenOf } from './seats/queries.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** A session with the names that stand around it. */
export type SessionRow = {
  id: string
  number: number
  title: string
  titleEn: string
  format: SessionFormat
  audience: Audience
  language: SpokenLanguage
  strandCode: string
  strandName: string
  strandNameEn: string
  seasonId: string
  dispatchId: string | null
  orderId: string | null
  talkId: string | null
  unitId: string
  unitName: string
  communityId: string | null
  communityName: string | null
  /** None for a round from door to door, which then goes by its unit's name. */
  venueId: string | null
  venueName: string
  venueKind: string | null
  venuePlace: string
  speakerId: string | null
  speakerPersonId: string | null
  speakerName: string | null
  hostId: string
  hostName: string
  /** Who walks a round from door to door. */
  visitorId: string | null
  visitorName: string | null
  during: Span
  seats: number
  /** Of the seats, those kept for children. */
  childSeats: number
  taken: number
  /** Of the seats taken, those of the children's. */
  childTaken: number
  toKnow: string
  toKnowEn: string
  guided: boolean
  seriesId: string | null
  /** The micro-course that is watched together. */
  courseId: string | null
  /** Where a live stream is seen; for who is signed up. */
  streamUrl: string
  opensAt: Date | null
  closesAt: Date | null
  status: SessionStatus
  revision: number
  cancelReason: string | null
  scheduledAt: Date
  changedAt: Date
}

/** What a session's sentences are made from. */
export function detailsOf(session: SessionRow) {
  return {
    title: session.title,
    titleEn: session.titleEn,
    start: session.during.start,
    end: session.during.end,
    venue: session.venueName,
    unit: session.unitName,
    speaker: session.speakerName,
  }
}

/** Who runs or gives a session. */
export function runnersOf(session: SessionRow): string[] {
  return [session.hostId, session.speakerPersonId, session.visitorId].filter(
    (personId) => personId !== null,
  )
}

/** Sessions with their names in one query; `where` narrows them, in the words of the table `s`. */
export async function sessionsWhere(
  { tx, street }: Reading,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`lower(s.during), s.id`,
  most = 500,
): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.number, s.title, s.title_en, s.format, s.audience, s.language, s.strand_code,
      strand.name as strand_name, strand.name_en as strand_name_en, s.season_id, s.dispatch_id, dispatch.order_id, s.talk_id,
      s.unit_id, unit.name as unit_name, community.id as community_id, community.name as community_name,
      s.venue_id, coalesce(venue.name, unit.name) as venue_name, venue.kind as venue_kind,
      coalesce(venue.place, '') as venue_place, s.child_seats, s.to_know, s.to_know_en, s.guided,
      s.series_id, viewing.course_id, s.stream_url, s.opens_at, s.closes_at,
      s.speaker_id, speaker.person_id as speaker_person_id, speaking.name as speaker_name,
      s.host_id, host.name as host_name, door_round.visitor_id, visitor.name as visitor_name, s.during, s.seats, s.status, s.revision, s.cancel_reason,
      s.scheduled_at, greatest(s.changed_at, s.cancelled_at, s.scheduled_at) as changed_at,
      coalesce(seated.taken, 0) as taken, coalesce(seated.child_taken, 0) as child_taken
    from session s
    join strand on strand.street_id = s.street_id and strand.season_id = s.season_id and strand.code = s.strand_code
    join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    left join venue on venue.street_id = s.street_id and venue.id = s.venue_id
    left join viewing on viewing.street_id = s.street_id and viewing.session_id = s.id
    join person host on host.street_id = s.street_id and host.id = s.host_id
    left join dispatch on dispatch.street_id = s.street_id and dispatch.id = s.dispatch_id
    left join speaker on speaker.street_id = s.street_id and speaker.id = s.speaker_id
    left join person speaking on speaking.street_id = s.street_id and speaking.id = speaker.person_id
    left join lateral (${takenOf(street, sql`s.id`)}) seated on true
    left join door_round on door_round.street_id = s.street_id and door_round.session_id = s.id
    left join person visitor on visitor.street_id = s.street_id and visitor.id = door_round.visitor_id
    left join unit community on community.street_id = s.street_id and community.id = any(unit.ancestors)
      and community.kind = 'community'
    where s.street_id = ${street} and ${where}
    order by ${order}
    limit ${most}`.execute(tx)
  return rows
}

export async function findSession(ctx: Reading, sessionId: string) {
  const [session] = await sessionsWhere(ctx, sql`s.id = ${sessionId}`)
  return session
}

/** Takes the session for this transaction: whoever else would change it, or take a seat, waits. */
export async function lockSession(ctx: Reading, sessionId: string) {
  return ctx.tx
    .selectFrom('session')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', sessionId)
    .forUpdate()
    .executeTakeFirst()
}

export async function sessionOfDispatch(ctx: Reading, dispatchId: string) {
  return ctx.tx
    .selectFrom('session')
    .select(['id', 'status'])
    .where('streetId', '=', ctx.street)
    .where('dispatchId', '=', dispatchId)
    .executeTakeFirst()
}

/** When venues are taken from now on by what no dispatch says: the office's own sessions, and moved ones. */
export async function venuesTakenAhead(ctx: Pick<Context, 'tx' | 'street' | 'now'>) {
  return ctx.tx
    .selectFrom('session')
    .leftJoin('dispatch', (join) =>
      join
        .onRef('dispatch.streetId', '=', 'session.streetId')
        .onRef('dispatch.id', '=', 'session.dispatchId'),
    )
    .select(['session.venueId', 'session.during'])
    .where('session.streetId', '=', ctx.street)
    .where('session.status', 'in', ['draft', 'scheduled'])
    .where(sql<boolean>`upper(session.during) > ${ctx.now}`)
    .where('session.venueId', 'is not', null)
    .where(sql<boolean>`dispatch.venue_id is distinct from session.venue_id`)
    .$narrowType<{ venueId: string }>()
    .execute()
}

/** Whether it was told already that a dispatch's venue is taken. */
export async function hasClashed(ctx: Reading, dispatchId: string): Promise<boolean> {
  const told = await ctx.tx
    .selectFrom('fact')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('subjectId', '=', dispatchId)
    .where('name', '=', 'session.clashed')
    .executeTakeFirst()
  return told !== undefined
}

/** Sessions that are still to come and not called off, soonest first. */
export async function comingSessions(ctx: Context) {
  const coming = sql`s.status = 'scheduled' and lower(s.during) > ${ctx.now}`
  return (await sessionsWhere(ctx, coming)).map((session) => asSeenBy(ctx.actor, session))
}

/** Scheduled sessions that begin within a span. */
export async function sessionsStarting(ctx: Reading, { start, end }: Span) {
  const begins = sql`lower(s.during) >= ${start} and lower(s.during) < ${end}`
  return sessionsWhere(ctx, sql`s.status = 'scheduled' and ${begins}`)
}

/** A session as someone may see it: where a home is the venue, only signed-in people learn whose. */
export function asSeenBy(actor: Actor, session: SessionRow): SessionRow {
  if (actor.kind !== 'nobody' || session.venueKind !== 'home') return session
  return { ...session, venueName: session.communityName ?? session.unitName, venuePlace: '' }
}

/** A session as someone may see it, or nothing: what is still being prepared is for who runs it. */
export function shownTo(actor: Actor, session: SessionRow | undefined): SessionRow | undefined {
  if (!session || (session.status === 'draft' && !mayRunSession(actor, session))) return undefined
  return asSeenBy(actor, session)
}

/** What the office is preparing and has not published, soonest first. */
export async function draftsOf(ctx: Reading, scope: Scope) {
  return sessionsWhere(ctx, sql`s.status = 'draft' and s.unit_id = any(${scope.unitIds}::uuid[])`)
}

/** Sessions in the order of their ids, from one on: for reading through all of them page by page. */
export async function sessionsAfter(
  ctx: Reading,
  { after, limit, from, to }: { after: string | null; limit: number; from?: Date; to?: Date },
) {
  return sessionsWhere(
    ctx,
    sql`(${after}::uuid is null or s.id > ${after}) and s.status <> 'draft'
      and s.during && tstzrange(${from ?? null}, ${to ?? null})`,
    sql`s.id`,
    limit,
  )
}

/** What waits for a host: sessions of which the time has come and that are not closed yet. */
export async function sessionsToRun(ctx: Pick<Context, 'tx' | 'street' | 'now'>, personId: string) {
  return sessionsWhere(
    ctx,
    sql`s.status = 'scheduled' and s.host_id = ${personId} and lower(s.during) <= ${ctx.now}`,
  )
}

/** Who can host a session or walk a round: whoever works or volunteers somewhere today, by name. */
export async function hostsAndVisitors({
  tx,
  street,
  now,
}: Pick<Context, 'tx' | 'street' | 'now'>) {
  const today = dayOf(now)
  const { rows } = await sql<{ id: string; name: string; unitName: string; hosts: boolean }>`
    select p.id, p.name, min(unit.name) as unit_name, bool_or(a.role in ('organiser', 'secretary', 'office')) as hosts
    from appointment a
    join person p on p.street_id = a.street_id and p.id = a.person_id
    join unit on unit.street_id = a.street_id and unit.id = a.unit_id
    where a.street_id = ${street} and a.role in ('organiser', 'secretary', 'office', 'staff', 'volunteer')
      and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today})
    group by p.id, p.name, p.name_pinyin
    order by p.name_pinyin, p.id
    limit 500`.execute(tx)
  return rows
}

/** What a session has of what its format can't do without. */
export async function preparedFor(ctx: Reading, sessionId: string): Promise<Prepared> {
  const nothingNeeded = { booked: true, boards: 0, visits: 0, course: false, consented: null }
  return (await preparedOf(ctx, [sessionId])).get(sessionId) ?? nothingNeeded
}

/** What each of several sessions has of what its format can't do without. */
export async function preparedOf(
  ctx: Reading,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, Prepared>> {
  const { street } = ctx
  const { rows } = await sql<Prepared & { id: string }>`
    select s.id, not exists (
        select from resource_need need where need.street_id = ${street} and need.session_id = s.id
          and not exists (select from booking b
            join resource r on r.street_id = b.street_id and r.id = b.resource_id and r.kind = need.kind
            where b.street_id = ${street} and b.session_id = s.id and b.status <> 'cancelled'
              and b.during @> s.during)) as booked,
      (select count(*) from board where board.street_id = ${street} and board.session_id = s.id) as boards,
      (select count(*) from visit where visit.street_id = ${street} and visit.session_id = s.id) as visits,
      exists (select from viewing where viewing.street_id = ${street} and viewing.session_id = s.id) as course,
      case when venue.kind = 'home' then exists (
        select from home
        join consent on consent.street_id = home.street_id and consent.person_id = home.householder_id
          and consent.subject_id = home.venue_id and consent.purpose = 'activity' and consent.active
        where home.street_id = ${street} and home.venue_id = s.venue_id) end as consented
    from session s
    left join venue on venue.street_id = s.street_id and venue.id = s.venue_id
    where s.street_id = ${street} and s.id = any(${sessionIds}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map(({ id, ...prepared }) => [id, prepared]))
}

/** What takes a venue at some times, the soonest first; the sessions named are not counted. */
export async function venueTakenBy(
  ctx: Reading,
  venueId: string,
  times: readonly Span[],
  but: readonly string[] = [],
) {
  const { rows } = await sql<{ id: string; title: string; titleEn: string; during: Span }>`
    select s.id, s.title, s.title_en, s.during from session s
    where s.street_id = ${ctx.street} and s.venue_id = ${venueId} and s.status <> 'cancelled'
      and s.id <> all(${but}::uuid[]) and exists (
        select from unnest(${times.map(({ start }) => start)}::timestamptz[],
          ${times.map(({ end }) => end)}::timestamptz[]) as wanted (start_at, end_at)
        where s.during && tstzrange(wanted.start_at, wanted.end_at))
    order by lower(s.during), s.id`.execute(ctx.tx)
  return rows
}

/** How a session came out: guests without a name, the note, and what was given out. */
export async function outcomeOf(ctx: Reading, sessionId: string) {
  const outcome = await ctx.tx
    .selectFrom('outcome')
    .select(['guests', 'note', 'closedAt'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  if (!outcome) return undefined
  const given = await ctx.tx
    .selectFrom('givenOut')
    .select(['thing', 'pieces', 'offered'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .orderBy('position')
    .execute()
  return { ...outcome, given }
}
