import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayCallResidents } from './access.ts'
import { findVerdict } from './queries.ts'
import { whyNotCalledBack } from './rules.ts'

export const CallBack = z.strictObject({ verdictId: z.uuid(), words: text(500) })

/** Staff have called a resident who said that it was not solved, and write down what comes next. */
export async function callBack(ctx: Context, input: z.infer<typeof CallBack>): Promise<void> {
  const verdict = found(await findVerdict(ctx, input.verdictId))
  authorise(mayCallResidents(ctx.actor, verdict.communityId))
  refuseIf(whyNotCalledBack(verdict))
  await ctx.tx
    .updateTable('verdict')
    .set({
      calledBackAt: ctx.now,
      calledBackBy: ctx.actor.personId,
      callWords: input.words,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', verdict.id)
    .execute()
  await record(ctx, 'resident.calledBack', verdict.matterId)
}
