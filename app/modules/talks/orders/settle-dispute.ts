import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { mayDo } from './access.ts'
import { OrderTimes } from './draft-order.ts'
import { lockOrder, partsOf } from './queries.ts'
import { choicesOf, life, named, whyNot, whyNotSuited } from './rules.ts'

export const SettleDispute = z.strictObject({
  orderId: z.uuid(),
  /** It counts as held, or it is to be held again. */
  how: z.enum(['settleHeld', 'settleAgain']),
  answer: optionalText(300),
  /** When it could be held again. */
  times: OrderTimes.optional(),
})

/** The office settles what a branch disputes: the talk was held after all, or it is to be held again. */
export async function settleDispute(ctx: Context, input: z.infer<typeof SettleDispute>) {
  const order = found(await lockOrder(ctx, input.orderId))
  const { talk, season } = await partsOf(ctx, order)
  const { how } = input
  const choices = choicesOf(
    named(input.times ?? []),
    { minutes: talk.minutes, anyDay: false },
    ctx.now,
  )
  const spans = choices.map(({ during }) => during)
  authorise(mayDo(ctx.actor, how, order))
  refuseIf(
    whyNot(how, order) ??
      (how === 'settleAgain' ? whyNotSuited(talk, spans, season, ctx.now) : null),
  )
  const ofOrder = { streetId: ctx.street, orderId: order.id }
  if (how === 'settleAgain') {
    await ctx.tx
      .updateTable('dispatch')
      .set({ status: 'withdrawn', answer: input.answer })
      .where('streetId', '=', ctx.street)
      .where('orderId', '=', order.id)
      .where('status', '=', 'accepted')
      .execute()
    await ctx.tx
      .deleteFrom('orderTime')
      .where('streetId', '=', ctx.street)
      .where('orderId', '=', order.id)
      .execute()
    const rows = choices.map(({ choice, during }, position) => ({
      ...ofOrder,
      position,
      choice,
      during: rangeOf(during),
    }))
    await ctx.tx.insertInto('orderTime').values(rows).execute()
  }
  await ctx.tx
    .updateTable('talkOrder')
    .set({
      status: life[how].to,
      answer: input.answer,
      ...(how === 'settleAgain' ? { vettedAt: ctx.now } : {}),
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(ctx, 'order.settled', order.id, {
    details: { how },
    ...(input.answer ? { reason: input.answer } : {}),
  })
}
