import { z } from 'zod'
import { findWithUnits } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { mayKeepHours } from './access.ts'
import { lockEntry } from './queries.ts'
import { whyNotDecided } from './rules.ts'

export const DecideEntry = z.strictObject({
  entryId: z.uuid(),
  decision: z.enum(['confirmed', 'refused']),
  /** Why it is sent back. */
  answer: optionalText(200),
})

/**
 * A second person confirms entered hours, or sends them back. A correction that is confirmed takes
 * the place of what it corrects, and the old row stays.
 */
export async function decideEntry(ctx: Context, input: z.infer<typeof DecideEntry>) {
  const entry = found(await lockEntry(ctx, input.entryId))
  const { unitIds } = found(await findWithUnits(ctx, entry.personId))
  authorise(mayKeepHours(ctx.actor, { id: entry.personId, unitIds }))
  const decidedBy = found(ctx.actor.personId)
  const confirms = input.decision === 'confirmed'
  refuseIf(whyNotDecided(entry, decidedBy, { confirms, answer: input.answer }))
  await ctx.tx
    .updateTable('hourEntry')
    .set({ status: input.decision, decidedBy, decidedAt: ctx.now, answer: input.answer })
    .where('streetId', '=', ctx.street)
    .where('id', '=', entry.id)
    .execute()
  if (confirms && entry.corrects) {
    await ctx.tx
      .updateTable('hourEntry')
      .set({ replacedAt: ctx.now })
      .where('streetId', '=', ctx.street)
      .where('id', '=', entry.corrects)
      .execute()
  }
  await record(ctx, confirms ? 'entry.confirmed' : 'entry.refused', entry.id, {
    details: { personId: entry.personId },
  })
}
