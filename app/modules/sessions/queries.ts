import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#app/modules/people/access.ts'
import type { Audience, Format, SpokenLanguage } from '#app/modules/talks/menu/rules.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { dayOf } from '#app/platform/time.ts'
import { type Presence, type SessionStatus, wantedPerson } from './rules.ts'

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
  orderId: string | null
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
      strand.name as strand_name, strand.name_en as strand_name_en, s.season_id, s.dispatch_id, dispatch.order_id, s.talk_id,
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
    left join dispatch on dispatch.street_id = s.street_id and dispatch.id = s.dispatch_id
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
export type Part = 'hosting' | 'speaking' | 'signedUp' | 'child' | 'branch'
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
  const childComes = sql`exists (select 1 from guardian
    join sign_up child on child.street_id = guardian.street_id and child.person_id = guardian.child_id
      and child.session_id = s.id and child.cancelled_at is null
    where guardian.street_id = ${ctx.street} and guardian.guardian_id = ${whose.personId})`
  const { rows: own } = await sql<{ id: string; part: Part }>`
    select s.id, case when s.host_id = ${whose.personId} then 'hosting'
      when speaker.person_id = ${whose.personId} then 'speaking'
      when sign_up.person_id is not null then 'signedUp' when ${childComes} then 'child'
      else 'branch' end as part
    from session s
    left join speaker on speaker.street_id = s.street_id and speaker.id = s.speaker_id
    left join sign_up on sign_up.street_id = s.street_id and sign_up.session_id = s.id
      and sign_up.person_id = ${whose.personId} and sign_up.cancelled_at is null
    where s.street_id = ${ctx.street} and ${inSpan} and (s.host_id = ${whose.personId}
      or speaker.person_id = ${whose.personId} or sign_up.person_id is not null or ${childComes}
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

/** The coming sessions a person has a seat at. */
export async function seatsHeldBy(ctx: Pick<Context, 'tx' | 'street' | 'now'>, personId: string) {
  const { rows } = await sql<{ sessionId: string }>`
    select sign_up.session_id from sign_up
    join session s on s.street_id = sign_up.street_id and s.id = sign_up.session_id
    where sign_up.street_id = ${ctx.street} and sign_up.person_id = ${personId}
      and sign_up.cancelled_at is null and lower(s.during) > ${ctx.now}`.execute(ctx.tx)
  return rows.map((row) => row.sessionId)
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

/** A guardian's children, by name. */
export async function childrenOf(ctx: Reading, guardianId: string) {
  return ctx.tx
    .selectFrom('guardian')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'guardian.streetId')
        .onRef('person.id', '=', 'guardian.childId'),
    )
    .select(['person.id', 'person.name', 'person.bornOn'])
    .where('guardian.streetId', '=', ctx.street)
    .where('guardian.guardianId', '=', guardianId)
    .orderBy('person.namePinyin')
    .execute()
}

/** What else a person hosts, gives or has a seat at while a session is held. */
export async function clashesOf(ctx: Reading, personId: string, session: SessionRow) {
  return sessionsWhere(
    ctx,
    sql`s.status = 'scheduled' and s.id <> ${session.id}
      and s.during && tstzrange(${session.during.start}, ${session.during.end})
      and (s.host_id = ${personId} or speaker.person_id = ${personId} or exists (
        select from sign_up where sign_up.street_id = ${ctx.street} and sign_up.session_id = s.id
          and sign_up.person_id = ${personId} and sign_up.cancelled_at is null))`,
  )
}

/** `tail` are the phone's last digits, which tell two people of one name apart. */
export type FoundPerson = { id: string; name: string; unitName: string | null; tail: string | null }

const mostFound = 12

/**
 * People by name, pinyin or the last digits of their phone, those of the unit first. A host finds
 * anyone of the street who walks in; nothing is shown of them but name and unit, and the phone's last
 * digits where two share a name. Elsewhere the scope
 * limits who can be found.
 */
export async function findPeople(
  ctx: Reading,
  typed: string,
  near: { unitId: string; within: Scope | null },
): Promise<FoundPerson[]> {
  const wanted = wantedPerson(typed)
  if (wanted === null) return []
  const { text } = wanted
  const fits = {
    phone: sql`p.phone like ${`%${text}`}`,
    pinyin: sql`p.name_pinyin like ${`%${text}%`}`,
    name: sql`strpos(p.name, ${text}) > 0`,
  }[wanted.by]
  const reach =
    near.within === null ? sql`true` : sql`p.home_unit_id = any(${near.within.unitIds}::uuid[])`
  const { rows } = await sql<FoundPerson>`
    select p.id, p.name, unit.name as unit_name, right(p.phone, 4) as tail
    from person p
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    where p.street_id = ${ctx.street} and ${fits} and ${reach}
    order by p.home_unit_id is distinct from ${near.unitId}::uuid, p.name_pinyin, p.id
    limit ${mostFound}`.execute(ctx.tx)
  return rows
}

/** One person on the roll: who it is, what is recorded, and what was recorded before. */
export type RollLine = FoundPerson & {
  presence: Presence | null
  earlier: { presence: Presence; by: string }[] | null
}

/**
 * The roll's names in pinyin order: everyone with a seat or a mark and, where wanted, everyone of the
 * unit. Without a single name yet it is the unit's people, since a branch often comes without signing up.
 */
export async function rollOf(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  session: { id: string; unitId: string },
  wholeUnit: boolean,
): Promise<RollLine[]> {
  const today = dayOf(ctx.now)
  const { rows } = await sql<RollLine>`
    with named as (
      select person_id from sign_up
      where street_id = ${ctx.street} and session_id = ${session.id} and cancelled_at is null
      union select person_id from attendance where street_id = ${ctx.street} and session_id = ${session.id}
    ), of_unit as (
      select p.id from person p where p.street_id = ${ctx.street} and p.home_unit_id = ${session.unitId}
      union select a.person_id from appointment a where a.street_id = ${ctx.street} and a.unit_id = ${session.unitId}
        and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today})
    )
    select p.id, p.name, unit.name as unit_name, right(p.phone, 4) as tail, mark.presence, (
      select json_agg(json_build_object('presence', old.presence, 'by', caller.name) order by old.id)
      from attendance old
      join person caller on caller.street_id = old.street_id and caller.id = old.recorded_by
      where old.street_id = ${ctx.street} and old.session_id = ${session.id} and old.person_id = p.id
        and old.replaced_at is not null) as earlier
    from person p
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    left join attendance mark on mark.street_id = p.street_id and mark.session_id = ${session.id}
      and mark.person_id = p.id and mark.replaced_at is null
    where p.street_id = ${ctx.street} and (p.id in (select person_id from named)
      or (${wholeUnit} or not exists (select from named)) and p.id in (select id from of_unit))
    order by p.name_pinyin, p.id`.execute(ctx.tx)
  return rows
}
