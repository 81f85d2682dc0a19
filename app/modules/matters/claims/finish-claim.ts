import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { masked } from '../needs/rules.ts'
import { mayWorkOn } from './access.ts'
import { liveClaims, lockClaim } from './queries.ts'
import { statusOf, whyNotFinished } from './rules.ts'

export const FinishClaim = z.strictObject({ claimId: z.uuid(), words: optionalText(500) })

/** A branch says that its part is done. When all parts are, the residents are asked whether it is solved. */
export async function finishClaim(ctx: Context, input: z.infer<typeof FinishClaim>): Promise<void> {
  const { claim, matter } = found(await lockClaim(ctx, input.claimId))
  authorise(mayWorkOn(ctx.actor, claim))
  refuseIf(whyNotFinished(claim))
  await ctx.tx
    .updateTable('claim')
    .set({
      doneAt: ctx.now,
      doneBy: ctx.actor.personId ?? claim.assignedTo,
      doneWords: masked(input.words).words,
      contactedAt: claim.contactedAt ?? ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', claim.id)
    .execute()
  const status = statusOf(matter.parts.length, await liveClaims(ctx, matter.id))
  await ctx.tx
    .updateTable('matter')
    .set({ status, doneAt: status === 'done' ? ctx.now : null })
    .where('streetId', '=', ctx.street)
    .where('id', '=', matter.id)
    .execute()
  await record(ctx, 'claim.done', claim.id)
  if (status === 'done') await record(ctx, 'matter.done', matter.id)
}
