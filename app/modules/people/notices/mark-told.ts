import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayLookAfter } from '../access.ts'
import { findWithUnits } from '../queries.ts'

export const MarkTold = z.strictObject({
  personId: z.uuid(),
  /** Those that were read out; what has come since is still to be told. */
  noticeIds: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : value),
    z.array(z.uuid()).min(1).max(200),
  ),
})

/** Staff have told a person, by phone or at the door, what stood on the call list. */
export async function markTold(ctx: Context, input: z.infer<typeof MarkTold>): Promise<void> {
  const person = found(await findWithUnits(ctx, input.personId))
  authorise(mayLookAfter(ctx.actor, person.unitIds))
  await ctx.tx
    .updateTable('notice')
    .set({ sentAt: ctx.now, readAt: ctx.now, toldBy: ctx.actor.personId })
    .where('streetId', '=', ctx.street)
    .where('personId', '=', person.id)
    .where('id', '=', (is) => is.fn.any(is.val(input.noticeIds)))
    .where('channel', '=', 'call')
    .where('sentAt', 'is', null)
    .execute()
  await record(ctx, 'person.told', person.id)
}
