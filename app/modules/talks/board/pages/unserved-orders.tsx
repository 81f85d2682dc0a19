import { PostButton } from '#app/ui/button.tsx'
import { saySpan } from '#app/ui/dates.ts'
import { Badge, Slip } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { to, urls } from '#app/urls.ts'
import { whyNot } from '../../orders/rules.ts'
import type { PlannedOrder, PlanRow } from '../../planning/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Names, useFunnel, useWays } from './relaxing.tsx'

const words = { zh, en }
const shownAtFirst = 8

type UnservedProps = {
  plan: PlanRow
  orders: readonly PlannedOrder[]
  names: Names
  now: Date
  formKey: string
}

/** The orders a plan can't serve: each with why, and the least that would have to be otherwise. */
export function UnservedOrders(props: UnservedProps) {
  const { plan, orders, names, now } = props
  const t = useWords(words)
  const unserved = orders
    .filter(({ speakerId }) => speakerId === null)
    .toSorted((one, other) => other.priority - one.priority || other.waited - one.waited)
  if (unserved.length === 0) return null
  const later = unserved.slice(shownAtFirst)
  const each = (order: PlannedOrder) => (
    <UnservedOrder key={order.orderId} {...props} order={order} />
  )
  return (
    <Section
      title={t.unserved}
      id="unserved"
      aside={<UnservedFile orders={unserved} plan={plan} names={names} now={now} />}
    >
      <p class="quietly">{t.unservedLead}</p>
      {unserved.slice(0, shownAtFirst).map(each)}
      {later.length > 0 && (
        <details>
          <summary class="button quiet">{t.moreUnserved(later.length)}</summary>
          {later.map(each)}
        </details>
      )}
    </Section>
  )
}

type OneProps = Omit<UnservedProps, 'orders'> & { order: PlannedOrder }

function UnservedOrder({ plan, order, names, now, formKey }: OneProps) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const titleOf = useTitle()
  const funnelOf = useFunnel()
  const asking = { planId: plan.id, firstDay: plan.firstDay, order, names, now }
  const waysOf = useWays(asking)
  const here = { planId: plan.id, orderId: order.orderId }
  const { reasons } = order
  const ways = reasons.kind === 'unserved' ? waysOf(reasons.ways) : []
  return (
    <Slip
      id={`order-${order.number}`}
      title={
        <>
          <a href={to(urls.planOrder, here)}>{t.orderNamed(order.number, titleOf(order))}</a>{' '}
          {order.priority > 1 && <Badge tone="bad">{t.priorities[order.priority as 2 | 3]}</Badge>}
        </>
      }
    >
      <p class="quietly">
        {[order.unitName, t.people(order.headCount), t.waited(order.waited)].join(' · ')}
      </p>
      {reasons.kind === 'unserved' ? (
        <>
          <p>{funnelOf(reasons.funnel)}</p>
          {ways.length > 0 && <p>{t.wouldDo(ways.length)}</p>}
          <ol class="ways">
            {ways.map((way, at) => (
              <li key={at}>
                {way.map((step, number) => (
                  <span key={step.said}>
                    {number > 0 && t.and}
                    {step.said} <a href={step.href}>{step.does}</a>
                  </span>
                ))}
              </li>
            ))}
          </ol>
          {reasons.price && reasons.price.dropped.length > 0 && (
            <p class="quietly">{t.instead(reasons.price.dropped.length)}</p>
          )}
        </>
      ) : (
        <p>{reasons.kind === 'unasked' ? t.unasked(reason(reasons.reason)) : t.takenOut}</p>
      )}
      <p>
        <a href={to(urls.planOrder, here)}>{t.placeByHand}</a>
        {' · '}
        <a href={to(urls.order, { orderId: order.orderId })}>{t.toOrder}</a>
      </p>
      {whyNot('open', order) === null && (
        <PostButton
          action={to(urls.plan, { planId: plan.id }, { do: 'open' })}
          formKey={`${formKey}${order.orderId}`}
          values={{ orderId: order.orderId }}
        >
          {t.open}
        </PostButton>
      )}
    </Slip>
  )
}

/** The same as a table to keep. */
function UnservedFile({ orders, plan, names, now }: Omit<UnservedProps, 'formKey'>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const titleOf = useTitle()
  const funnelOf = useFunnel()
  const rows = orders.map((order) => ({
    order,
    steps: order.reasons.kind === 'unserved' ? order.reasons : null,
  }))
  const waysOf = useWays({
    planId: plan.id,
    firstDay: plan.firstDay,
    order: { orderId: '' },
    names,
    now,
  })
  return (
    <TableFile
      caption={t.unserved}
      exports="unserved"
      rows={rows}
      columns={[
        { label: t.number, value: ({ order }) => order.number },
        { label: t.talk, value: ({ order }) => titleOf(order) },
        { label: t.unit, value: ({ order }) => order.unitName },
        { label: t.head, value: ({ order }) => order.headCount },
        { label: t.priority, value: ({ order }) => order.priority },
        { label: t.waitedDays, value: ({ order }) => order.waited },
        {
          label: t.times,
          value: ({ order }) =>
            order.times
              .map(({ during }) => saySpan(during.start, during.end, language, now))
              .join('; '),
        },
        { label: t.why, value: ({ steps }) => (steps ? funnelOf(steps.funnel) : '') },
        {
          label: t.waysOut,
          value: ({ steps }) =>
            waysOf(steps?.ways ?? [])
              .map((way) => way.map((step) => step.said).join(t.and))
              .join('; '),
        },
      ]}
    />
  )
}
