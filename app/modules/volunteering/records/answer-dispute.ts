import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, text, wholeNumber } from '#app/platform/http/forms.ts'
import { mayKeepRecords } from './access.ts'
import { correctService } from './correct-service.ts'
import { lockDispute } from './queries.ts'
import { whyNotAnswered } from './rules.ts'

export const AnswerDispute = z.strictObject({
  disputeId: z.uuid(),
  answer: text(300),
  /** What was served after all; left out where the record is right. */
  minutes: optional(wholeNumber(0, 720)),
})

/** Who runs the post answers a dispute: the record is right, or it is corrected by a new one. */
export async function answerDispute(ctx: Context, input: z.infer<typeof AnswerDispute>) {
  const actorId = found(ctx.actor.personId)
  const dispute = found(await lockDispute(ctx, input.disputeId))
  authorise(mayKeepRecords(ctx.actor, dispute))
  refuseIf(whyNotAnswered(dispute, actorId))
  const { minutes, answer } = input
  await ctx.tx
    .updateTable('serviceDispute')
    .set({
      answer,
      corrected: minutes !== undefined,
      answeredBy: actorId,
      answeredAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispute.id)
    .execute()
  if (minutes !== undefined) {
    const outcome = minutes > 0 ? ('attended' as const) : ('excused' as const)
    await correctService(ctx, { placeId: dispute.placeId, outcome, minutes, why: answer })
  }
  await record(ctx, 'dispute.answered', dispute.placeId, {
    reason: answer,
    details: { personId: dispute.personId, disputeId: dispute.id },
  })
}
