import type { PersonalTable } from '#app/platform/personal-data.ts'

const othersWork = { of: [], onDeletion: 'keep', because: 'othersRecords' } as const
/** What someone has learnt is theirs alone, and goes with them. */
const learnt = { of: ['person_id'], onDeletion: 'delete' } as const

export const personalTables: readonly PersonalTable[] = [
  { table: 'course', by: ['made_by'], ...othersWork },
  { table: 'course_version', by: ['made_by', 'published_by'], ...othersWork },
  { table: 'question_version', by: ['made_by'], ...othersWork },
  { table: 'course_taken', ...learnt, copied: ['course_id', 'started_at', 'completed_at'] },
  {
    table: 'attempt',
    ...learnt,
    by: ['made_by'],
    copied: ['answer', 'correct', 'made_at'],
    keptFor: { days: 2 * 365, since: 't.made_at', end: 'delete' },
  },
  {
    table: 'recall_card',
    ...learnt,
    copied: ['learned_at', 'due_at', 'reps', 'lapses', 'last_review_at', 'set_aside_at'],
  },
  {
    table: 'recall_review',
    ...learnt,
    by: ['made_by'],
    copied: ['on_day', 'answer', 'correct', 'made_at'],
    keptFor: { days: 2 * 365, since: 't.made_at', end: 'delete' },
  },
  { table: 'recall_choice', ...learnt, copied: ['paused_at', 'reminders'] },
  {
    table: 'recall_invite',
    ...learnt,
    copied: ['made_at', 'expires_at'],
    keptFor: { days: 30, since: 't.expires_at', end: 'delete' },
  },
  {
    table: 'question_flag',
    ...learnt,
    by: ['settled_by'],
    copied: ['kind', 'words', 'made_at', 'outcome', 'settled_at'],
  },
]
