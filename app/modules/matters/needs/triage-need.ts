import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { mayTriage } from './access.ts'
import { lockNeed } from './queries.ts'
import { outcomes, whyNotTriaged } from './rules.ts'

export const TriageNeed = z.strictObject({
  needId: z.uuid(),
  how: z.enum(outcomes),
  answer: optionalText(600),
  department: optionalText(60),
})

/** The office answers a need at once, refers it to a department, or refuses it with the reason. */
export async function triageNeed(ctx: Context, input: z.infer<typeof TriageNeed>): Promise<void> {
  const need = found(await lockNeed(ctx, input.needId))
  authorise(mayTriage(ctx.actor))
  refuseIf(whyNotTriaged(need, input.how, input))
  await ctx.tx
    .updateTable('need')
    .set({
      status: input.how,
      answer: input.answer,
      department: input.how === 'referred' ? input.department : '',
      triagedAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', need.id)
    .execute()
  if (input.how === 'answered') await record(ctx, 'need.answered', need.id)
  else if (input.how === 'referred') await record(ctx, 'need.referred', need.id)
  else await record(ctx, 'need.refused', need.id)
}
