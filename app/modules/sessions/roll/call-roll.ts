import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { optional } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { keepEntries } from './keep-entries.ts'
import { marksOf, peopleAmong } from './queries.ts'
import { changedMarks, countRoll, whyNotMarked, whyNotRollCalled } from './rules.ts'

const Presence = z.enum(['came', 'left_early', 'absent'])

export const CallRoll = z.strictObject({
  sessionId: z.uuid(),
  /** By person: what was shown as recorded, and what is said now. Only what differs is written. */
  marks: z
    .record(z.uuid(), z.strictObject({ seen: optional(Presence), presence: optional(Presence) }))
    .default({}),
})

/**
 * The host marks who came, left early or stayed away. The first word of a person stands, who saw it may
 * correct it, and what another host says otherwise is shown beside it. Saving the same again changes
 * nothing, so that a lost answer costs nothing.
 */
export async function callRoll(ctx: Context, input: z.infer<typeof CallRoll>) {
  const callerId = found(ctx.actor.personId)
  // Two hosts of one session write one after the other, each only what they changed.
  const session = found(await lockSession(ctx, input.sessionId))
  const recorded = await marksOf(ctx, session.id)
  const changed = changedMarks(input.marks, recorded)
  const known = await peopleAmong(
    ctx,
    changed.map(([personId]) => personId),
  )
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotRollCalled(session, ctx.now) ?? whyNotMarked(changed, callerId))
  found(known.size === changed.length ? known : null)
  if (changed.length === 0) return { written: 0, disputed: 0, ...countRoll(recorded.values()) }
  const entries = changed.map(([personId, presence]) => ({
    id: newId(),
    kind: 'mark' as const,
    personId,
    presence,
    seen: input.marks[personId]?.seen ?? null,
    voice: callerId,
    saidBy: callerId,
    saidAt: ctx.now,
    words: '',
    guests: 0,
  }))
  const kept = await keepEntries(ctx, session, entries, { phoneId: null, secondsOff: 0 })
  return { written: kept.written, disputed: kept.disputed, ...kept.counts }
}
