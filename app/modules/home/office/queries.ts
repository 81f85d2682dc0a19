import { callsToMake } from '#app/modules/matters/claims/queries.ts'
import { needsIn } from '#app/modules/matters/needs/queries.ts'
import type { Scope } from '#app/modules/people/access.ts'
import { suggestions } from '#app/modules/people/suggestions/queries.ts'
import { requestsOf } from '#app/modules/privacy/queries.ts'
import { applicationsWaiting } from '#app/modules/talks/applications/queries.ts'
import { ordersIn } from '#app/modules/talks/orders/queries.ts'
import { waitsForSpeaker } from '#app/modules/talks/orders/rules.ts'
import { healedPlans, latestPlan, type PlanRow } from '#app/modules/talks/planning/queries.ts'
import { callBacks } from '#app/modules/talks/reviews/queries.ts'
import { vettingsEnding } from '#app/modules/talks/speakers/queries.ts'
import { wishesWaiting } from '#app/modules/talks/wishes/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { to, urls } from '#app/urls.ts'
import type { Kind, Waiting } from '../rules.ts'

/** What waits for the street's office alone. */
export async function officesWork(ctx: Context, office: Scope): Promise<Waiting[]> {
  const toVet = await ordersIn(ctx, office, ['submitted'])
  const toSettle = await ordersIn(ctx, office, ['disputed', 'missed'])
  const orders = await ordersIn(ctx, office, waitsForSpeaker)
  const [oldestToVet] = toVet
  const { toAsk, toCallBack } = await callsToMake(ctx)
  const [oldest] = orders
  const needs = to(urls.needs)
  const wishes = await wishesWaiting(ctx)
  return [
    ...(await plansWaiting(ctx)),
    {
      kind: 'vet',
      to: to(urls.orders, null, { status: 'submitted' }),
      count: toVet.length,
      ...(oldestToVet && { what: oldestToVet, detail: oldestToVet.unitName }),
    },
    { kind: 'settle', to: to(urls.orders, null, { status: 'disputed' }), count: toSettle.length },
    {
      kind: 'dispatch',
      to: to(urls.board),
      count: orders.length,
      ...(oldest && { what: oldest, detail: oldest.unitName }),
    },
    { kind: 'callBacks', to: needs, count: toCallBack.length },
    { kind: 'reviewCalls', to: to(urls.reviews), count: (await callBacks(ctx)).length },
    { kind: 'vettings', to: to(urls.speakers), count: (await vettingsEnding(ctx)).length },
    { kind: 'needs', to: needs, count: (await needsIn(ctx, ['waiting'])).length },
    { kind: 'askResidents', to: needs, count: toAsk.length },
    {
      kind: 'applications',
      to: to(urls.applications),
      count: (await applicationsWaiting(ctx)).length,
    },
    {
      kind: wishes.overdue > 0 ? 'wishesOverdue' : 'wishes',
      to: to(urls.wishes),
      count: wishes.count,
    },
    {
      kind: 'unanswered',
      to: to(urls.suggestions),
      count: (await suggestions(ctx)).filter(({ answer }) => answer === null).length,
    },
    {
      kind: 'requests',
      to: to(urls.privacyRequests),
      count: (await requestsOf(ctx)).waiting.length,
    },
  ]
}

/** Plans that nobody has published or thrown away: those that heal what somebody called off come first. */
async function plansWaiting(ctx: Context): Promise<Waiting[]> {
  const healed = await healedPlans(ctx)
  const latest = await latestPlan(ctx)
  const line = (kind: Kind, plan: PlanRow): Waiting => ({
    kind,
    to: to(urls.plan, { planId: plan.id }),
    what: { title: String(plan.number) },
    detail: `${plan.served} / ${plan.orders}`,
  })
  if (healed.length > 0) return healed.slice(0, 1).map((plan) => line('healed', plan))
  return latest?.status === 'ready' ? [line('plan', latest)] : []
}
