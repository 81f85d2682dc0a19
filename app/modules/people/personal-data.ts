import { sql } from 'kysely'
import type { HandOver, PersonalTable } from '#app/platform/personal-data.ts'
import { dayOf } from '#app/platform/time.ts'

export const personalTables: readonly PersonalTable[] = [
  {
    table: 'person',
    of: ['id'],
    copied: [
      'name',
      'gender',
      'born_on',
      'phone',
      'reach',
      'dialect',
      'homebound',
      'joined_party_on',
      'home_unit_id',
      'language',
      'large_text',
      'made_at',
    ],
    onDeletion: {
      clear: ['name', 'name_pinyin', 'gender', 'born_on', 'phone', 'dialect', 'joined_party_on'],
    },
    because: 'othersRecords',
  },
  {
    table: 'appointment',
    of: ['person_id'],
    copied: ['role', 'unit_id', 'from_on', 'until_on'],
    onDeletion: 'keep',
    because: 'branchRecords',
  },
  {
    table: 'guardian',
    of: ['child_id', 'guardian_id'],
    copied: ['child_id', 'guardian_id', 'made_at'],
    onDeletion: 'delete',
  },
  {
    table: 'consent',
    of: ['person_id', 'given_by'],
    by: ['withdrawn_by', 'paper_kept_by'],
    copied: ['person_id', 'purpose', 'version', 'given_by', 'given_at', 'withdrawn_at'],
    onDeletion: 'keep',
    because: 'consentProof',
    keptFor: { days: 3 * 365, since: 't.withdrawn_at', end: 'delete' },
  },
  {
    table: 'sign_in',
    of: ['person_id'],
    copied: ['device', 'made_at', 'seen_at', 'ended_at'],
    onDeletion: 'delete',
    keptFor: { days: 30, since: 'coalesce(t.ended_at, t.expires_at)', end: 'delete' },
  },
  {
    table: 'sign_in_code',
    of: [],
    phone: 'phone',
    onDeletion: 'delete',
    keptFor: { days: 1, since: 't.made_at', end: 'delete' },
  },
  { table: 'password', of: ['person_id'], copied: ['made_at'], onDeletion: 'delete' },
  {
    table: 'password_try',
    of: [],
    phone: 'phone',
    onDeletion: 'delete',
    keptFor: { days: 1, since: 't.at', end: 'delete' },
  },
  {
    table: 'api_token',
    of: ['person_id'],
    copied: ['name', 'made_at', 'used_at', 'ended_at'],
    onDeletion: 'delete',
  },
  {
    table: 'notice',
    of: ['person_id'],
    by: ['told_by'],
    copied: ['name', 'made_at', 'channel', 'sent_at', 'read_at'],
    onDeletion: 'delete',
    keptFor: { days: 365, since: 't.made_at', end: 'delete' },
  },
  {
    table: 'message',
    of: ['person_id'],
    phone: 'phone',
    copied: ['phone', 'body', 'made_at', 'sent_at'],
    onDeletion: 'delete',
    keptFor: { days: 90, since: 't.sent_at', end: 'delete' },
  },
  {
    table: 'suggestion',
    of: ['person_id'],
    by: ['answered_by'],
    copied: ['words', 'made_at', 'answer', 'answered_at'],
    onDeletion: { clear: ['person_id'] },
    because: 'othersRecords',
    keptFor: { days: 3 * 365, since: 't.answered_at', end: 'delete' },
  },
  { table: 'demo_persona', of: ['person_id'], onDeletion: 'delete' },
  { table: 'people_import', of: [], by: ['made_by'], onDeletion: 'keep', because: 'auditTrail' },
]

export const handOvers: readonly HandOver[] = [
  {
    reason: 'forget.holdsOffice',
    holds: (ctx, personId) => sql`exists (select from appointment a
      where a.street_id = ${ctx.street} and a.person_id = ${personId}
        and a.role in ('administrator', 'office', 'organiser', 'secretary')
        and (a.until_on is null or a.until_on >= ${dayOf(ctx.now)}))`,
  },
  {
    reason: 'forget.onlyGuardian',
    holds: (ctx, personId) => sql`exists (select from guardian g
      join person child on child.street_id = ${ctx.street} and child.id = g.child_id
      where g.street_id = ${ctx.street} and g.guardian_id = ${personId} and child.forgotten_at is null
        and not exists (select from guardian other where other.street_id = ${ctx.street}
          and other.child_id = g.child_id and other.guardian_id <> ${personId}))`,
  },
]
