import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { masked } from '../needs/rules.ts'
import { mayEndClaim } from './access.ts'
import { liveClaims, lockClaim } from './queries.ts'
import { endings, statusOf, whyNotEnded } from './rules.ts'

export const EndClaim = z.strictObject({
  claimId: z.uuid(),
  how: z.enum(endings),
  /** What was done until then. */
  kept: optionalText(500),
})

/**
 * Ends a claim: a branch hands back, freely and without a reason; the resident heard nothing for too
 * long; or the matter is withdrawn. What was done stays, and the part is free for another branch.
 */
export async function endClaim(ctx: Context, input: z.infer<typeof EndClaim>): Promise<void> {
  const { claim, matter } = found(await lockClaim(ctx, input.claimId))
  const others = (await liveClaims(ctx, matter.id)).filter(({ id }) => id !== claim.id)
  authorise(mayEndClaim(ctx.actor, claim, input.how))
  refuseIf(whyNotEnded(claim, input.how, ctx.now))
  await ctx.tx
    .updateTable('claim')
    .set({ endedAt: ctx.now, ending: input.how, kept: masked(input.kept).words })
    .where('streetId', '=', ctx.street)
    .where('id', '=', claim.id)
    .execute()
  const whole = others.length === 0 && matter.splitByBranch
  const parts = whole ? [''] : matter.parts
  await ctx.tx
    .updateTable('matter')
    .set({
      status: statusOf(parts.length, others),
      parts,
      splitByBranch: matter.splitByBranch && !whole,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', matter.id)
    .execute()
  const details = { matterId: matter.id, unitId: claim.unitId }
  if (input.how === 'handedBack') await record(ctx, 'claim.handedBack', claim.id, { details })
  else if (input.how === 'lapsed') await record(ctx, 'claim.lapsed', claim.id, { details })
  else await record(ctx, 'claim.withdrawn', claim.id, { details })
}
