import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { liveDispatchOf } from '../dispatches/queries.ts'
import { findOrder } from '../orders/queries.ts'

/** Who must act is reminded: the asked speaker, or the office. */
export async function remindOfOrder(ctx: Context, fact: Fact): Promise<void> {
  const asked = fact.details['stage'] === 'accept'
  const dispatch = asked ? await liveDispatchOf(ctx, fact.subjectId) : undefined
  if (asked && !dispatch) return
  await tellOfClock(ctx, fact, {
    personIds: dispatch ? [dispatch.speakerPersonId] : await holdersOf(ctx, officeRoles),
    link: dispatch
      ? to(urls.dispatch, { dispatchId: dispatch.id })
      : to(urls.order, { orderId: fact.subjectId }),
  })
}

/** A matter that was not seen to in time goes up to who leads the office, or to the office. */
export async function escalateOrder(ctx: Context, fact: Fact): Promise<void> {
  const leaders = await holdersOf(ctx, ['administrator'])
  await tellOfClock(ctx, fact, {
    personIds: leaders.length > 0 ? leaders : await holdersOf(ctx, officeRoles),
    link: to(urls.order, { orderId: fact.subjectId }),
  })
}

async function tellOfClock(
  ctx: Context,
  fact: Fact,
  { personIds, link }: { personIds: string[]; link: string },
): Promise<void> {
  const order = found(await findOrder(ctx, fact.subjectId))
  await tell(ctx, {
    personIds,
    name: fact.name,
    factId: fact.id,
    link,
    urgency: 'soon',
    details: {
      title: order.title,
      titleEn: order.titleEn,
      unit: order.unitName,
      stage: fact.details['stage'],
    },
  })
}
