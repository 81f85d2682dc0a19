import { venues } from '#app/modules/organisation/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton, PostButton } from '#app/ui/button.tsx'
import { Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayDispatch } from '../../orders/access.ts'
import { OpenOrder, openOrder } from '../../orders/open-order.ts'
import { DiscardPlan, discardPlan } from '../../planning/discard-plan.ts'
import { HealPlan, healPlan } from '../../planning/heal-plan.ts'
import {
  findPlan,
  lastPublished,
  type PlannedOrder,
  type PlanRow,
  planOrdersOf,
  plansOf,
} from '../../planning/queries.ts'
import { whyNotChanged } from '../../planning/rules.ts'
import { speakers } from '../../speakers/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type LiveDispatch, liveDispatches, talkTitles } from '../queries.ts'
import { changesBetween, useChanges } from './difference.tsx'
import { Goals, isRunning, MadeBy, PlanBadge, Solving, usePlanName } from './plan-parts.tsx'
import { firmnessOf, PlanTable } from './plan-table.tsx'
import type { Names } from './relaxing.tsx'
import { UnservedOrders } from './unserved-orders.tsx'
import { type Standing, timelineChoice, WeekTimeline } from './week-timeline.tsx'

const words = { zh, en }

type Named = { id: string; name: string }
export type PlanData = {
  plan: PlanRow
  orders: PlannedOrder[]
  /** The plan that was published last before this one, with its orders. */
  published: { plan: PlanRow; orders: PlannedOrder[] } | null
  /** Other plans that can be compared with this one. */
  others: PlanRow[]
  /** What speakers were asked for, or have promised. */
  live: LiveDispatch[]
  speakers: Named[]
  venues: Named[]
  names: Names
}

/** A plan: what it reaches, who speaks when, what it can't serve and why, and what it changes. */
export const planPage = page<PlanData>({
  title: (data, language) => words[language].planNumber(data.plan.number),
  async load(ctx, { params }) {
    authorise(mayDispatch(ctx.actor))
    const plan = found(await findPlan(ctx, params['planId']!))
    const all = await plansOf(ctx)
    const last = await lastPublished(ctx)
    const known = await speakers(ctx)
    const places = await venues(ctx)
    return {
      plan,
      orders: await planOrdersOf(ctx, plan.id),
      published:
        last && last.id !== plan.id
          ? { plan: last, orders: await planOrdersOf(ctx, last.id) }
          : null,
      others: all.filter((other) => other.id !== plan.id && isWhole(other)),
      live: await liveDispatches(ctx),
      speakers: known.filter(({ leftAt }) => leftAt === null),
      venues: places,
      names: {
        speakers: new Map(known.map(({ id, name }) => [id, name])),
        venues: new Map(places.map(({ id, name }) => [id, name])),
        skills: await talkTitles(ctx),
      },
    }
  },
  actions: {
    open: action(OpenOrder, async (ctx, input, { params }) => {
      await openOrder(ctx, input)
      const path = to(urls.plan, { planId: params['planId']! })
      return { to: `${path}#unserved`, done: 'order.opened' }
    }),
    heal: action(HealPlan, async (ctx, input) => {
      const healing = found(await healPlan(ctx, input))
      return { to: to(urls.plan, { planId: healing.id }), done: 'plan.started' }
    }),
    discard: action(DiscardPlan, async (ctx, input) => {
      await discardPlan(ctx, input)
      return { to: urls.plans, done: 'plan.discarded' }
    }),
  },
  view: (shown) => <Plan {...shown} />,
})

function isWhole({ status }: PlanRow): boolean {
  return status === 'ready' || status === 'published'
}

function Plan(shown: Shown<PlanData>) {
  const t = useWords(words)
  const nameOf = usePlanName()
  const { plan, orders } = shown.data
  const { visit } = shown
  const { refusal } = shown.form('open')
  return (
    <>
      <PageHead
        back={{ href: urls.plans, label: t.plans }}
        over={<PlanBadge status={plan.status} />}
        title={nameOf(plan)}
        lead={<MadeBy plan={plan} now={visit.now} />}
        actions={
          plan.status === 'ready' && (
            <LinkButton kind="main" href={to(urls.publishPlan, { planId: plan.id })}>
              {t.publish}
            </LinkButton>
          )
        }
      />
      <Solving plan={plan} />
      {plan.status === 'failed' && <Callout kind="failed" title={t.failed} />}
      {!isRunning(plan) && orders.length === 0 && (
        <Empty action={<LinkButton href={urls.board}>{t.toBoard}</LinkButton>}>
          {t.nothingInPlan}
        </Empty>
      )}
      {orders.length > 0 && (
        <>
          <Goals plan={plan} orders={orders} />
          <AgainstPublished {...shown} />
          {refusal && <Callout kind="failed" title={refusal} />}
          <UnservedOrders {...shown.data} now={visit.now} formKey={shown.formKey} />
          <PlanTimeline {...shown} />
          <Section title={t.allOrders} id="orders">
            <p class="quietly">{t.allOrdersLead}</p>
            <PlanTable plan={plan} orders={orders} live={shown.data.live} visit={visit} />
          </Section>
        </>
      )}
      <Further {...shown} />
    </>
  )
}

