import * as bulletins from '#app/modules/bulletins/personal-data.ts'
import * as courses from '#app/modules/courses/personal-data.ts'
import * as coverage from '#app/modules/coverage/personal-data.ts'
import * as matters from '#app/modules/matters/personal-data.ts'
import * as people from '#app/modules/people/personal-data.ts'
import * as seasons from '#app/modules/seasons/personal-data.ts'
import * as sessions from '#app/modules/sessions/personal-data.ts'
import * as talks from '#app/modules/talks/personal-data.ts'
import * as volunteering from '#app/modules/volunteering/personal-data.ts'
import { type HandOver, type PersonalTable, platformTables } from '#app/platform/personal-data.ts'

const own: readonly PersonalTable[] = [
  {
    table: 'privacy_request',
    of: ['person_id'],
    by: ['made_by', 'answered_by'],
    copied: ['kind', 'words', 'made_at', 'status', 'answer', 'answered_at'],
    onDeletion: { clear: ['words', 'wanted'] },
    because: 'consentProof',
    keptFor: { days: 3 * 365, since: 't.answered_at', end: 'delete' },
  },
  { table: 'retention_run', of: [], by: ['started_by'], onDeletion: 'keep', because: 'auditTrail' },
]

/** Every table that holds data of people, those that others refer to before them. */
export const register: readonly PersonalTable[] = [
  ...platformTables,
  ...people.personalTables,
  ...seasons.personalTables,
  ...talks.personalTables,
  ...sessions.personalTables,
  ...courses.personalTables,
  ...matters.personalTables,
  ...volunteering.personalTables,
  ...coverage.personalTables,
  ...bulletins.personalTables,
  ...own,
]

/** Everything a person has to hand over before being deleted. */
export const handOvers: readonly HandOver[] = [
  ...people.handOvers,
  ...talks.handOvers,
  ...sessions.handOvers,
  ...matters.handOvers,
  ...volunteering.handOvers,
  ...bulletins.handOvers,
]
