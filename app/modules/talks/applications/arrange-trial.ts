import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, text, timeInput } from '#app/platform/http/forms.ts'
import { instantAt } from '#app/platform/time.ts'
import { mayDecideApplications } from './access.ts'
import { lockApplication } from './queries.ts'
import { whyNotTried } from './rules.ts'

export const ArrangeTrial = z.strictObject({
  applicationId: z.uuid(),
  when: z.strictObject({ date: dayInput, from: timeInput }),
  place: text(80),
})

/** The office and the applicant agree on a trial talk before a few neighbours, or on another one. */
export async function arrangeTrial(ctx: Context, input: z.infer<typeof ArrangeTrial>) {
  const application = found(await lockApplication(ctx, input.applicationId))
  const trialAt = instantAt(input.when.date, input.when.from)
  authorise(mayDecideApplications(ctx.actor))
  refuseIf(whyNotTried(application, trialAt, ctx.now))
  await ctx.tx
    .updateTable('speakerApplication')
    .set({ status: 'trial', trialAt, trialPlace: input.place })
    .where('streetId', '=', ctx.street)
    .where('id', '=', application.id)
    .execute()
  await record(ctx, 'application.trialArranged', application.id)
}
