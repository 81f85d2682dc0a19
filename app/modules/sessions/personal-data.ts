import { sql } from 'kysely'
import type { HandOver, PersonalTable } from '#app/platform/personal-data.ts'

const othersWork = { of: [], onDeletion: 'keep', because: 'othersRecords' } as const

export const personalTables: readonly PersonalTable[] = [
  { table: 'session', by: ['host_id'], ...othersWork },
  { table: 'outcome', by: ['closed_by'], ...othersWork },
  {
    table: 'sign_up',
    of: ['person_id'],
    by: ['made_by'],
    copied: ['session_id', 'made_at', 'cancelled_at'],
    onDeletion: 'delete',
    keptFor: { days: 3 * 365, since: 't.made_at', end: 'delete' },
  },
  {
    table: 'attendance',
    of: ['person_id'],
    by: ['recorded_by'],
    copied: ['session_id', 'presence', 'minutes', 'recorded_at', 'replaced_at'],
    onDeletion: 'keep',
    because: 'branchRecords',
  },
  // Where someone lives, and a name that says whose it is: a venue is personal by being a home.
  {
    table: 'venue',
    of: [],
    through: { column: 'id', table: 'home', key: 'venue_id', of: 'householder_id' },
    copied: ['name', 'place', 'seats'],
    onDeletion: { clear: ['name', 'place'] },
    because: 'othersRecords',
  },
  {
    table: 'home',
    of: ['householder_id'],
    copied: ['venue_id', 'most_guests', 'made_at'],
    onDeletion: 'keep',
    because: 'othersRecords',
  },
  { table: 'door_round', by: ['visitor_id'], ...othersWork },
  {
    table: 'visit',
    of: ['person_id'],
    by: ['recorded_by'],
    copied: ['session_id', 'place', 'result', 'note', 'recorded_at'],
    onDeletion: { clear: ['place', 'note'] },
    because: 'branchRecords',
    keptFor: { days: 365, since: 't.recorded_at', end: { clear: ['place', 'note'] } },
  },
  { table: 'sign_up_list', of: [], by: ['made_by'], onDeletion: 'keep', because: 'auditTrail' },
  { table: 'unnamed_seats', by: ['made_by'], ...othersWork },
  { table: 'waiting', by: ['asked_by'], ...othersWork },
  {
    table: 'waiting_person',
    of: ['person_id'],
    copied: ['session_id', 'ended'],
    onDeletion: 'delete',
    keptFor: {
      days: 365,
      since: `(select w.ended_at from waiting w
        where w.street_id = t.street_id and w.id = t.waiting_id)`,
      end: 'delete',
    },
  },
  {
    table: 'sign_up_answer',
    of: ['person_id'],
    copied: ['session_id', 'answer', 'said_at'],
    onDeletion: 'delete',
    // What was asked to prepare a session is of no use a season later.
    keptFor: { days: 180, since: 't.said_at', end: 'delete' },
  },
  {
    table: 'roll_phone',
    of: ['person_id'],
    copied: ['session_id', 'opened_at'],
    onDeletion: 'delete',
  },
  {
    table: 'roll_entry',
    of: ['person_id'],
    by: ['said_by', 'settled_by'],
    copied: ['session_id', 'presence', 'said_at', 'received_at'],
    onDeletion: 'keep',
    because: 'branchRecords',
    keptFor: { days: 3 * 365, since: 't.received_at', end: { clear: ['words'] } },
  },
  {
    table: 'personal_code',
    of: ['person_id'],
    copied: ['made_at', 'revoked_at'],
    onDeletion: 'delete',
  },
  { table: 'session_series', by: ['made_by'], ...othersWork },
  {
    table: 'outcome_slip',
    of: ['person_id'],
    copied: ['session_id', 'asked_at', 'answered'],
    onDeletion: 'delete',
    keptFor: { days: 180, since: 't.asked_at', end: 'delete' },
  },
  { table: 'session_photo', by: ['added_by'], ...othersWork },
  { table: 'session_photo_person', of: ['person_id'], copied: ['photo_id'], onDeletion: 'delete' },
  { table: 'resource', by: ['keeper_id'], ...othersWork },
  { table: 'booking', by: ['booked_by'], ...othersWork },
  {
    table: 'calendar_feed',
    of: ['person_id'],
    copied: ['made_at', 'fetched_at', 'revoked_at'],
    onDeletion: 'delete',
    keptFor: { days: 365, since: 't.revoked_at', end: 'delete' },
  },
]

export const handOvers: readonly HandOver[] = [
  {
    reason: 'forget.hosts',
    holds: (ctx, personId) => sql`exists (select from session s
      left join speaker k on k.street_id = ${ctx.street} and k.id = s.speaker_id
      where s.street_id = ${ctx.street} and (s.host_id = ${personId} or k.person_id = ${personId})
        and s.cancelled_at is null and upper(s.during) > ${ctx.now})`,
  },
  {
    reason: 'forget.opensHome',
    holds: (ctx, personId) => sql`exists (select from home h
      join session s on s.street_id = ${ctx.street} and s.venue_id = h.venue_id
      where h.street_id = ${ctx.street} and h.householder_id = ${personId}
        and s.cancelled_at is null and upper(s.during) > ${ctx.now})`,
  },
]
