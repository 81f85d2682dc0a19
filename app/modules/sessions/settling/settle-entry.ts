import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { writeMarks } from '../roll/write-marks.ts'
import { findWord } from './queries.ts'
import { whyNotSettled } from './rules.ts'

export const SettleEntry = z.strictObject({
  entryId: z.uuid(),
  /** What is recorded stays, or what this word says takes its place. */
  keep: z.enum(['recorded', 'entry']),
})

/**
 * Settles what two hosts said differently. What came late, or a name that nobody knows, is put aside by
 * keeping what is recorded: the name then counts as a guest.
 */
export async function settleEntry(ctx: Context, input: z.infer<typeof SettleEntry>) {
  const { sessionId } = found(await findWord(ctx, input.entryId))
  const session = found(await lockSession(ctx, sessionId))
  const word = found(await findWord(ctx, input.entryId))
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotSettled(word, input.keep, ctx.actor.personId))
  await ctx.tx
    .updateTable('rollEntry')
    .set({
      settledBy: ctx.actor.personId,
      settledAt: ctx.now,
      ...(input.keep === 'entry' && { result: 'applied' as const }),
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', word.id)
    .execute()
  const { personId, presence, saidBy, saidAt } = word
  if (input.keep === 'entry' && personId !== null && presence !== null)
    await writeMarks(ctx, session, [{ entryId: word.id, personId, presence, saidBy, saidAt }])
  await record(ctx, 'roll.settled', session.id, {
    details: { entryId: word.id, personId, keep: input.keep },
  })
  return { sessionId: session.id }
}
