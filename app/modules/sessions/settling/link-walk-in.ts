import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { marksOf, peopleAmong } from '../roll/queries.ts'
import { writeMarks } from '../roll/write-marks.ts'
import { countGuests } from './count-guests.ts'
import { findWord } from './queries.ts'
import { whyNotFound } from './rules.ts'

export const LinkWalkIn = z.strictObject({ entryId: z.uuid(), personId: z.uuid() })

/** Says who a name on the roll is that nobody had found: the guest becomes a person who came. */
export async function linkWalkIn(ctx: Context, input: z.infer<typeof LinkWalkIn>) {
  const { sessionId } = found(await findWord(ctx, input.entryId))
  const session = found(await lockSession(ctx, sessionId))
  const word = found(await findWord(ctx, input.entryId))
  const { personId } = input
  const known = await peopleAmong(ctx, [personId])
  const recorded = (await marksOf(ctx, session.id)).get(personId)
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotFound(word, session, personId, ctx.actor.personId, ctx.now))
  found(known.has(personId) || null)
  const presence = word.presence ?? 'came'
  const { saidBy, saidAt } = word
  await ctx.tx
    .updateTable('rollEntry')
    .set({ personId, result: 'applied', settledBy: ctx.actor.personId, settledAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', word.id)
    .execute()
  if (recorded !== presence)
    await writeMarks(ctx, session, [{ entryId: word.id, personId, presence, saidBy, saidAt }])
  const countedAsGuest = word.kind === 'walk_in' && word.result === 'applied'
  await countGuests(ctx, session, countedAsGuest ? -1 : 0)
  await record(ctx, 'roll.walkInFound', session.id, { details: { entryId: word.id, personId } })
  return { sessionId: session.id }
}
