import { sql } from 'kysely'
import type { HandOver, PersonalTable } from '#app/platform/personal-data.ts'

const othersWork = { of: [], onDeletion: 'keep', because: 'othersRecords' } as const
const shown = { of: ['person_id'], onDeletion: 'keep', because: 'othersRecords' } as const

export const personalTables: readonly PersonalTable[] = [
  { table: 'bulletin', by: ['written_by', 'changed_by'], ...othersWork },
  { table: 'bulletin_version', by: ['saved_by'], ...othersWork },
  { table: 'bulletin_part', by: ['person_id'], ...othersWork },
  { table: 'bulletin_step', by: ['person_id'], ...othersWork },
  { table: 'bulletin_comment', by: ['made_by'], ...othersWork },
  { table: 'bulletin_publication', by: ['published_by'], ...othersWork },
  { table: 'bulletin_picture', by: ['made_by'], ...othersWork },
  { table: 'bulletin_person', ...shown, copied: ['bulletin_id', 'name', 'published'] },
  { table: 'picture_person', ...shown, copied: ['published'] },
]

export const handOvers: readonly HandOver[] = [
  {
    reason: 'forget.isShown',
    holds: (ctx, personId) => sql`exists (select from bulletin_person b
        where b.street_id = ${ctx.street} and b.person_id = ${personId})
      or exists (select from picture_person p
        where p.street_id = ${ctx.street} and p.person_id = ${personId} and p.published)`,
  },
]
