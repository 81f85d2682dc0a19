import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { findWithUnits } from '../queries.ts'
import { mayWithdrawConsent } from './access.ts'
import { lockConsent, personConsenting } from './queries.ts'
import { whyNotWithdrawn } from './rules.ts'

export const WithdrawConsent = z.strictObject({ consentId: z.uuid() })

/**
 * Closes a consent, freely and at once; its row stays. What leans on it is taken back first by the
 * module it is of, or the database refuses (PIPL, art. 15: withdrawing is as easy as consenting).
 */
export async function withdrawConsent(
  ctx: Context,
  input: z.infer<typeof WithdrawConsent>,
): Promise<void> {
  const consent = found(await lockConsent(ctx, input.consentId))
  const person = found(await personConsenting(ctx, consent.personId))
  const { unitIds } = found(await findWithUnits(ctx, person.id))
  authorise(mayWithdrawConsent(ctx.actor, { ...person, unitIds }))
  refuseIf(whyNotWithdrawn(consent))
  await ctx.tx
    .updateTable('consent')
    .set({ active: false, withdrawnAt: ctx.now, withdrawnBy: ctx.actor.personId })
    .where('streetId', '=', ctx.street)
    .where('id', '=', consent.id)
    .execute()
  const { purpose, subjectId } = consent
  await record(ctx, 'consent.withdrawn', person.id, {
    details: { consentId: consent.id, purpose, subjectId },
  })
}
