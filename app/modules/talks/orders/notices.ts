import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findOrder } from './queries.ts'

type Order = NonNullable<Awaited<ReturnType<typeof findOrder>>>

/** The office hears of an order that waits to be looked over. */
export async function tellOfOrder(ctx: Context, fact: Fact): Promise<void> {
  const order = found(await findOrder(ctx, fact.subjectId))
  if (order.status !== 'submitted') return
  await tellThem(ctx, fact, order, await holdersOf(ctx, officeRoles), 'digest')
}

/** Who ordered hears how far the order has come, unless it was they who did it. */
export async function tellPlacer(ctx: Context, fact: Fact): Promise<void> {
  const order = found(await findOrder(ctx, fact.subjectId))
  if (fact.actorId === order.placedBy) return
  await tellThem(ctx, fact, order, [order.placedBy], 'soon')
}

/** The office hears of an order that it has to see to: it was missed, or is disputed. */
export async function tellOfficeOfOrder(ctx: Context, fact: Fact): Promise<void> {
  const order = found(await findOrder(ctx, fact.subjectId))
  await tellThem(ctx, fact, order, await holdersOf(ctx, officeRoles), 'soon')
}

async function tellThem(
  ctx: Context,
  fact: Fact,
  order: Order,
  personIds: string[],
  urgency: 'digest' | 'soon',
): Promise<void> {
  await tell(ctx, {
    personIds,
    name: fact.name,
    factId: fact.id,
    link: to(urls.order, { orderId: order.id }),
    urgency,
    details: {
      title: order.title,
      titleEn: order.titleEn,
      unit: order.unitName,
      answer: fact.reason ?? '',
    },
  })
}
