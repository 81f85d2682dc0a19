import { z } from 'zod'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { life, whyNot } from '../orders/rules.ts'
import { mayAnswer } from './access.ts'
import { lockDispatch } from './queries.ts'
import { whyNotCalledOff } from './rules.ts'

export const CancelSpeaking = z.strictObject({ dispatchId: z.uuid(), answer: optionalText(300) })

/**
 * A speaker who said yes can't come after all, for whatever reason and without any count of it. The
 * order waits for another; its session is called off and everyone is told.
 */
export async function cancelSpeaking(ctx: Context, input: z.infer<typeof CancelSpeaking>) {
  const dispatch = await lockDispatch(ctx, input.dispatchId)
  authorise(mayAnswer(ctx.actor, dispatch))
  refuseIf(
    whyNotCalledOff(dispatch, ctx.now) ??
      whyNot('cancelSpeaking', { status: dispatch.orderStatus }),
  )
  await ctx.tx
    .updateTable('dispatch')
    .set({ status: 'cancelled', answer: input.answer, answeredAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispatch.id)
    .execute()
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.cancelSpeaking.to })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispatch.orderId)
    .execute()
  await record(forPerson(ctx, dispatch.speakerPersonId), 'dispatch.cancelled', dispatch.id, {
    details: { orderId: dispatch.orderId },
    ...(input.answer ? { reason: input.answer } : {}),
  })
}
