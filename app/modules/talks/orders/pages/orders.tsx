import { officeRoles, type Scope, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Empty, Facets, type Tone } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { pageOf } from '#app/ui/paged.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayDispatch } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { orderCounts, ordersIn } from '../queries.ts'
import { type OrderStatus, waitsForSpeaker } from '../rules.ts'

const words = { zh, en }

export const orderTones: Record<OrderStatus, Tone> = {
  draft: 'plain',
  submitted: 'ember',
  returned: 'ember',
  refused: 'plain',
  vetted: 'ember',
  planned: 'info',
  open: 'info',
  proposed: 'waiting',
  accepted: 'good',
  scheduled: 'good',
  held: 'ember',
  confirmed: 'plain',
  reviewed: 'plain',
  closed: 'plain',
  withdrawn: 'plain',
  missed: 'bad',
  expired: 'plain',
  disputed: 'bad',
}
const statuses = Object.keys(orderTones) as OrderStatus[]

/** What waits for the office, and what for a branch that ordered. */
const ofOffice: readonly OrderStatus[] = ['submitted', 'disputed', 'missed', ...waitsForSpeaker]
const ofBranch: readonly OrderStatus[] = ['returned', 'held', 'draft']

/** Most rows of a page: of what waits, and of every order. */
const fewRows = 10
const rowsOfAPage = 25
const mostOrders = 1000

type Order = Awaited<ReturnType<typeof ordersIn>>[number]
type Data = {
  status: OrderStatus | null
  counts: Map<OrderStatus, number>
  /** What waits for the reader, the one that has waited longest first. */
  waiting: Order[]
  /** The newest first. */
  orders: Order[]
  office: boolean
}

/** The orders of everyone the reader runs: first what waits for the reader. */
export const ordersPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { query }) {
    const scope: Scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
    authorise(scope.unitIds.length > 0)
    const status = statuses.find((each) => each === query.get('status')) ?? null
    const office = mayDispatch(ctx.actor)
    return {
      status,
      counts: await orderCounts(ctx, scope),
      waiting: status ? [] : await ordersIn(ctx, scope, office ? ofOffice : ofBranch),
      orders: await ordersIn(ctx, scope, status ? [status] : statuses, mostOrders, 'newest'),
      office,
    }
  },
  view: (shown) => <Orders {...shown} />,
})

function Orders({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const all = { orders: data.orders, visit, most: rowsOfAPage, is: 'orders' }
  const total = [...data.counts.values()].reduce((sum, count) => sum + count, 0)
  const there = statuses.filter((status) => data.counts.has(status) || data.status === status)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          data.office && (
            <>
              <LinkButton href={urls.newOrder} kind="main">
                {t.byPhone}
              </LinkButton>
              <LinkButton href={urls.orderClocks}>{t.toClocks}</LinkButton>
            </>
          )
        }
      />
      <Facets
        title={t.show}
        facets={[
          { label: t.all, href: to(urls.orders), count: total, chosen: data.status === null },
          ...there.map((status) => ({
            label: t.statuses[status],
            href: to(urls.orders, null, { status }),
            count: data.counts.get(status) ?? 0,
            chosen: data.status === status,
          })),
        ]}
      />
      {data.waiting.length > 0 && (
        <Section title={t.waitsForYou}>
          <OrderTable
            orders={data.waiting}
            visit={visit}
            most={fewRows}
            caption={t.waitsForYou}
            is="waiting"
            headed
          />
        </Section>
      )}
      {data.waiting.length > 0 ? (
        <Section title={t.all}>
          <OrderTable {...all} caption={t.all} headed />
        </Section>
      ) : (
        <OrderTable {...all} caption={t.title} />
      )}
    </>
  )
}

type TableProps = {
  orders: Order[]
  visit: Visit
  most: number
  caption: string
  is: string
  headed?: boolean
}

function OrderTable({ orders, visit, most, caption, is, headed }: TableProps) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { now } = visit
  const { rows, pager } = pageOf(orders, visit, most, is)
  const hrefOf = (page: number) => {
    const query = new URLSearchParams(visit.query)
    query.set(is, String(page))
    return `${to(urls.orders, null, Object.fromEntries(query))}#${is}`
  }
  return (
    <div id={is}>
      <DataTable
        caption={caption}
        exports={is}
        headed={headed}
        asOf={now}
        rows={rows}
        empty={
          <Empty action={<LinkButton href={urls.menu}>{t.toMenu}</LinkButton>}>{t.none}</Empty>
        }
        columns={[
          { key: 'number', label: t.number, cell: (order) => order.number, amount: true },
          {
            key: 'talk',
            label: t.talk,
            names: true,
            cell: (order) => <a href={to(urls.order, { orderId: order.id })}>{titleOf(order)}</a>,
          },
          { key: 'unit', label: t.unit, cell: (order) => order.unitName },
          { key: 'head', label: t.head, cell: (order) => order.headCount, amount: true },
          {
            key: 'placed',
            label: t.placed,
            cell: (order) => <Time at={order.placedAt} now={now} />,
          },
          {
            key: 'state',
            label: t.state,
            cell: (order) => (
              <Badge tone={orderTones[order.status]}>{t.statuses[order.status]}</Badge>
            ),
          },
        ]}
      />
      {pager(hrefOf)}
    </div>
  )
}
