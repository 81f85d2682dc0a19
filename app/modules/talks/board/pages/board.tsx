import { venues } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Callout, Empty, Stat, Stats } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { Sketch } from '#app/ui/sketch.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayDispatch } from '../../orders/access.ts'
import { OpenOrder, openOrder } from '../../orders/open-order.ts'
import { ordersIn } from '../../orders/queries.ts'
import { VetOrder, vetOrder } from '../../orders/vet-order.ts'
import {
  latestPlan,
  openOrdersOf,
  type PlanRow,
  type OpenOrder as WaitingOrder,
} from '../../planning/queries.ts'
import { speakers } from '../../speakers/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  type CommunityOrders,
  communityOrders,
  dueTimes,
  type LiveDispatch,
  liveDispatches,
} from '../queries.ts'
import { ToAnswer, ToDispatch, ToVet } from './inbox.tsx'
import { promisedStanding } from './plan.tsx'
import { isRunning, PlanBadge, Solving, usePlanName, useProof } from './plan-parts.tsx'
import { PlanNow } from './plans.tsx'
import { timelineChoice, WeekTimeline } from './week-timeline.tsx'

const words = { zh, en }

type Named = { id: string; name: string }
export type BoardData = {
  toVet: Awaited<ReturnType<typeof ordersIn>>
  open: WaitingOrder[]
  live: LiveDispatch[]
  /** By when each order should be a step further. */
  due: Map<string, Date>
  plan: PlanRow | undefined
  communities: CommunityOrders[]
  speakers: Named[]
  venues: Named[]
}

/** The dispatch board: what waits, the plan for it, who speaks where and when, and for whom it is. */
export const boardPage = page<BoardData>({
  title: (_, language) => words[language].title,
  async load(ctx) {
    authorise(mayDispatch(ctx.actor))
    const known = await speakers(ctx)
    return {
      toVet: await ordersIn(ctx, scopeOf(ctx.actor, officeRoles), ['submitted']),
      open: await openOrdersOf(ctx),
      live: await liveDispatches(ctx),
      due: await dueTimes(ctx),
      plan: await latestPlan(ctx),
      communities: await communityOrders(ctx),
      speakers: known.filter(({ leftAt }) => leftAt === null),
      venues: await venues(ctx),
    }
  },
  actions: {
    vet: action(VetOrder, async (ctx, input) => {
      await vetOrder(ctx, input)
      return { to: `${urls.board}#vet`, done: 'order.vetted' }
    }),
    open: action(OpenOrder, async (ctx, input) => {
      await openOrder(ctx, input)
      return { to: `${urls.board}#open`, done: 'order.opened' }
    }),
  },
  view: (shown) => <Board {...shown} />,
})

function Board(shown: Shown<BoardData>) {
  const t = useWords(words)
  const { data, visit } = shown
  const asked = data.live.filter(({ status }) => status === 'proposed')
  const nothing = data.toVet.length + data.open.length + data.live.length === 0
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={<LinkButton href={urls.plans}>{t.plans}</LinkButton>}
      />
      <Stats>
        <Stat figure={data.toVet.length} label={t.toVet} href="#vet" />
        <Stat figure={data.open.length} label={t.toDispatch} href="#open" />
        <Stat figure={asked.length} label={t.toAnswer} href="#asked" />
        <Stat figure={data.live.length - asked.length} label={t.agreed} href="#timeline" />
      </Stats>
      <PlanBox {...shown} />
      {nothing && (
        <Empty action={<LinkButton href={urls.orders}>{t.toOrders}</LinkButton>}>
          {t.noOrders}
        </Empty>
      )}
      <ToVet {...shown} />
      <ToDispatch {...shown} />
      <ToAnswer dispatches={asked} due={data.due} visit={visit} />
      {data.live.length > 0 && (
        <Section title={t.timeline} id="timeline">
          <WeekTimeline
            choice={timelineChoice(visit.query)}
            standings={data.live.map(promisedStanding)}
            speakers={data.speakers}
            venues={data.venues}
            now={visit.now}
            hrefOf={(query) => `${to(urls.board, null, query)}#timeline`}
          />
        </Section>
      )}
      <Communities {...data} />
    </>
  )
}

/** The newest plan, or the way to one. */
function PlanBox({ data, formKey }: Shown<BoardData>) {
  const t = useWords(words)
  const nameOf = usePlanName()
  const proof = useProof()
  const { plan, open } = data
  if (!plan) {
    if (open.length === 0) return null
    return (
      <Callout kind="info" title={t.noPlans(open.length)}>
        <PlanNow formKey={formKey} />
      </Callout>
    )
  }
  const href = to(urls.plan, { planId: plan.id })
  if (isRunning(plan)) return <Solving plan={plan} />
  return (
    <Section title={t.plan} aside={<a href={urls.plans}>{t.allPlans}</a>}>
      <p>
        <a href={href}>{nameOf(plan)}</a> <PlanBadge status={plan.status} />{' '}
        {plan.orders > 0 && t.servedOf(plan.served, plan.orders)} {plan.proof && proof(plan)}
      </p>
      {plan.kind === 'repair' && plan.status === 'ready' && (
        <Callout kind="warning" title={t.healed}>
          <p>
            <LinkButton href={href}>{t.lookAtIt}</LinkButton>
          </p>
        </Callout>
      )}
      {open.length > 0 && <PlanNow formKey={formKey} />}
    </Section>
  )
}

/** For whom: the communities as they lie, and the same as a table. */
function Communities({ communities }: Pick<BoardData, 'communities'>) {
  const t = useWords(words)
  const ordering = communities.filter(({ orders }) => orders > 0)
  if (ordering.length === 0) return null
  const places = communities.flatMap(({ id, name, x, y, orders, provided }) =>
    x === null || y === null
      ? []
      : [{ key: id, label: name, x, y, whole: orders, part: orders - provided }],
  )
  return (
    <Section title={t.communities}>
      <Sketch caption={t.sketch} places={places} />
      <details class="behind" open={places.length === 0}>
        <summary>{t.asTable}</summary>
        <DataTable
          caption={t.communities}
          headed
          exports="communities"
          rows={communities}
          columns={[
            { key: 'name', label: t.community, names: true, cell: ({ name }) => name },
            { key: 'orders', label: t.ordered, amount: true, cell: ({ orders }) => orders },
            { key: 'part', label: t.provided, amount: true, cell: ({ provided }) => provided },
            {
              key: 'rest',
              label: t.stillOpen,
              amount: true,
              cell: ({ orders, provided }) => orders - provided,
            },
          ]}
        />
      </details>
    </Section>
  )
}
