import type { Parts } from '#app/planner/reasons.ts'
import { instantAt, later, minute } from '#app/platform/time.ts'
import { sayMoment } from '#app/ui/dates.ts'
import { Callout } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import type { PlannedOrder, PlanRow } from '../../planning/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Names } from './relaxing.tsx'
import { Verdict } from './verdict.tsx'

const words = { zh, en }

type Row = { key: string; rank: string; who: string; where: string; at: Date; parts: Parts }

/** What speaks for a booking beside the two next best, part by part. */
export function WhyChosen(props: {
  plan: PlanRow
  order: PlannedOrder
  orders: readonly PlannedOrder[]
  names: Names
  now: Date
}) {
  const t = useWords(words)
  const { language, reason } = useSpeech()
  const { plan, order, names, now } = props
  const { reasons } = order
  if (reasons.kind === 'byHand') {
    return (
      <Section title={t.byHand}>
        <Verdict tried={reasons} order={order} orders={props.orders} />
      </Section>
    )
  }
  if (reasons.kind === 'unasked')
    return <Callout kind="warning" title={t.unasked(reason(reasons.reason))} />
  if (reasons.kind !== 'served' || !order.during || !plan.firstDay) return null
  const firstDay = instantAt(plan.firstDay, '00:00')
  const rows: Row[] = [
    {
      key: 'chosen',
      rank: t.chosen,
      who: order.speakerName ?? '',
      where: order.venueName ?? '',
      at: order.during.start,
      parts: reasons.chosen,
    },
    ...reasons.next.map((next, at) => ({
      key: String(at),
      rank: t.nextBest,
      who: names.speakers.get(next.speaker) ?? t.relax.aSpeaker,
      where: names.venues.get(next.venue) ?? t.relax.aVenue,
      at: later(firstDay, next.start * minute),
      parts: next.parts,
    })),
  ]
  const part = (key: 'subject' | 'wish' | 'time') => ({
    key,
    label: t.parts[key],
    amount: true,
    cell: (row: Row) => row.parts[key],
  })
  return (
    <Section title={t.whyThis}>
      <p class="quietly">{t.whyLead}</p>
      <DataTable
        caption={t.whyThis}
        headed
        exports="why"
        rows={rows}
        columns={[
          { key: 'who', label: t.speaker, names: true, cell: (row) => row.who },
          { key: 'rank', label: t.state, cell: (row) => row.rank },
          { key: 'at', label: t.time, cell: (row) => sayMoment(row.at, language, now) },
          { key: 'where', label: t.venue, cell: (row) => row.where },
          part('subject'),
          part('wish'),
          part('time'),
          { key: 'load', label: t.parts.load, amount: true, cell: (row) => -round(row.parts.load) },
          {
            key: 'way',
            label: t.parts.kilometres,
            amount: true,
            cell: (row) => round(row.parts.kilometres),
          },
        ]}
      />
    </Section>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
