import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, text } from '#app/platform/http/forms.ts'
import { findTalk } from '../menu/queries.ts'
import { mayAnswerWishes } from './access.ts'
import { lockWish } from './queries.ts'
import { whyNotAnswered } from './rules.ts'

export const AnswerWish = z.strictObject({
  wishId: z.uuid(),
  answer: text(600),
  /** The talk that fulfils it: a new one, or one that was overlooked. */
  talkId: optional(z.uuid()),
})

/** The office answers a wish: with a talk, or with what can be done instead. */
export async function answerWish(ctx: Context, input: z.infer<typeof AnswerWish>) {
  const wish = found(await lockWish(ctx, input.wishId))
  const talk = input.talkId ? found(await findTalk(ctx, input.talkId)) : null
  authorise(mayAnswerWishes(ctx.actor))
  refuseIf(whyNotAnswered(wish, talk))
  await ctx.tx
    .updateTable('wish')
    .set({
      answer: input.answer,
      talkId: talk?.id ?? null,
      answeredBy: ctx.actor.personId,
      answeredAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', wish.id)
    .execute()
  await record(ctx, 'wish.answered', wish.id)
}
