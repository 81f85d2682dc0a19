import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findPlan } from './queries.ts'

/** The office hears of a plan that the program made by itself; whoever asked for one looks anyway. */
export async function tellOfHealing(ctx: Context, fact: Fact): Promise<void> {
  const plan = found(await findPlan(ctx, fact.subjectId))
  if (plan.madeByName !== null || plan.status !== 'ready') return
  await tell(ctx, {
    personIds: await holdersOf(ctx, officeRoles),
    name: 'plan.ready',
    factId: fact.id,
    link: to(urls.plan, { planId: plan.id }),
    urgency: 'soon',
    details: { number: plan.number, served: plan.served, orders: plan.orders },
  })
}
