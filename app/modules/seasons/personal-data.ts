import type { PersonalTable } from '#app/platform/personal-data.ts'

export const personalTables: readonly PersonalTable[] = [
  {
    table: 'exemption',
    of: ['person_id'],
    by: ['made_by', 'shortened_by'],
    copied: ['from_on', 'until_on', 'reason', 'made_at'],
    onDeletion: { clear: ['reason'] },
    because: 'branchRecords',
  },
  {
    table: 'hour_rule_change',
    of: [],
    by: ['made_by'],
    onDeletion: 'keep',
    because: 'branchRecords',
  },
]
