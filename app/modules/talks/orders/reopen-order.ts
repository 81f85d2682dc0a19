import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayDo } from './access.ts'
import { OrderTimes } from './draft-order.ts'
import { lockOrder, partsOf } from './queries.ts'
import { choicesOf, life, named, whyNot, whyNotSuited } from './rules.ts'

export const ReopenOrder = z.strictObject({ orderId: z.uuid(), times: OrderTimes })

/** An order that was missed or has run out waits for a speaker again, with times that are still to come. */
export async function reopenOrder(ctx: Context, input: z.infer<typeof ReopenOrder>) {
  const order = found(await lockOrder(ctx, input.orderId))
  const { talk, season } = await partsOf(ctx, order)
  const choices = choicesOf(named(input.times), { minutes: talk.minutes, anyDay: false }, ctx.now)
  const spans = choices.map(({ during }) => during)
  authorise(mayDo(ctx.actor, 'reopen', order))
  refuseIf(whyNot('reopen', order) ?? whyNotSuited(talk, spans, season, ctx.now))
  await ctx.tx
    .deleteFrom('orderTime')
    .where('streetId', '=', ctx.street)
    .where('orderId', '=', order.id)
    .execute()
  const rows = choices.map(({ choice, during }, position) => ({
    streetId: ctx.street,
    orderId: order.id,
    position,
    choice,
    during: rangeOf(during),
  }))
  await ctx.tx.insertInto('orderTime').values(rows).execute()
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.reopen.to, answer: '', vettedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(ctx, 'order.reopened', order.id)
}
