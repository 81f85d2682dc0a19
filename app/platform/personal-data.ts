import type { RawBuilder } from 'kysely'
import type { Context } from './context.ts'

/** Why something about a person stays when the person is deleted. Each is the key of its sentence. */
export type Because =
  /** Proof that a consent was given and withdrawn (PIPL, art. 69: who handles data has to show it). */
  | 'consentProof'
  /** Hours and roles of the branch's own books, kept as the party's rules on records ask. */
  | 'branchRecords'
  /** Service that was rendered (Regulations on Volunteer Service, art. 19: records are kept). */
  | 'serviceRecords'
  /** What belongs to others too: an order, a neighbour's matter, a text that was published. */
  | 'othersRecords'
  /** Who did what, when: without it nobody could be held to anything. */
  | 'auditTrail'

/** How long rows are kept at all, whosever they are; a retention run then does what is said here. */
export type KeptFor = {
  days: number
  /** The instant from which it counts, as an expression over the row `t`; a null one never ends. */
  since: string
  end: 'delete' | { clear: readonly string[] }
}

/**
 * One table that holds data of people, declared once by the module that owns it. Copies, deletion
 * and retention read nothing but this.
 */
export type PersonalTable = {
  table: string
  /** The columns that say whose a row is. */
  of: readonly string[]
  /** The column that has a person's number, where a row may be known by nothing else. */
  phone?: string
  /** Whose a row is, where another table says so, by its id or by its column `key`. */
  through?: { column: string; table: string; key?: string; of: string }
  /** The columns that name who did something, in rows that are someone else's or nobody's. */
  by?: readonly string[]
  /** What a person's copy has of the row. */
  copied?: readonly string[]
  onDeletion: 'delete' | 'keep' | { clear: readonly string[] }
  /** Needed wherever something stays. */
  because?: Because
  keptFor?: KeptFor
}

/** What a person has to hand over before being deleted, with the reason that says so. */
export type HandOver = {
  reason: string
  holds(ctx: Context, personId: string): RawBuilder<boolean>
}

/** The tables that belong to no module. */
export const platformTables: readonly PersonalTable[] = [
  {
    table: 'fact',
    of: ['subject_id'],
    by: ['actor_id', 'on_behalf_of'],
    copied: ['at', 'name', 'reason'],
    onDeletion: { clear: ['reason', 'details'] },
    because: 'auditTrail',
  },
  {
    table: 'request_key',
    of: ['person_id'],
    onDeletion: 'delete',
    keptFor: { days: 30, since: 't.at', end: 'delete' },
  },
  {
    table: 'open_write',
    of: [],
    onDeletion: 'keep',
    because: 'othersRecords',
    keptFor: { days: 1, since: 't.at', end: 'delete' },
  },
  { table: 'file', of: [], by: ['made_by'], onDeletion: 'keep', because: 'othersRecords' },
]
