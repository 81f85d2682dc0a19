import { z } from 'zod'
import { Corrections, correctPerson } from '#app/modules/people/correct-person.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayAnswerRequests } from './access.ts'
import { lockRequest } from './queries.ts'
import { whyNotAnswered } from './rules.ts'

export const AnswerRequest = z.strictObject({
  requestId: z.uuid(),
  how: z.enum(['done', 'declined']),
  /** What the person is told. */
  answer: text(500),
})

/** The office puts right what was asked for, or says why not; a deletion it can only decline here. */
export async function answerRequest(
  ctx: Context,
  input: z.infer<typeof AnswerRequest>,
): Promise<void> {
  const request = found(await lockRequest(ctx, input.requestId))
  authorise(mayAnswerRequests(ctx.actor))
  refuseIf(whyNotAnswered(request))
  refuseIf(request.kind === 'deletion' && input.how === 'done' ? 'request.isDeletion' : null)
  const wanted = Corrections.parse(request.wanted)
  if (input.how === 'done' && Object.keys(wanted).length > 0) {
    const { personId } = request
    await correctPerson(ctx, { personId, reason: input.answer, ...wanted })
  }
  await ctx.tx
    .updateTable('privacyRequest')
    .set({
      status: input.how,
      answer: input.answer,
      answeredAt: ctx.now,
      answeredBy: ctx.actor.personId,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', request.id)
    .execute()
  await record(ctx, 'request.answered', request.personId, {
    details: { requestId: request.id, how: input.how },
  })
}
