import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { type SessionRow, sessionsWhere } from '../queries.ts'

/** Whose calendar: a person's own, a unit's with all below it, or the whole street's. */
export type Whose = { personId: string } | { unitId: string } | 'street'
/** Why a session stands in a person's calendar. */
export type Part = 'hosting' | 'speaking' | 'visiting' | 'signedUp' | 'child' | 'branch'
export type CalendarSession = SessionRow & { part: Part | null }

/** The sessions of a calendar that touch a span, the called-off ones too. */
export async function calendarSessions(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  whose: Whose,
  span: Span,
): Promise<CalendarSession[]> {
  // What the office is still preparing is in nobody's calendar.
  const inSpan = sql`s.status <> 'draft' and s.during && tstzrange(${span.start}, ${span.end})`
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
      when door_round.visitor_id = ${whose.personId} then 'visiting'
      when sign_up.person_id is not null then 'signedUp' when ${childComes} then 'child'
      else 'branch' end as part
    from session s
    left join speaker on speaker.street_id = s.street_id and speaker.id = s.speaker_id
    left join door_round on door_round.street_id = s.street_id and door_round.session_id = s.id
    left join sign_up on sign_up.street_id = s.street_id and sign_up.session_id = s.id
      and sign_up.person_id = ${whose.personId} and sign_up.cancelled_at is null
    where s.street_id = ${ctx.street} and ${inSpan} and (s.host_id = ${whose.personId}
      or speaker.person_id = ${whose.personId} or door_round.visitor_id = ${whose.personId}
      or sign_up.person_id is not null or ${childComes}
      or s.unit_id = (select home_unit_id from person
        where person.street_id = ${ctx.street} and person.id = ${whose.personId}))`.execute(ctx.tx)
  const parts = new Map(own.map((row) => [row.id, row.part]))
  const sessions = await sessionsWhere(ctx, sql`s.id = any(${[...parts.keys()]}::uuid[])`)
  return sessions.map((session) => ({ ...session, part: parts.get(session.id) ?? null }))
}

const withoutPart = (session: SessionRow): CalendarSession => ({ ...session, part: null })
