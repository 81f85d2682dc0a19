import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { forBranch, mayDispatch, mayDo } from './access.ts'
import { guestsOf, lockOrder, partsOf, timesOf } from './queries.ts'
import { life, whyNot, whyNotOrderable } from './rules.ts'

export const SubmitOrder = z.strictObject({ orderId: z.uuid() })

/** The branch places its order; the office looks it over. What the office orders itself needs no look. */
export async function submitOrder(ctx: Context, input: z.infer<typeof SubmitOrder>) {
  const order = found(await lockOrder(ctx, input.orderId))
  const { talk, venue, season } = await partsOf(ctx, order)
  const times = (await timesOf(ctx, order.id)).map(({ during }) => during)
  const guests = await guestsOf(ctx, order.id)
  authorise(mayDo(ctx.actor, 'submit', order))
  const whole = { ...order, times, guests }
  refuseIf(whyNot('submit', order) ?? whyNotOrderable(talk, whole, venue, season, ctx.now))
  const vetted = mayDispatch(ctx.actor)
  await ctx.tx
    .updateTable('talkOrder')
    .set({
      status: vetted ? life.vet.to : life.submit.to,
      vettedAt: vetted ? ctx.now : null,
      placedAt: ctx.now,
      answer: '',
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await record(forBranch(ctx, order), 'order.placed', order.id)
  if (vetted) await record(ctx, 'order.vetted', order.id)
}
