import type { Context } from '#app/platform/context.ts'
import { authorise, Refused } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayTendClaims } from './access.ts'
import { endClaim } from './end-claim.ts'
import { claimsToLapse, claimsToWarn } from './queries.ts'

/**
 * On its round, warns branches whose residents have heard nothing for five days, and ends claims after
 * seven, never without a warning a day before. Run twice, it does nothing more.
 */
export async function tendClaims(ctx: Context): Promise<void> {
  const over = await claimsToLapse(ctx)
  const toWarn = (await claimsToWarn(ctx)).map(({ id }) => id)
  authorise(mayTendClaims(ctx.actor))
  // one query a claim: each frees its own matter, and a day has a handful
  for (const claim of over)
    await endClaim(ctx, { claimId: claim.id, how: 'lapsed', kept: '' }).catch(passOver)
  const warned = await ctx.tx
    .updateTable('claim')
    .set({ warnedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', (is) => is.fn.any(is.val(toWarn)))
    .where('warnedAt', 'is', null)
    .where('endedAt', 'is', null)
    .where('contactedAt', 'is', null)
    .returning('id')
    .execute()
  // one query a claim: each has its own history
  for (const { id } of warned) await record(ctx, 'claim.warned', id)
}

/** A branch that got through at this very moment keeps its claim; nothing was written for it yet. */
function passOver(error: unknown): void {
  if (!(error instanceof Refused)) throw error
}
