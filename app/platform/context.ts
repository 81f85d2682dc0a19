import type { Tx } from './database/connection.ts'
import type { Tables } from './tables.ts'

export type Role = Tables['appointment']['role']

/** A role the actor holds today, with the units it reaches: its own and every one below. */
export type Appointment = { role: Role; unitId: string; reach: ReadonlySet<string> }

/** Who acts. A person has an id; the system (reactions, schedules, the operator's console) has none. */
export type Actor = {
  kind: 'person' | 'system' | 'nobody'
  personId: string | null
  name: string
  appointments: readonly Appointment[]
}

/** What every command and query is given: the street, the moment, who acts, and the transaction. */
export type Context = {
  street: number
  now: Date
  actor: Actor
  /** For whom the actor acts, where someone does a step for another by phone or on paper. */
  onBehalfOf: string | null
  tx: Tx
  /** From where it is asked, where someone asks it over the network. */
  address?: string
  /** The folder of pictures, sound and films; only app/platform/files/ looks into it. */
  files: string
}

export const system: Actor = { kind: 'system', personId: null, name: '', appointments: [] }
export const nobody: Actor = { kind: 'nobody', personId: null, name: '', appointments: [] }

/** Whether the actor holds one of these roles today, at a unit or above it where one is named. */
export function holds(actor: Actor, roles: readonly Role[], unitId?: string): boolean {
  if (actor.kind === 'system') return true
  return actor.appointments.some(
    (held) => roles.includes(held.role) && (unitId === undefined || held.reach.has(unitId)),
  )
}

/** The same context, marked as acting for a person where the actor is someone else. */
export function forPerson(ctx: Context, personId: string): Context {
  return ctx.actor.personId === personId ? ctx : { ...ctx, onBehalfOf: personId }
}
