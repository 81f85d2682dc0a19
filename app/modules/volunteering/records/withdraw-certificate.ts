import { z } from 'zod'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayIssue } from './access.ts'
import { findCertificate } from './queries.ts'
import { whyNotWithdrawn } from './rules.ts'

export const WithdrawCertificate = z.strictObject({ certificateId: z.uuid(), reason: text(300) })

/** A certificate that isn't right any more is withdrawn, with the reason; its page says so from then on. */
export async function withdrawCertificate(
  ctx: Context,
  input: z.infer<typeof WithdrawCertificate>,
) {
  const certificate = found(await findCertificate(ctx, input.certificateId))
  authorise(mayIssue(ctx.actor, { id: certificate.issuerId }))
  refuseIf(whyNotWithdrawn(certificate))
  await ctx.tx
    .updateTable('serviceCertificate')
    .set({
      withdrawnAt: ctx.now,
      withdrawnBy: ctx.actor.personId,
      withdrawReason: input.reason,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', certificate.id)
    .where('withdrawnAt', 'is', null)
    .execute()
  await record(forPerson(ctx, certificate.personId), 'certificate.withdrawn', certificate.id, {
    reason: input.reason,
    details: { personId: certificate.personId, number: certificate.number },
  })
}
