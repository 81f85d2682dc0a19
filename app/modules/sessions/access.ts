import {
  isProgram,
  isSelf,
  mayLookAfter,
  mayRunOffice,
  mayRunUnit,
} from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'

/** The office gives a session its venue; the journey makes most sessions by itself. */
export function mayScheduleSessions(actor: Actor): boolean {
  return mayRunOffice(actor)
}

/** Its host, who runs its unit, or the office: they call the roll, close it, or call it off. */
export function mayRunSession(actor: Actor, session: { hostId: string; unitId: string }): boolean {
  return isSelf(actor, session.hostId) || mayRunUnit(actor, session.unitId)
}

/** Oneself, a guardian for the child, who looks after the person, or who runs the session. */
export function maySignUp(
  actor: Actor,
  person: { id: string; unitIds: readonly string[]; guardianIds: readonly string[] },
  session: { hostId: string; unitId: string },
): boolean {
  if (isSelf(actor, person.id)) return true
  if (person.guardianIds.some((guardianId) => isSelf(actor, guardianId))) return true
  return mayLookAfter(actor, person.unitIds) || mayRunSession(actor, session)
}

/** Who runs a unit holds seats for its people, and puts names on them; so does who runs the session. */
export function mayHoldSeats(
  actor: Actor,
  unitId: string,
  session: { hostId: string; unitId: string },
): boolean {
  return mayRunUnit(actor, unitId) || mayRunSession(actor, session)
}

/** Whoever may sign up someone of a party in line speaks for it; for a unit's seats, who asked for them. */
export function mayAnswerFor(
  actor: Actor,
  party: {
    askedBy: string
    unitId: string | null
    people: readonly { id: string; unitIds: readonly string[]; guardianIds: readonly string[] }[]
  },
  session: { hostId: string; unitId: string },
): boolean {
  const { unitId, askedBy } = party
  if (unitId !== null && (isSelf(actor, askedBy) || mayRunUnit(actor, unitId))) return true
  return (
    mayRunSession(actor, session) || party.people.some((each) => maySignUp(actor, each, session))
  )
}

/** Seats are offered on the program's rounds, and after whatever frees some. */
export function mayOfferSeats(actor: Actor): boolean {
  return isProgram(actor)
}
