import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newToken, readToken, writeToken } from '#app/platform/http/token.ts'
import { newId } from '#app/platform/ids.ts'
import { maySubscribe } from '../calendars/access.ts'
import { findCalendar } from '../calendars/queries.ts'

export const OpenFeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mine') }),
  z.strictObject({ kind: z.enum(['unit', 'venue', 'resource']), id: z.uuid() }),
])

/**
 * A person gets an address to which a phone's calendar can subscribe: the own calendar, or that of a
 * unit, a venue or a resource. It is shown now and never again; a new one ends the one before.
 */
export async function openFeed(
  ctx: Context,
  input: z.infer<typeof OpenFeed>,
): Promise<{ secret: string }> {
  const calendar = found(await findCalendar(ctx, input))
  authorise(maySubscribe(ctx.actor, calendar))
  const personId = found(ctx.actor.personId)
  const secret = writeToken(ctx.street, newToken())
  const kept = {
    secretHash: found(readToken(secret)).hash.toString('base64url'),
    madeAt: ctx.now,
    fetchedAt: null,
  }
  const of = { kind: input.kind, subjectId: 'id' in input ? input.id : personId }
  await ctx.tx
    .insertInto('calendarFeed')
    .values({ streetId: ctx.street, id: newId(), personId, ...of, ...kept, revokedAt: null })
    .onConflict((conflict) =>
      conflict
        .columns(['streetId', 'personId', 'kind', 'subjectId'])
        .where('revokedAt', 'is', null)
        .doUpdateSet(kept),
    )
    .execute()
  await record(ctx, 'feed.opened', personId)
  return { secret }
}
