import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayRunOffice } from '../access.ts'
import { whyNotAnswerable } from './rules.ts'

export const AnswerSuggestion = z.strictObject({ suggestionId: z.uuid(), answer: text(2000) })

/** The office answers a suggestion, once; whoever made it is told. */
export async function answerSuggestion(
  ctx: Context,
  input: z.infer<typeof AnswerSuggestion>,
): Promise<void> {
  const suggestion = found(
    await ctx.tx
      .selectFrom('suggestion')
      .select(['id', 'answeredAt'])
      .where('streetId', '=', ctx.street)
      .where('id', '=', input.suggestionId)
      .forUpdate()
      .executeTakeFirst(),
  )
  authorise(mayRunOffice(ctx.actor))
  refuseIf(whyNotAnswerable(suggestion))
  await ctx.tx
    .updateTable('suggestion')
    .set({ answer: input.answer, answeredBy: ctx.actor.personId, answeredAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', suggestion.id)
    .execute()
  await record(ctx, 'suggestion.answered', suggestion.id)
}
