import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayServeFor } from './access.ts'
import { findPost, findServer, isOnRota, lockApplication } from './queries.ts'
import { whyNotApplicationWithdrawn } from './rules.ts'

export const WithdrawApplication = z.strictObject({ applicationId: z.uuid() })

/** Someone would rather not serve at a post any more; shifts on the rota are given up first. */
export async function withdrawApplication(
  ctx: Context,
  input: z.infer<typeof WithdrawApplication>,
) {
  authorise(isSignedIn(ctx.actor))
  const application = found(await lockApplication(ctx, input.applicationId))
  const post = found(await findPost(ctx, application.postId))
  const person = found(await findServer(ctx, application.personId))
  const onRota = await isOnRota(ctx, application.id)
  authorise(mayServeFor(ctx.actor, person, post))
  refuseIf(whyNotApplicationWithdrawn(application, onRota))
  await ctx.tx
    .updateTable('application')
    .set({ state: 'withdrawn', endedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', application.id)
    .execute()
  await record(forPerson(ctx, person.id), 'serving.withdrawn', post.id, {
    details: { personId: person.id, applicationId: application.id },
  })
}
