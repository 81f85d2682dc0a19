import { isSelf } from '#app/modules/people/access.ts'
import type { Actor } from '#app/platform/context.ts'
import { mayRunSession } from '../access.ts'

/** Who walks a round sees its doors and writes down what was found; so does who runs it. */
export function mayWalkRound(
  actor: Actor,
  session: { hostId: string; unitId: string },
  round: { visitorId: string | null },
): boolean {
  return (
    (round.visitorId !== null && isSelf(actor, round.visitorId)) || mayRunSession(actor, session)
  )
}
