import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayTriage } from './access.ts'
import { lockNeed } from './queries.ts'
import { whyNotFollowedUp } from './rules.ts'

export const FollowUpNeed = z.strictObject({ needId: z.uuid(), words: text(600) })

/** The office writes down what the department did with a need that was referred to it. */
export async function followUpNeed(
  ctx: Context,
  input: z.infer<typeof FollowUpNeed>,
): Promise<void> {
  const need = found(await lockNeed(ctx, input.needId))
  authorise(mayTriage(ctx.actor))
  refuseIf(whyNotFollowedUp(need))
  await ctx.tx
    .updateTable('need')
    .set({ followedUpAt: ctx.now, followUp: input.words })
    .where('streetId', '=', ctx.street)
    .where('id', '=', need.id)
    .execute()
  await record(ctx, 'need.followedUp', need.id)
}
