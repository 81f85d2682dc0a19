import { type RawBuilder, sql } from 'kysely'
import type { Actor, Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import type { Audience, Format, SpokenLanguage } from '#app/modules/talks/menu/rules.ts'
import type { Presence, SessionStatus } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** A session with the names that stand around it. */
export type SessionRow = {
  id: string
  number: number
  title: string
  titleEn: string
  format: Format
  audience: Audience
  language: SpokenLanguage
  strandCode: string
  strandName: string
  strandNameEn: string
  seasonId: string
  dispatchId: string | null
  talkId: string | null
  unitId: string
  unitName: string
  communityId: string | null
  communityName: string | null
  venueId: string
  venueName: string
  venueKind: string
  venuePlace: string
  speakerId: string | null
  speakerPersonId: string | null
  speakerName: string | null
  hostId: string
  hostName: string
  during: Span
  seats: number
  taken: number
  status: SessionStatus
  revision: number
  cancelReason: string | null
  scheduledAt: Date
  changedAt: Date
}

/** Sessions with their names in one query; `where` narrows them, in the words of the table `s`. */
async function sessionsWhere(
  { tx, street }: Reading,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`lower(s.during), s.id`,
  most = 500,
): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.number, s.title, s.title_en, s.format, s.audience, s.language, s.strand_code,
      strand.name as strand_name, strand.name_en as strand_name_en, s.season_id, s.dispatch_id, s.talk_id,
      s.unit_id, unit.name as unit_name, community.id as community_id, community.name as community_name,
      s.venue_id, venue.name as venue_name, venue.kind as venue_kind, venue.place as venue_place,
      s.speaker_id, speaker.person_id as speaker_person_id, speaking.name as speaker_name,
      s.host_id, host.name as host_name, s.during, s.seats, s.status, s.revision, s.cancel_reason,
      s.scheduled_at, coalesce(s.cancelled_at, s.scheduled_at) as changed_at,
      (select count(*) from sign_up
        where sign_up.street_id = ${street} and sign_up.session_id = s.id and sign_up.cancelled_at is null) as taken
    from session s
    join strand on strand.street_id = s.street_id and strand.season_id = s.season_id and strand.code = s.strand_code
    join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    join venue on venue.street_id = s.street_id and venue.id = s.venue_id
    join person host on host.street_id = s.street_id and host.id = s.host_id
    left join speaker on speaker.street_id = s.street_id and speaker.id = s.speaker_id
    left join person speaking on speaking.street_id = s.street_id and speaking.id = speaker.person_id
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

/** Sessions in the order of their ids, from one on: for reading through all of them page by page. */
export async function sessionsAfter(
  ctx: Reading,
  { after, limit, from, to }: { after: string | null; limit: number; from?: Date; to?: Date },
) {
  return sessionsWhere(
    ctx,
    sql`(${after}::uuid is null or s.id > ${after}) and s.during && tstzrange(${from ?? null}, ${to ?? null})`,
    sql`s.id`,
    limit,
  )
}

/** Whose calendar: a person's own, a unit's with all below it, or the whole street's. */
export type Whose = { personId: string } | { unitId: string } | 'street'
/** Why a session stands in a person's calendar. */
export type Part = 'hosting' | 'speaking' | 'signedUp' | 'branch'
export type CalendarSession = SessionRow & { part: Part | null }

/** The sessions of a calendar that touch a span, the called-off ones too. */
export async function calendarSessions(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  whose: Whose,
  span: Span,
): Promise<CalendarSession[]> {
  const inSpan = sql`s.during && tstzrange(${span.start}, ${span.end})`
  if (whose === 'street') return (await sessionsWhere(ctx, inSpan)).map(withoutPart)
  if ('unitId' in whose)
    return (
      await sessionsWhere(ctx, sql`${inSpan} and unit.ancestors @> array[${whose.unitId}::uuid]`)
    ).map(withoutPart)
  const { rows: own } = await sql<{ id: string; part: Part }>`
    select s.id, case when s.host_id = ${whose.personId} then 'hosting'
      when speaker.person_id = ${whose.personId} then 'speaking'
      when sign_up.person_id is not null then 'signedUp' else 'branch' end as part
    from session s
    left join speaker on speaker.street_id = s.street_id and speaker.id = s.speaker_id
    left join sign_up on sign_up.street_id = s.street_id and sign_up.session_id = s.id
      and sign_up.person_id = ${whose.personId} and sign_up.cancelled_at is null
    where s.street_id = ${ctx.street} and ${inSpan} and (s.host_id = ${whose.personId}
      or speaker.person_id = ${whose.personId} or sign_up.person_id is not null
      or s.unit_id = (select home_unit_id from person
        where person.street_id = ${ctx.street} and person.id = ${whose.personId}))`.execute(ctx.tx)
  const parts = new Map(own.map((row) => [row.id, row.part]))
  const sessions = await sessionsWhere(ctx, sql`s.id = any(${[...parts.keys()]}::uuid[])`)
  return sessions.map((session) => ({ ...session, part: parts.get(session.id) ?? null }))
}

const withoutPart = (session: SessionRow): CalendarSession => ({ ...session, part: null })

/** What waits for a host: sessions of which the time has come and that are not closed yet. */
export async function sessionsToRun(ctx: Pick<Context, 'tx' | 'street' | 'now'>, personId: string) {
  return sessionsWhere(
    ctx,
    sql`s.status = 'scheduled' and s.host_id = ${personId} and lower(s.during) <= ${ctx.now}`,
  )
}

/** Who has a seat, in the order of their names in pinyin. */
export async function signUpsOf(ctx: Reading, sessionId: string) {
  return ctx.tx
    .selectFrom('signUp')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'signUp.streetId')
        .onRef('person.id', '=', 'signUp.personId'),
    )
    .leftJoin('unit', (join) =>
      join
        .onRef('unit.streetId', '=', 'person.streetId')
        .onRef('unit.id', '=', 'person.homeUnitId'),
    )
    .select(['person.id', 'person.name', 'person.namePinyin', 'unit.name as unitName'])
    .where('signUp.streetId', '=', ctx.street)
    .where('signUp.sessionId', '=', sessionId)
    .where('signUp.cancelledAt', 'is', null)
    .orderBy('person.namePinyin')
    .orderBy('person.id')
    .execute()
}

/** How many seats are taken, and by which of these people. Right only while the session is locked. */
export async function seatsTaken(ctx: Reading, sessionId: string, personIds: readonly string[]) {
  const { rows } = await sql<{ taken: number; theirs: string[] | null }>`
    select count(*) as taken, array_agg(person_id) filter (where person_id = any(${personIds}::uuid[])) as theirs
    from sign_up where street_id = ${ctx.street} and session_id = ${sessionId} and cancelled_at is null`.execute(
    ctx.tx,
  )
  return { taken: rows[0]?.taken ?? 0, theirs: rows[0]?.theirs ?? [] }
}

/** The marks that count now, by person. */
export async function marksOf(ctx: Reading, sessionId: string): Promise<Map<string, Presence>> {
  const rows = await ctx.tx
    .selectFrom('attendance')
    .select(['personId', 'presence'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .where('replacedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.personId, row.presence]))
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
    .select(['thing', 'pieces'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .orderBy('position')
    .execute()
  return { ...outcome, given }
}

/** A child's guardians. */
export async function guardiansOf(ctx: Reading, childId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('guardian')
    .select('guardianId')
    .where('streetId', '=', ctx.street)
    .where('childId', '=', childId)
    .execute()
  return rows.map((row) => row.guardianId)
}
