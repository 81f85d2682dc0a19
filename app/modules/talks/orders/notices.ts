import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findOrder, timesOf } from './queries.ts'

/** The office hears of an order that waits to be dispatched. */
export async function tellOfOrder(ctx: Context, fact: Fact): Promise<void> {
  const order = found(await findOrder(ctx, fact.subjectId))
  const [first] = await timesOf(ctx, order.id)
  await tell(ctx, {
    personIds: await holdersOf(ctx, officeRoles),
    name: 'order.placed',
    factId: fact.id,
    link: to(urls.order, { orderId: order.id }),
    urgency: 'digest',
    details: {
      title: order.title,
      titleEn: order.titleEn,
      start: first!.during.start,
      end: first!.during.end,
      venue: order.venueName,
      unit: order.unitName,
    },
  })
}
