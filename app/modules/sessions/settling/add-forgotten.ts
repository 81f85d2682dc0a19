import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text, tick } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { marksOf, peopleAmong, wordsHeard } from '../roll/queries.ts'
import { writeMarks } from '../roll/write-marks.ts'
import { countGuests } from './count-guests.ts'
import { closerOf } from './queries.ts'
import { whyNotAdded } from './rules.ts'

export const AddForgotten = z.strictObject({
  sessionId: z.uuid(),
  personId: z.uuid(),
  presence: z.enum(['came', 'left_early', 'absent']).default('came'),
  reason: text(300),
  /** Among the guests without a name so far. */
  wasGuest: tick,
})

/** Another member of staff opens a closed roll for one person, with a reason; what stood stays visible. */
export async function addForgotten(ctx: Context, input: z.infer<typeof AddForgotten>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const { personId, presence, reason } = input
  const closer = await closerOf(ctx, session.id)
  const known = await peopleAmong(ctx, [personId])
  const recorded = (await marksOf(ctx, session.id)).get(personId)
  const heard = await wordsHeard(ctx, session.id, null)
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(
    whyNotAdded(session, closer?.id ?? null, { personId, presence, recorded }, ctx.actor.personId),
  )
  found(known.has(personId) || null)
  const saidBy = found(ctx.actor.personId)
  const id = newId()
  await ctx.tx
    .insertInto('rollEntry')
    .values({
      streetId: ctx.street,
      id,
      sessionId: session.id,
      number: heard.last + 1,
      kind: 'mark',
      personId,
      presence,
      seen: recorded ?? null,
      words: reason,
      saidAt: ctx.now,
      receivedAt: ctx.now,
      saidBy,
      result: 'applied',
    })
    .execute()
  await writeMarks(ctx, session, [{ entryId: id, personId, presence, saidBy, saidAt: ctx.now }])
  await countGuests(ctx, session, input.wasGuest ? -1 : 0)
  await record(ctx, 'roll.forgottenAdded', session.id, { reason, details: { personId, presence } })
}