function AgainstPublished({ data }: Shown<PlanData>) {
  const t = useWords(words)
  const say = useChanges()
  const { plan, published } = data
  if (!published || published.plan.number > plan.number) return null
  const both = { planId: plan.id, otherId: published.plan.id }
  return (
    <p>
      {t.againstPublished(published.plan.number)}
      {say(changesBetween(published.orders, data.orders))}{' '}
      <a href={to(urls.comparePlans, both)}>{t.seeDifference}</a>
    </p>
  )
}

function PlanTimeline({ data, visit }: Shown<PlanData>) {
  const t = useWords(words)
  const here = { planId: data.plan.id }
  const changeable = whyNotChanged(data.plan) === null
  const own = new Set(data.orders.map(({ orderId }) => orderId))
  const standings: Standing[] = [
    ...data.orders.flatMap((order) => standingOf(order, data, changeable)),
    ...data.live.filter(({ orderId }) => !own.has(orderId)).map(promisedStanding),
  ]
  return (
    <Section title={t.timeline} id="timeline">
      <WeekTimeline
        choice={timelineChoice(visit.query)}
        standings={standings}
        speakers={data.speakers}
        venues={data.venues}
        now={visit.now}
        hrefOf={(query) => `${to(urls.plan, here, query)}#timeline`}
      />
    </Section>
  )
}

function standingOf(
  order: PlannedOrder,
  { plan, live }: PlanData,
  changeable: boolean,
): Standing[] {
  const { during, speakerId, venueId } = order
  const firmness = firmnessOf(order, live)
  if (!during || !speakerId || !venueId || !firmness) return []
  return [
    {
      key: order.orderId,
      speakerId,
      venueId,
      speakerName: order.speakerName ?? '',
      venueName: order.venueName ?? '',
      unitName: order.unitName,
      title: order.title,
      titleEn: order.titleEn,
      during,
      firmness,
      href: to(urls.planOrder, { planId: plan.id, orderId: order.orderId }),
      moves: changeable,
    },
  ]
}

/** A talk that a speaker was asked for, or has promised. */
export function promisedStanding(dispatch: LiveDispatch): Standing {
  return {
    ...dispatch,
    key: dispatch.id,
    firmness: dispatch.status,
    href: to(urls.order, { orderId: dispatch.orderId }),
    moves: false,
  }
}

/** Other questions to the planner, other plans to compare with, and throwing this one away. */
function Further({ data, formKey, form }: Shown<PlanData>) {
  const t = useWords(words)
  const nameOf = usePlanName()
  const { plan, others } = data
  const here = { planId: plan.id }
  const refusal = form('discard').refusal ?? form('heal').refusal
  const isInForce = plan.status === 'published' && data.published === null
  return (
    <Section title={t.further}>
      {refusal && <Callout kind="failed" title={refusal} />}
      {isInForce && (
        <>
          <p class="quietly">{t.healLead}</p>
          <PostButton
            action={to(urls.plan, here, { do: 'heal' })}
            formKey={`${formKey}heal`}
            values={{}}
          >
            {t.heal}
          </PostButton>
        </>
      )}
      <p>
        <LinkButton href={to(urls.newPlan, null, { from: plan.id })}>{t.whatIf}</LinkButton>
      </p>
      {isWhole(plan) && others.length > 0 && (
        <>
          <h3>{t.compareWith}</h3>
          <ul class="plain">
            {others.slice(0, 8).map((other) => (
              <li key={other.id}>
                <a href={to(urls.comparePlans, { ...here, otherId: other.id })}>{nameOf(other)}</a>{' '}
                <span class="quietly">{t.servedOf(other.served, other.orders)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {plan.status !== 'published' && plan.status !== 'discarded' && (
        <PostButton
          action={to(urls.plan, here, { do: 'discard' })}
          formKey={formKey}
          values={here}
          kind="quiet"
        >
          {t.discard}
        </PostButton>
      )}
    </Section>
  )
}
