import { z } from 'zod'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { life, whyNot } from '../orders/rules.ts'
import { mayAnswer } from './access.ts'
import { lockDispatch } from './queries.ts'
import { whyNotAnswerable } from './rules.ts'

export const AcceptDispatch = z.strictObject({ dispatchId: z.uuid() })

/** The asked speaker accepts, or the office enters a yes given by phone. */
export async function acceptDispatch(ctx: Context, input: z.infer<typeof AcceptDispatch>) {
  const dispatch = await lockDispatch(ctx, input.dispatchId)
  authorise(mayAnswer(ctx.actor, dispatch))
  refuseIf(
    whyNotAnswerable(dispatch, ctx.now) ?? whyNot('accept', { status: dispatch.orderStatus }),
  )
  await ctx.tx
    .updateTable('dispatch')
    .set({ status: 'accepted', answeredAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispatch.id)
    .execute()
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.accept.to })
    .where('streetId', '=', ctx.street)
    .where('id', '=', dispatch.orderId)
    .execute()
  await record(forPerson(ctx, dispatch.speakerPersonId), 'dispatch.accepted', dispatch.id, {
    details: { orderId: dispatch.orderId },
  })
}
