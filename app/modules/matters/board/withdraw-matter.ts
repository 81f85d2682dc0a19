import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { endClaim } from '../claims/end-claim.ts'
import { liveClaims } from '../claims/queries.ts'
import { mayPublish } from './access.ts'
import { lockMatter } from './queries.ts'
import { whyNotWithdrawn } from './rules.ts'

export const WithdrawMatter = z.strictObject({ matterId: z.uuid(), reason: text(300) })

/** The office takes a matter off the board and says why; its needs wait at the office again. */
export async function withdrawMatter(
  ctx: Context,
  input: z.infer<typeof WithdrawMatter>,
): Promise<void> {
  const matter = found(await lockMatter(ctx, input.matterId))
  authorise(mayPublish(ctx.actor))
  refuseIf(whyNotWithdrawn(matter))
  // one query a claim: a matter has four parts at most
  for (const claim of await liveClaims(ctx, matter.id))
    await endClaim(ctx, { claimId: claim.id, how: 'withdrawn', kept: '' })
  await ctx.tx
    .updateTable('matter')
    .set({ status: 'withdrawn', endedAt: ctx.now, endReason: input.reason })
    .where('streetId', '=', ctx.street)
    .where('id', '=', matter.id)
    .execute()
  await ctx.tx
    .updateTable('need')
    .set({ status: 'waiting', matterId: null, triagedAt: null, waitingSince: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('matterId', '=', matter.id)
    .execute()
  await record(ctx, 'matter.withdrawn', matter.id, { reason: input.reason })
}
