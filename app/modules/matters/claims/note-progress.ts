import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { masked } from '../needs/rules.ts'
import { mayWorkOn } from './access.ts'
import { lockClaim } from './queries.ts'
import { whyNotLive } from './rules.ts'

export const NoteProgress = z.strictObject({ claimId: z.uuid(), words: text(500) })

/** A branch writes down how it goes; the first time also says that the resident has heard from it. */
export async function noteProgress(ctx: Context, input: z.infer<typeof NoteProgress>) {
  const { claim } = found(await lockClaim(ctx, input.claimId))
  authorise(mayWorkOn(ctx.actor, claim))
  refuseIf(whyNotLive(claim))
  const words = masked(input.words)
  await ctx.tx
    .insertInto('claimNote')
    .values({
      streetId: ctx.street,
      id: newId(),
      claimId: claim.id,
      words: words.words,
      writtenBy: ctx.actor.personId,
      writtenAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('claim')
    .set({ contactedAt: claim.contactedAt ?? ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', claim.id)
    .execute()
  await record(ctx, claim.contactedAt ? 'claim.noted' : 'claim.contacted', claim.id)
  return { masked: words.found }
}
