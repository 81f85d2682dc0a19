import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, optionalText } from '#app/platform/http/forms.ts'
import { mayServeFor } from '../posts/access.ts'
import { findPost, findServer, lockApplication } from '../posts/queries.ts'
import { grantWish } from '../rota/grant-wish.ts'
import { whyNotConsentTo } from './rules.ts'

export const GiveServiceConsent = z.strictObject({
  applicationId: z.uuid(),
  /** Who fetches the child afterwards. */
  pickUp: optionalText(60),
  /** Which guardian signed, where a paper is filed. */
  signedBy: optional(z.uuid()),
})

/**
 * A guardian consents to a child's serving at this one post and says who fetches the child; by the
 * guardian's own account, or on paper that staff file.
 */
export async function giveServiceConsent(ctx: Context, input: z.infer<typeof GiveServiceConsent>) {
  authorise(isSignedIn(ctx.actor))
  const application = found(await lockApplication(ctx, input.applicationId))
  const post = found(await findPost(ctx, application.postId))
  const child = found(await findServer(ctx, application.personId))
  authorise(mayServeFor(ctx.actor, child, post))
  refuseIf(whyNotConsentTo(application, post))
  const { id } = await giveConsent(ctx, {
    personId: child.id,
    purpose: 'activity',
    subjectId: post.id,
    signedBy: input.signedBy,
  })
  if (input.pickUp !== '')
    await ctx.tx
      .updateTable('application')
      .set({ pickUp: input.pickUp })
      .where('streetId', '=', ctx.street)
      .where('id', '=', application.id)
      .execute()
  await grantWish(ctx, { applicationId: application.id })
  await record(forPerson(ctx, child.id), 'service.consented', post.id, {
    details: { personId: child.id, consentId: id },
  })
  return { id }
}
