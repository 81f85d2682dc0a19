import type { SessionStatus } from '../rules.ts'

export type ThingReason =
  | 'thing.sessionOver'
  | 'thing.moreThanOffered'
  | 'thing.fewerThanGiven'
  | 'thing.nothingGiven'
  | 'thing_given_within_offered'

/** Things are counted until the session is closed or called off. */
function whyNotCounted(session: { status: SessionStatus }): ThingReason | null {
  return ['held', 'cancelled'].includes(session.status) ? 'thing.sessionOver' : null
}

/** Why it can't be that there were so many: more were given already. */
export function whyNotOffered(
  session: { status: SessionStatus },
  offered: number,
  given: number,
): ThingReason | null {
  return whyNotCounted(session) ?? (offered < given ? 'thing.fewerThanGiven' : null)
}

/** Why so many can't be given: there are not so many left; a negative number takes a slip back. */
export function whyNotGiven(
  session: { status: SessionStatus },
  thing: { offered: number; given: number },
  pieces: number,
): ThingReason | null {
  const refused = whyNotCounted(session)
  if (refused) return refused
  const given = thing.given + pieces
  if (given > thing.offered) return 'thing.moreThanOffered'
  return given < 0 ? 'thing.nothingGiven' : null
}
