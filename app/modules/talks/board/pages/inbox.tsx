import type { Shown, Visit } from '#app/platform/http/page.ts'
import { dayOf, later } from '#app/platform/time.ts'
import { PostButton } from '#app/ui/button.tsx'
import { saySpan } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Due } from '#app/ui/due.tsx'
import { Badge, Callout } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { pageOf } from '#app/ui/paged.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { type Column, DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { whyNot } from '../../orders/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { LiveDispatch } from '../queries.ts'
import type { BoardData } from './board.tsx'

const words = { zh, en }
const rowsOfAPage = 15

/** By when something should be a step further; what its day has passed is late. */
function useDue(due: ReadonlyMap<string, Date>, now: Date) {
  const t = useWords(words)
  const lastDay = (orderId: string) => {
    const at = due.get(orderId)
    // It ends with its last working day.
    return at ? dayOf(later(at, -1)) : null
  }
  return <Row,>(orderIdOf: (row: Row) => string): Column<Row> => ({
    key: 'due',
    label: t.due,
    value: (row) => {
      const day = lastDay(orderIdOf(row))
      return day === null ? null : { day }
    },
    cell: (row) => {
      const day = lastDay(orderIdOf(row))
      return day === null ? null : <Due due={{ day }} now={now} />
    },
  })
}

/** What a branch ordered and nobody has looked at yet. */
export function ToVet({ data, visit, form, formKey }: Shown<BoardData>) {
  const t = useWords(words)
  const { refusal } = form('vet')
  const dueOf = useDue(data.due, visit.now)
  const titleOf = useTitle()
  if (data.toVet.length === 0) return null
  return (
    <Section title={t.toVet} id="vet">
      {refusal && <Callout kind="failed" title={refusal} />}
      <p class="quietly">{t.vetting}</p>
      <DataTable
        caption={t.toVet}
        headed
        exports="vet"
        asOf={visit.now}
        rows={data.toVet}
        columns={[
          { key: 'number', label: t.number, amount: true, cell: (order) => order.number },
          {
            key: 'talk',
            label: t.talk,
            names: true,
            cell: (order) => <a href={to(urls.order, { orderId: order.id })}>{titleOf(order)}</a>,
          },
          { key: 'unit', label: t.unit, cell: (order) => order.unitName },
          { key: 'head', label: t.head, amount: true, cell: (order) => order.headCount },
          {
            key: 'placed',
            label: t.placed,
            value: (order) => order.placedAt,
            cell: (order) => <Time at={order.placedAt} now={visit.now} />,
          },
          dueOf((order: BoardData['toVet'][number]) => order.id),
          {
            key: 'vet',
            label: t.vet,
            acts: true,
            cell: (order) => (
              <PostButton
                action={to(urls.board, null, { do: 'vet' })}
                formKey={`${formKey}${order.id}`}
                values={{ orderId: order.id }}
              >
                {t.vet}
              </PostButton>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** What waits for a speaker: what presses most first, then what has waited longest. */
export function ToDispatch({ data, visit, form, formKey }: Shown<BoardData>) {
  const t = useWords(words)
  const paged = pageOf(data.open, visit, rowsOfAPage)
  const { refusal } = form('open')
  const dueOf = useDue(data.due, visit.now)
  const titleOf = useTitle()
  const { language } = useSpeech()
  if (data.open.length === 0) return null
  return (
    <Section title={t.toDispatch} id="open">
      {refusal && <Callout kind="failed" title={refusal} />}
      <DataTable
        caption={t.toDispatch}
        headed
        exports="open"
        asOf={visit.now}
        rows={paged.rows}
        columns={[
          { key: 'number', label: t.number, amount: true, cell: (order) => order.number },
          {
            key: 'talk',
            label: t.talk,
            names: true,
            cell: (order) => (
              <a href={to(urls.order, { orderId: order.orderId })}>{titleOf(order)}</a>
            ),
          },
          { key: 'unit', label: t.unit, cell: (order) => order.unitName },
          {
            key: 'priority',
            label: t.priority,
            value: (order) => order.priority,
            cell: (order) =>
              order.priority > 1 && (
                <Badge tone="bad">{t.priorities[order.priority as 2 | 3]}</Badge>
              ),
          },
          { key: 'waited', label: t.waitedDays, amount: true, cell: (order) => order.waited },
          dueOf((order: BoardData['open'][number]) => order.orderId),
          {
            key: 'time',
            label: t.firstWish,
            value: ({ times: [first] }) =>
              first ? saySpan(first.during.start, first.during.end, language, visit.now) : null,
            cell: ({ times: [first] }) =>
              first && <Time at={first.during.start} to={first.during.end} now={visit.now} />,
          },
          { key: 'venue', label: t.venue, cell: (order) => order.wishedVenueName },
          { key: 'state', label: t.state, cell: (order) => t.waitsFor[order.status as 'vetted'] },
          {
            key: 'open',
            label: t.open,
            acts: true,
            cell: (order) =>
              whyNot('open', order) === null && (
                <PostButton
                  action={to(urls.board, null, { do: 'open' })}
                  formKey={`${formKey}${order.orderId}`}
                  values={{ orderId: order.orderId }}
                >
                  {t.open}
                </PostButton>
              ),
          },
        ]}
      />
      {paged.pager((page) => `${to(urls.board, null, { page })}#open`)}
    </Section>
  )
}

/** Speakers who were asked and have not answered yet. */
export function ToAnswer(props: {
  dispatches: readonly LiveDispatch[]
  due: ReadonlyMap<string, Date>
  visit: Visit
}) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { dispatches, visit } = props
  const dueOf = useDue(props.due, visit.now)
  const { now } = visit
  const paged = pageOf(dispatches, visit, rowsOfAPage, 'asked')
  if (dispatches.length === 0) return null
  return (
    <Section title={t.toAnswer} id="asked">
      <DataTable
        caption={t.toAnswer}
        headed
        exports="asked"
        asOf={now}
        rows={paged.rows}
        columns={[
          {
            key: 'speaker',
            label: t.speaker,
            names: true,
            cell: (dispatch) => (
              <a href={to(urls.dispatch, { dispatchId: dispatch.id })}>{dispatch.speakerName}</a>
            ),
          },
          { key: 'talk', label: t.talk, cell: (dispatch) => titleOf(dispatch) },
          { key: 'unit', label: t.unit, cell: (dispatch) => dispatch.unitName },
          {
            key: 'time',
            label: t.time,
            value: (dispatch) => dispatch.during.start,
            cell: ({ during }) => <Time at={during.start} to={during.end} now={now} />,
          },
          {
            key: 'since',
            label: t.askedAt,
            value: (dispatch) => dispatch.proposedAt,
            cell: (dispatch) => <Time at={dispatch.proposedAt} now={now} />,
          },
          dueOf((dispatch: LiveDispatch) => dispatch.orderId),
        ]}
      />
      {paged.pager((asked) => `${to(urls.board, null, { asked })}#asked`)}
    </Section>
  )
}
