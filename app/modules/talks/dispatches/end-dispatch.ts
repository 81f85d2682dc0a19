import { z } from 'zod'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { life, whyNot } from '../orders/rules.ts'
import { mayEndDispatch } from './access.ts'
import { lockDispatch } from './queries.ts'
import { actOf, type Ending, whyNotEnded } from './rules.ts'

export const EndDispatch = z.strictObject({
  dispatchId: z.uuid(),
  /** What a person can say; that an order or a session was called off is said there. */
  how: z.enum(['declined', 'takenBack']),
  answer: optionalText(300),
})

/**
 * Ends an invitation: the speaker declines, freely and without a reason; the office takes it back;
 * or its order or session is called off. The speaker's time is free and the order waits again.
 */
export async function endDispatch(
  ctx: Context,
  input: Omit<z.infer<typeof EndDispatch>, 'how'> & { how: Ending },
) {
  const dispatch = await lockDispatch(ctx, input.dispatchId)
  const act = actOf[input.how]
  authorise(mayEndDispatch(ctx.actor, dispatch, input.how))
  refuseIf(
    whyNotEnded(dispatch, input.how, ctx.now) ?? whyNot(act, { status: dispatch.orderStatus }),
  )
  const declined = input.how === 'declined'
  await ctx.tx
    .updateTable('dispatch')
    .set({ status: declined ? 'declined' : 'withdrawn', answer: input.answer, answeredAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispatch.id)
    .execute()
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life[act].to })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispatch.orderId)
    .execute()
  const more = {
    details: { orderId: dispatch.orderId, how: input.how },
    ...(input.answer ? { reason: input.answer } : {}),
  }
  if (declined) {
    await record(forPerson(ctx, dispatch.speakerPersonId), 'dispatch.declined', dispatch.id, more)
  } else await record(ctx, 'dispatch.takenBack', dispatch.id, more)
}
