import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayWithdrawApplication } from './access.ts'
import { lockApplication } from './queries.ts'
import { whyNotOpen } from './rules.ts'

export const WithdrawApplication = z.strictObject({ applicationId: z.uuid() })

/** Someone does not want to speak after all, freely; their phone and their own words go at once. */
export async function withdrawApplication(
  ctx: Context,
  input: z.infer<typeof WithdrawApplication>,
) {
  const application = found(await lockApplication(ctx, input.applicationId))
  authorise(mayWithdrawApplication(ctx.actor, application))
  refuseIf(whyNotOpen(application))
  await ctx.tx
    .updateTable('speakerApplication')
    .set({ status: 'withdrawn', phone: null, about: '', talkNote: '', decidedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', application.id)
    .execute()
  await record(ctx, 'application.withdrawn', application.id)
}
