import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { writeMarks } from '../roll/write-marks.ts'
import { countGuests } from './count-guests.ts'
import { findWord } from './queries.ts'
import { whyNotTaken } from './rules.ts'

export const TakeLate = z.strictObject({ entryId: z.uuid() })

/** A second person takes in what came after the session was closed, or what could not count by itself. */
export async function takeLate(ctx: Context, input: z.infer<typeof TakeLate>) {
  const { sessionId } = found(await findWord(ctx, input.entryId))
  const session = found(await lockSession(ctx, sessionId))
  const word = found(await findWord(ctx, input.entryId))
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotTaken(word, session, ctx.actor.personId, ctx.now))
  // A name without a person still has to be found; until then it counts as a guest.
  const isDone = word.kind !== 'walk_in'
  await ctx.tx
    .updateTable('rollEntry')
    .set({
      result: 'applied',
      ...(isDone && { settledBy: ctx.actor.personId, settledAt: ctx.now }),
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', word.id)
    .execute()
  const { personId, presence, saidBy, saidAt } = word
  if (personId !== null && presence !== null)
    await writeMarks(ctx, session, [{ entryId: word.id, personId, presence, saidBy, saidAt }])
  await countGuests(ctx, session, word.kind === 'walk_in' ? 1 : word.guests)
  await record(ctx, 'roll.lateTaken', session.id, { details: { entryId: word.id, personId } })
  return { sessionId: session.id }
}
