import type { Actor } from '#app/platform/context.ts'
import { mayKeepSpeakers } from '../speakers/access.ts'

/** The office goes through an application with the person. */
export function mayDecideApplications(actor: Actor): boolean {
  return mayKeepSpeakers(actor)
}

/** Whoever applied takes it back; the office does it for someone who calls. */
export function mayWithdrawApplication(
  actor: Actor,
  application: { personId: string | null },
): boolean {
  return (
    mayDecideApplications(actor) ||
    (application.personId !== null && actor.personId === application.personId)
  )
}
