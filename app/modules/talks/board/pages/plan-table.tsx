import type { Visit } from '#app/platform/http/page.ts'
import { saySpan } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge, type Tone } from '#app/ui/lists.tsx'
import { pageOf } from '#app/ui/paged.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import type { PlannedOrder, PlanRow } from '../../planning/queries.ts'
import { isSame } from '../../planning/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { LiveDispatch } from '../queries.ts'
import type { Firmness } from './week-timeline.tsx'

const words = { zh, en }

const tones: Record<Firmness, Tone> = {
  planned: 'info',
  locked: 'ember',
  proposed: 'waiting',
  accepted: 'good',
}

/** How firmly a planned order stands: as far as its speaker has answered; null where it is not served. */
export function firmnessOf(order: PlannedOrder, live: readonly LiveDispatch[]): Firmness | null {
  if (order.speakerId === null) return null
  const promised = live.find(({ orderId }) => orderId === order.orderId)
  if (promised && isSame(promised, order)) return promised.status
  return order.locked ? 'locked' : 'planned'
}

const rowsOfAPage = 25

type PlanTableProps = {
  plan: PlanRow
  orders: readonly PlannedOrder[]
  live: readonly LiveDispatch[]
  visit: Visit
}

/** Every order of a plan in a row, each with the way to move it: all that dragging can do. */
export function PlanTable({ plan, orders, live, visit }: PlanTableProps) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { language } = useSpeech()
  const { now } = visit
  const paged = pageOf(orders, visit, rowsOfAPage)
  const stateOf = (order: PlannedOrder) => {
    const firmness = firmnessOf(order, live)
    return firmness === null ? t.notServed : t.firmness[firmness]
  }
  return (
    <>
      <DataTable
        caption={t.allOrders}
        headed
        asOf={now}
        rows={paged.rows}
        exports="plan"
        columns={[
          { key: 'number', label: t.number, amount: true, cell: (order) => order.number },
          {
            key: 'talk',
            label: t.talk,
            names: true,
            cell: (order) => (
              <a href={to(urls.planOrder, { planId: plan.id, orderId: order.orderId })}>
                {titleOf(order)}
              </a>
            ),
          },
          { key: 'unit', label: t.unit, cell: (order) => order.unitName },
          { key: 'speaker', label: t.speaker, cell: (order) => order.speakerName },
          {
            key: 'time',
            label: t.time,
            value: (order) =>
              order.during && saySpan(order.during.start, order.during.end, language, now),
            cell: (order) =>
              order.during && <Time at={order.during.start} to={order.during.end} now={now} />,
          },
          { key: 'venue', label: t.venue, cell: (order) => order.venueName },
          {
            key: 'state',
            label: t.state,
            cell: (order) => (
              <Badge tone={tones[firmnessOf(order, live) ?? 'planned']}>{stateOf(order)}</Badge>
            ),
          },
        ]}
      />
      {paged.pager((page) => `${to(urls.plan, { planId: plan.id }, { page })}#orders`)}
    </>
  )
}
