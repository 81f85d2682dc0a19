import { sql } from 'kysely'
import type { HandOver, PersonalTable } from '#app/platform/personal-data.ts'

const service = { of: ['person_id'], onDeletion: 'keep', because: 'serviceRecords' } as const
const othersWork = { of: [], onDeletion: 'keep', because: 'othersRecords' } as const

export const personalTables: readonly PersonalTable[] = [
  { table: 'post', by: ['opened_by'], ...othersWork },
  { table: 'service_rule', by: ['made_by'], ...othersWork },
  { table: 'team_member', ...service, copied: ['part', 'joined_at', 'left_at'] },
  {
    table: 'application',
    ...service,
    by: ['made_by', 'vetted_by', 'approved_by'],
    copied: ['post_id', 'state', 'pick_up', 'made_at', 'ended_at'],
    onDeletion: { clear: ['pick_up'] },
  },
  {
    table: 'shift_place',
    ...service,
    by: ['made_by', 'fetched_by'],
    copied: ['post_id', 'during', 'state', 'pick_up', 'made_at', 'ended_at'],
    onDeletion: 'keep',
  },
  { table: 'shift_swap', ...service, copied: ['offered_at', 'taken_at', 'withdrawn_at'] },
  {
    table: 'service_record',
    ...service,
    by: ['recorded_by', 'confirmed_by'],
    copied: ['outcome', 'minutes', 'why', 'recorded_at', 'confirmed_at'],
  },
  {
    table: 'service_dispute',
    ...service,
    by: ['answered_by'],
    copied: ['about', 'words', 'made_at', 'answer', 'answered_at'],
    onDeletion: { clear: ['words'] },
  },
  {
    table: 'service_certificate',
    ...service,
    by: ['handler_id', 'withdrawn_by'],
    copied: ['number', 'from_on', 'until_on', 'minutes', 'issued_at', 'withdrawn_at'],
  },
  { table: 'certificate_record', ...service },
]

export const handOvers: readonly HandOver[] = [
  {
    reason: 'forget.serves',
    holds: (ctx, personId) => sql`exists (select from shift_place p
      where p.street_id = ${ctx.street} and p.person_id = ${personId} and p.state = 'on')`,
  },
]
