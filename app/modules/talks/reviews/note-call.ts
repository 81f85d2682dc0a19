import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayCallBack } from './access.ts'
import { lockReview } from './queries.ts'
import { whyNotCalled } from './rules.ts'

export const NoteCall = z.strictObject({ reviewId: z.uuid(), note: text(300) })

/** The office has called a unit that was let down, and writes down what came of it. */
export async function noteCall(ctx: Context, input: z.infer<typeof NoteCall>): Promise<void> {
  const review = found(await lockReview(ctx, input.reviewId))
  authorise(mayCallBack(ctx.actor))
  refuseIf(whyNotCalled(review))
  await ctx.tx
    .updateTable('review')
    .set({ calledAt: ctx.now, calledBy: ctx.actor.personId, callNote: input.note })
    .where('streetId', '=', ctx.street)
    .where('id', '=', review.id)
    .execute()
  await record(ctx, 'review.called', review.orderId, { details: { reviewId: review.id } })
}
