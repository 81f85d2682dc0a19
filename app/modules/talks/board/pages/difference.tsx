import { saySpan } from '#app/ui/dates.ts'
import { Badge, type Tone } from '#app/ui/lists.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import type { PlannedOrder } from '../../planning/queries.ts'
import { differenceBetween } from '../../planning/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

/** What a plan makes otherwise than another. */
export type Change = {
  kind: 'added' | 'moved' | 'dropped'
  before: PlannedOrder | null
  after: PlannedOrder | null
}

const tones: Record<Change['kind'], Tone> = { added: 'good', moved: 'info', dropped: 'bad' }

/** What a plan makes otherwise than another, each order as it was and as it is. */
export function changesBetween(
  before: readonly PlannedOrder[],
  after: readonly PlannedOrder[],
): Change[] {
  const was = new Map(before.map((order) => [order.orderId, order]))
  const is = new Map(after.map((order) => [order.orderId, order]))
  const difference = differenceBetween(before, after)
  return (['added', 'moved', 'dropped'] as const).flatMap((kind) =>
    difference[kind].map((orderId) => ({
      kind,
      before: was.get(orderId) ?? null,
      after: is.get(orderId) ?? null,
    })),
  )
}

/** The changes in a sentence: so many added, moved, dropped. */
export function useChanges(): (changes: readonly Change[]) => string {
  const t = useWords(words)
  const count = (changes: readonly Change[], kind: Change['kind']) =>
    changes.filter((change) => change.kind === kind).length
  return (changes) =>
    changes.length === 0
      ? t.noChanges
      : t.changes(count(changes, 'added'), count(changes, 'moved'), count(changes, 'dropped'))
}

type DifferenceProps = {
  changes: readonly Change[]
  planId: string
  /** What the columns of before and after are called. */
  before: string
  after: string
  now: Date
}

/** The changes one by one, before and after side by side. */
export function Difference({ changes, planId, before, after, now }: DifferenceProps) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { language } = useSpeech()
  const orderOf = (change: Change) => (change.after ?? change.before)!
  const said = (order: PlannedOrder | null) =>
    order?.during
      ? [
          order.speakerName,
          saySpan(order.during.start, order.during.end, language, now),
          order.venueName,
        ].join(' · ')
      : t.notServed
  return (
    <DataTable
      caption={t.difference}
      headed
      rows={changes}
      exports="difference"
      empty={<p class="quietly">{t.noChanges}</p>}
      columns={[
        {
          key: 'kind',
          label: t.change,
          cell: (change) => <Badge tone={tones[change.kind]}>{t.changeKinds[change.kind]}</Badge>,
        },
        {
          key: 'order',
          label: t.order,
          names: true,
          cell: (change) => (
            <a href={to(urls.planOrder, { planId, orderId: orderOf(change).orderId })}>
              {t.orderNamed(orderOf(change).number, titleOf(orderOf(change)))}
            </a>
          ),
        },
        { key: 'before', label: before, cell: (change) => said(change.before) },
        { key: 'after', label: after, cell: (change) => said(change.after) },
      ]}
    />
  )
}
