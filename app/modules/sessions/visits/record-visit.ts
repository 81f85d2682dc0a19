import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, optionalText, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { lockSession } from '../queries.ts'
import { mayWalkRound } from './access.ts'
import { findRound, findVisit } from './queries.ts'
import { visitResults, whyNotRecorded } from './rules.ts'

export const RecordVisit = z.strictObject({
  visitId: z.uuid(),
  result: z.enum(visitResults),
  /** How many of what the round leaves behind were left here. */
  pieces: optional(wholeNumber(0, 1000)),
  note: optionalText(300),
})

/**
 * The visitor writes down what was found at a door. Who was met is marked as visited, which coverage
 * counts as reached; a later correction is a new mark, and saying the same again changes nothing.
 */
export async function recordVisit(ctx: Context, input: z.infer<typeof RecordVisit>) {
  const recorderId = found(ctx.actor.personId)
  const { sessionId } = found(await findVisit(ctx, input.visitId))
  const session = found(await lockSession(ctx, sessionId))
  const visit = found(await findVisit(ctx, input.visitId))
  const round = found(await findRound(ctx, session.id))
  authorise(mayWalkRound(ctx.actor, session, round))
  refuseIf(whyNotRecorded(session, visit, recorderId, ctx.now))
  await ctx.tx
    .updateTable('visit')
    .set({
      result: input.result,
      pieces: input.result === 'declined' ? 0 : (input.pieces ?? 0),
      note: input.note,
      recordedBy: recorderId,
      recordedAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', visit.id)
    .execute()
  const met = input.result === 'visited'
  const wasMet = visit.result === 'visited'
  if (met !== wasMet) {
    await mark(ctx, { sessionId, personId: visit.personId, minutes: round.minutesEach, met })
  }
  await record(ctx, 'visit.recorded', session.id, {
    details: { personId: visit.personId, result: input.result },
  })
}

/** The visit in the list of who was there; before it was visited nothing stands there to replace. */
async function mark(
  ctx: Context,
  visit: { sessionId: string; personId: string; minutes: number; met: boolean },
) {
  await ctx.tx
    .updateTable('attendance')
    .set({ replacedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', visit.sessionId)
    .where('personId', '=', visit.personId)
    .where('replacedAt', 'is', null)
    .execute()
  await ctx.tx
    .insertInto('attendance')
    .values({
      streetId: ctx.street,
      id: newId(),
      sessionId: visit.sessionId,
      personId: visit.personId,
      presence: visit.met ? 'visited' : 'absent',
      minutes: visit.met ? visit.minutes : null,
      recordedBy: found(ctx.actor.personId),
      recordedAt: ctx.now,
    })
    .execute()
}
