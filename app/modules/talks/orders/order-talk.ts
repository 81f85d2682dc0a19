import type { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseFaults } from '#app/platform/errors.ts'
import { optional, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { mayOrderForAll } from './access.ts'
import { DraftOrder, draftOrder } from './draft-order.ts'
import { named, weeksLater } from './rules.ts'
import { submitOrder } from './submit-order.ts'

export const OrderTalk = DraftOrder.extend({
  /** The same again in so many weeks, each an order of its own. */
  weeks: optional(wholeNumber(1, 12)),
})

/** A branch orders a talk from the menu, with the times that would suit it, best first. */
export async function orderTalk(ctx: Context, input: z.infer<typeof OrderTalk>) {
  const { weeks = 1, ...content } = input
  authorise(mayOrderForAll(ctx.actor, input.unitId, named(input.guests ?? [])))
  refuseFaults(named(content.times).length > 0 ? {} : { 'times.0': 'order.noTime' })
  const seriesId = weeks > 1 ? newId() : null
  if (seriesId) {
    await ctx.tx
      .insertInto('orderSeries')
      .values({
        streetId: ctx.street,
        id: seriesId,
        number: await nextNumber(ctx, 'series'),
        madeBy: found(ctx.actor.personId),
        madeAt: ctx.now,
      })
      .execute()
  }
  const orders: { id: string; number: number }[] = []
  for (let week = 0; week < weeks; week += 1) {
    const times = weeksLater(content.times, week)
    // one query an order: each of a series is one of its own
    const order = await draftOrder(ctx, { ...content, times, seriesId })
    // one query an order: each is weighed by itself
    await submitOrder(ctx, { orderId: order.id })
    orders.push(order)
  }
  return found(orders[0])
}
