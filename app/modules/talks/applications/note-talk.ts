import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayDecideApplications } from './access.ts'
import { lockApplication } from './queries.ts'
import { whyNotTalked } from './rules.ts'

export const NoteTalk = z.strictObject({ applicationId: z.uuid(), talkNote: text(600) })

/** The office has talked with an applicant, and notes what came of it. */
export async function noteTalk(ctx: Context, input: z.infer<typeof NoteTalk>) {
  const application = found(await lockApplication(ctx, input.applicationId))
  authorise(mayDecideApplications(ctx.actor))
  refuseIf(whyNotTalked(application))
  await ctx.tx
    .updateTable('speakerApplication')
    .set({ status: 'talked', talkNote: input.talkNote })
    .where('streetId', '=', ctx.street)
    .where('id', '=', application.id)
    .execute()
  await record(ctx, 'application.talked', application.id)
}
