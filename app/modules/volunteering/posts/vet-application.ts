import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { grantWish } from '../rota/grant-wish.ts'
import { mayApprove, mayRunPost } from './access.ts'
import { findPost, lockApplication } from './queries.ts'
import { whyNotVetted } from './rules.ts'

export const VetApplication = z.strictObject({
  applicationId: z.uuid(),
  decision: z.enum(['approve', 'decline']),
})

/**
 * Who runs the post looks at an application first, then someone else in the office; the second yes
 * clears the person for the post. Either may say no.
 */
export async function vetApplication(ctx: Context, input: z.infer<typeof VetApplication>) {
  const application = found(await lockApplication(ctx, input.applicationId))
  const post = found(await findPost(ctx, application.postId))
  const vetterId = found(ctx.actor.personId)
  const second = application.state === 'vetted'
  authorise(second ? mayApprove(ctx.actor) : mayRunPost(ctx.actor, post))
  refuseIf(whyNotVetted(application, vetterId))
  const state = stateAfter(input.decision, second)
  await ctx.tx
    .updateTable('application')
    .set({
      state,
      ...(second
        ? { approvedBy: vetterId, approvedAt: ctx.now }
        : { vettedBy: vetterId, vettedAt: ctx.now }),
      ...(state === 'declined' ? { endedAt: ctx.now } : {}),
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', application.id)
    .execute()
  if (state === 'approved') await grantWish(ctx, { applicationId: application.id })
  await record(ctx, state === 'declined' ? 'serving.declined' : 'serving.vetted', post.id, {
    details: { personId: application.personId, applicationId: application.id, state },
  })
  return { state }
}

function stateAfter(
  decision: 'approve' | 'decline',
  second: boolean,
): 'declined' | 'approved' | 'vetted' {
  if (decision === 'decline') return 'declined'
  return second ? 'approved' : 'vetted'
}
