import type { PersonalTable } from '#app/platform/personal-data.ts'

const books = { of: ['person_id'], onDeletion: 'keep', because: 'branchRecords' } as const

export const personalTables: readonly PersonalTable[] = [
  {
    table: 'hour_credit',
    ...books,
    copied: ['session_id', 'during', 'hours', 'rule', 'made_at', 'replaced_at'],
  },
  {
    table: 'hour_entry',
    ...books,
    by: ['entered_by', 'decided_by'],
    copied: ['on_day', 'form', 'what', 'reason', 'hours', 'entered_at', 'status', 'answer'],
    onDeletion: { clear: ['reason', 'answer'] },
  },
  {
    table: 'overlap_choice',
    ...books,
    by: ['made_by'],
    copied: ['session_id', 'reason', 'made_at'],
    onDeletion: { clear: ['reason'] },
  },
  {
    table: 'teaching_approval',
    ...books,
    by: ['approved_by'],
    copied: ['session_id', 'approved_at'],
  },
  {
    table: 'outreach',
    of: ['person_id'],
    by: ['made_by'],
    copied: ['season_id', 'made_at', 'ended_at'],
    onDeletion: 'delete',
    keptFor: { days: 2 * 365, since: 't.made_at', end: 'delete' },
  },
]
