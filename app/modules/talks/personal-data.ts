import { sql } from 'kysely'
import type { HandOver, PersonalTable } from '#app/platform/personal-data.ts'

/** What of a speaker's own tables a person's copy has. */
const copiedOf = {
  speaker_topic: ['topic_code', 'strength'],
  speaker_hours: ['weekday', 'from_time', 'until_time'],
  speaker_away: ['from_on', 'until_on'],
  speaker_extra: ['day', 'from_time', 'until_time'],
}

export const personalTables: readonly PersonalTable[] = [
  {
    table: 'speaker',
    of: ['person_id'],
    copied: [
      'kind',
      'about',
      'languages',
      'equipment',
      'conditions',
      'conduct_checked_on',
      'vetted_until',
      'registered_at',
      'left_at',
    ],
    onDeletion: {
      clear: ['about', 'about_en', 'equipment', 'equipment_en', 'conditions', 'conditions_en'],
    },
    because: 'othersRecords',
  },
  ...(['speaker_topic', 'speaker_hours', 'speaker_away', 'speaker_extra'] as const).map(
    (table): PersonalTable => ({
      table,
      of: [],
      through: { column: 'speaker_id', table: 'speaker', of: 'person_id' },
      copied: copiedOf[table],
      onDeletion: 'delete',
    }),
  ),
  { table: 'speaker_list', of: [], by: ['made_by'], onDeletion: 'keep', because: 'auditTrail' },
  {
    table: 'speaker_application',
    of: ['person_id'],
    phone: 'phone',
    copied: [
      'name',
      'phone',
      'about',
      'talk_note',
      'applied_at',
      'status',
      'trial_feedback',
      'decided_at',
    ],
    onDeletion: 'delete',
    keptFor: { days: 2 * 365, since: 't.decided_at', end: 'delete' },
  },
  {
    table: 'talk_order',
    of: [],
    by: ['placed_by'],
    onDeletion: 'keep',
    because: 'othersRecords',
  },
  { table: 'dispatch', of: [], by: ['proposed_by'], onDeletion: 'keep', because: 'othersRecords' },
  {
    table: 'speaker_story',
    of: [],
    through: { column: 'speaker_id', table: 'speaker', of: 'person_id' },
    by: ['made_by'],
    copied: ['title', 'words', 'made_at'],
    onDeletion: 'delete',
  },
  { table: 'talk_version', of: [], by: ['made_by'], onDeletion: 'keep', because: 'othersRecords' },
  { table: 'talk_material', of: [], by: ['made_by'], onDeletion: 'keep', because: 'othersRecords' },
  { table: 'order_series', of: [], by: ['made_by'], onDeletion: 'keep', because: 'othersRecords' },
  {
    table: 'order_clock_rule',
    of: [],
    by: ['set_by'],
    onDeletion: 'keep',
    because: 'othersRecords',
  },
  {
    table: 'review',
    of: [],
    by: ['entered_by', 'called_by'],
    onDeletion: 'keep',
    because: 'othersRecords',
  },
  {
    table: 'plan',
    of: [],
    by: ['made_by', 'published_by'],
    onDeletion: 'keep',
    because: 'othersRecords',
    // It has the times at which speakers could come; what was planned stays.
    keptFor: { days: 365, since: 't.made_at', end: { clear: ['season'] } },
  },
  {
    table: 'wish',
    of: [],
    by: ['made_by', 'answered_by'],
    onDeletion: 'keep',
    because: 'othersRecords',
  },
  { table: 'fits_off', of: ['person_id'], copied: ['since'], onDeletion: 'delete' },
]

export const handOvers: readonly HandOver[] = [
  {
    reason: 'forget.speaks',
    holds: (ctx, personId) => sql`exists (select from dispatch d
      join speaker s on s.street_id = ${ctx.street} and s.id = d.speaker_id
      where d.street_id = ${ctx.street} and s.person_id = ${personId}
        and d.status in ('proposed', 'accepted') and upper(d.during) > ${ctx.now})`,
  },
]
