import { sql } from 'kysely'
import type { HandOver, PersonalTable } from '#app/platform/personal-data.ts'

const othersWork = { of: [], onDeletion: 'keep', because: 'othersRecords' } as const

export const personalTables: readonly PersonalTable[] = [
  {
    table: 'need',
    of: ['person_id'],
    copied: ['number', 'words', 'landmark', 'said_at', 'status', 'answer'],
    onDeletion: { clear: ['words', 'landmark'] },
    because: 'othersRecords',
  },
  {
    table: 'need_contact',
    of: [],
    phone: 'phone',
    through: { column: 'need_id', table: 'need', of: 'person_id' },
    copied: ['name', 'phone', 'how'],
    onDeletion: 'delete',
    keptFor: {
      days: 90,
      since: `(select case n.status when 'matter' then m.ended_at else n.triaged_at end from need n
        left join matter m on m.street_id = n.street_id and m.id = n.matter_id
        where n.street_id = t.street_id and n.id = t.need_id)`,
      end: 'delete',
    },
  },
  {
    table: 'verdict',
    of: [],
    by: ['given_by', 'called_back_by'],
    through: { column: 'need_id', table: 'need', of: 'person_id' },
    copied: ['solved', 'words', 'at'],
    onDeletion: { clear: ['words', 'call_words'] },
    because: 'othersRecords',
  },
  { table: 'matter', by: ['published_by'], ...othersWork },
  { table: 'claim', by: ['claimed_by', 'assigned_to', 'done_by'], ...othersWork },
  { table: 'claim_note', by: ['written_by'], ...othersWork },
]

export const handOvers: readonly HandOver[] = [
  {
    reason: 'forget.claims',
    holds: (ctx, personId) => sql`exists (select from claim c
      where c.street_id = ${ctx.street} and c.assigned_to = ${personId}
        and c.done_at is null and c.ended_at is null)`,
  },
]
