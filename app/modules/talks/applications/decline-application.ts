import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayDecideApplications } from './access.ts'
import { lockApplication } from './queries.ts'
import { whyNotOpen } from './rules.ts'

export const DeclineApplication = z.strictObject({ applicationId: z.uuid(), reason: text(300) })

/** The office can't take an applicant into the team now, and says why. */
export async function declineApplication(ctx: Context, input: z.infer<typeof DeclineApplication>) {
  const application = found(await lockApplication(ctx, input.applicationId))
  authorise(mayDecideApplications(ctx.actor))
  refuseIf(whyNotOpen(application))
  await ctx.tx
    .updateTable('speakerApplication')
    .set({ status: 'declined', reason: input.reason, decidedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', application.id)
    .execute()
  await record(ctx, 'application.declined', application.id, { reason: input.reason })
}
