import { z } from 'zod'
import { mayRunOffice } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput } from '#app/platform/http/forms.ts'
import { lockExemption } from './queries.ts'
import { whyNotShortened } from './rules.ts'

export const ShortenExemption = z.strictObject({ exemptionId: z.uuid(), lastDay: dayInput })

/** The office lets an exemption end earlier than it was to. */
export async function shortenExemption(ctx: Context, input: z.infer<typeof ShortenExemption>) {
  const exemption = found(await lockExemption(ctx, input.exemptionId))
  authorise(mayRunOffice(ctx.actor))
  const shortenedBy = found(ctx.actor.personId)
  refuseIf(whyNotShortened(exemption, input.lastDay, shortenedBy))
  await ctx.tx
    .updateTable('exemption')
    .set({ untilOn: input.lastDay, shortenedAt: ctx.now, shortenedBy })
    .where('streetId', '=', ctx.street)
    .where('id', '=', exemption.id)
    .execute()
  const details = { untilOn: input.lastDay, before: exemption.untilOn }
  await record(ctx, 'exemption.shortened', exemption.personId, { details })
}
