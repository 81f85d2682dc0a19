import { sql } from 'kysely'
import { findUnit, findVenue } from '#app/modules/organisation/queries.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { type SessionRow, sessionsWhere } from '../queries.ts'
import { findResource } from '../resources/queries.ts'
import type { BookingStatus } from '../resources/rules.ts'
import { guardiansOf } from '../seats/queries.ts'
import type { Calendar } from './access.ts'
import type { Of } from './rules.ts'

/** Whose sessions: a person's own, a unit's with all below it, a venue's, a series', or the whole street's. */
export type Whose =
  | { personId: string }
  | { unitId: string }
  | { venueId: string }
  | { seriesId: string }
  | 'street'
/** Why a session stands in a person's calendar. */
export type Part =
  | 'hosting'
  | 'speaking'
  | 'visiting'
  | 'offered'
  | 'signedUp'
  | 'child'
  | 'waiting'
  | 'branch'
/** `waitsAt` is the place in the line, `offerUntil` until when an offered seat is kept. */
export type CalendarSession = SessionRow & {
  part: Part | null
  waitsAt: number | null
  offerUntil: Date | null
}

type Reading = Pick<Context, 'tx' | 'street' | 'now'>

/** The sessions of a calendar that touch a span, the called-off ones too. */
export async function calendarSessions(
  ctx: Reading,
  whose: Whose,
  span: Span,
): Promise<CalendarSession[]> {
  const inSpan = sql`s.during && tstzrange(${span.start}, ${span.end})`
  // What the office is still preparing is in nobody's calendar, but it takes its venue.
  const told = sql`s.status <> 'draft' and ${inSpan}`
  const of = (where: ReturnType<typeof sql>) => sessionsWhere(ctx, where)
  if (whose === 'street') return (await of(told)).map(nobodys)
  if ('unitId' in whose)
    return (await of(sql`${told} and unit.ancestors @> array[${whose.unitId}::uuid]`)).map(nobodys)
  if ('venueId' in whose)
    return (await of(sql`${inSpan} and s.venue_id = ${whose.venueId}`)).map(nobodys)
  if ('seriesId' in whose)
    return (await of(sql`${told} and s.series_id = ${whose.seriesId}`)).map(nobodys)
  return ownSessions(ctx, whose.personId, told)
}

const nobodys = (session: SessionRow): CalendarSession => ({
  ...session,
  part: null,
  waitsAt: null,
  offerUntil: null,
})

type Own = { id: string; part: Part; waitsAt: number | null; offerUntil: Date | null }

async function ownSessions(
  ctx: Reading,
  personId: string,
  told: ReturnType<typeof sql>,
): Promise<CalendarSession[]> {
  const childComes = sql`exists (select 1 from guardian
    join sign_up child on child.street_id = guardian.street_id and child.person_id = guardian.child_id
      and child.session_id = s.id and child.cancelled_at is null
    where guardian.street_id = ${ctx.street} and guardian.guardian_id = ${personId})`
  const { rows } = await sql<Own>`
    select s.id, case when s.host_id = ${personId} then 'hosting'
      when speaker.person_id = ${personId} then 'speaking'
      when door_round.visitor_id = ${personId} then 'visiting'
      when line.status = 'offered' then 'offered'
      when sign_up.person_id is not null then 'signedUp' when ${childComes} then 'child'
      when line.status = 'waiting' then 'waiting' else 'branch' end as part,
      line.ahead as waits_at, line.offer_until
    from session s
    left join speaker on speaker.street_id = s.street_id and speaker.id = s.speaker_id
    left join door_round on door_round.street_id = s.street_id and door_round.session_id = s.id
    left join sign_up on sign_up.street_id = s.street_id and sign_up.session_id = s.id
      and sign_up.person_id = ${personId} and sign_up.cancelled_at is null
    left join lateral (${lineOf(ctx, personId)}) line on s.status = 'scheduled'
    where s.street_id = ${ctx.street} and ${told} and (s.host_id = ${personId}
      or speaker.person_id = ${personId} or door_round.visitor_id = ${personId}
      or sign_up.person_id is not null or ${childComes} or line.status is not null
      or s.unit_id = (select home_unit_id from person
        where person.street_id = ${ctx.street} and person.id = ${personId}))`.execute(ctx.tx)
  const parts = new Map(rows.map(({ id, ...own }) => [id, own]))
  const sessions = await sessionsWhere(ctx, sql`s.id = any(${[...parts.keys()]}::uuid[])`)
  return sessions.map((session) => ({ ...session, ...parts.get(session.id)! }))
}

/** Where a person, or one of the person's children, stands in the line of the session `s`; an offer first. */
function lineOf({ street }: Reading, personId: string) {
  return sql`select place.status, place.offer_until, case when place.status = 'waiting' then (
      select count(*)::int from waiting ahead where ahead.street_id = ${street} and ahead.session_id = s.id
        and ahead.ended_at is null and ahead.number <= place.number) end as ahead
    from waiting_person who
    join waiting place on place.street_id = who.street_id and place.id = who.waiting_id
      and place.status in ('waiting', 'offered')
    where who.street_id = ${street} and who.session_id = s.id and not who.ended
      and (who.person_id = ${personId} or who.person_id in (select child_id from guardian
        where guardian.street_id = ${street} and guardian.guardian_id = ${personId}))
    order by place.status, place.number limit 1`
}

/** The calendar that an address names, with what says who may see it. */
export async function findCalendar(ctx: Reading, of: Of): Promise<Calendar | undefined> {
  switch (of.kind) {
    case 'child': {
      const child = await findPerson(ctx, of.id)
      return child && { ...of, name: child.name, guardianIds: await guardiansOf(ctx, of.id) }
    }
    case 'unit': {
      const unit = await findUnit(ctx, of.id)
      return unit && { ...of, name: unit.name, nameEn: '' }
    }
    case 'venue': {
      const venue = await findVenue(ctx, of.id)
      return venue && { ...of, name: venue.name, unitId: venue.unitId, venueKind: venue.kind }
    }
    case 'resource': {
      const resource = await findResource(ctx, of.id)
      return resource && { ...resource, kind: of.kind }
    }
    case 'series': {
      const [first] = await sessionsWhere(
        ctx,
        sql`s.series_id = ${of.id} and s.status <> 'draft'`,
        sql`lower(s.during), s.id`,
        1,
      )
      return first && { ...of, name: first.title, nameEn: first.titleEn }
    }
    default:
      return of
  }
}

/** A booking with what a calendar says of it. */
export type BookingInCalendar = {
  id: string
  resourceId: string
  unitName: string
  sessionTitle: string | null
  sessionTitleEn: string | null
  during: Span
  status: BookingStatus
  changedAt: Date
}

/** A resource's bookings that touch a span, those given up too. */
export async function bookingsIn(
  { tx, street }: Reading,
  resourceId: string,
  { start, end }: Span,
): Promise<BookingInCalendar[]> {
  const { rows } = await sql<BookingInCalendar>`
    select b.id, b.resource_id, unit.name as unit_name, s.title as session_title,
      s.title_en as session_title_en, b.during, b.status,
      coalesce(b.returned_at, b.handed_over_at, b.booked_at) as changed_at
    from booking b
    join unit on unit.street_id = b.street_id and unit.id = b.unit_id
    left join session s on s.street_id = b.street_id and s.id = b.session_id
    where b.street_id = ${street} and b.resource_id = ${resourceId}
      and b.during && tstzrange(${start}, ${end})
    order by lower(b.during), b.id
    limit 500`.execute(tx)
  return rows
}
