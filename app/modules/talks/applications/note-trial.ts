import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayDecideApplications } from './access.ts'
import { lockApplication } from './queries.ts'
import { whyNotHeard } from './rules.ts'

export const NoteTrial = z.strictObject({ applicationId: z.uuid(), feedback: text(1000) })

/** What those who heard the trial talk said; the applicant reads it too. */
export async function noteTrial(ctx: Context, input: z.infer<typeof NoteTrial>) {
  const application = found(await lockApplication(ctx, input.applicationId))
  authorise(mayDecideApplications(ctx.actor))
  refuseIf(whyNotHeard(application, ctx.now))
  await ctx.tx
    .updateTable('speakerApplication')
    .set({ status: 'heard', trialFeedback: input.feedback })
    .where('streetId', '=', ctx.street)
    .where('id', '=', application.id)
    .execute()
  await record(ctx, 'application.heard', application.id)
}
