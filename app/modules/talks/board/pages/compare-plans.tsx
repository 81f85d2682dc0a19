import { authorise, found } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayDispatch } from '../../orders/access.ts'
import { findPlan, type PlannedOrder, type PlanRow, planOrdersOf } from '../../planning/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { changesBetween, Difference, useChanges } from './difference.tsx'
import { usePlanName, useProof } from './plan-parts.tsx'

const words = { zh, en }

type Side = { plan: PlanRow; orders: PlannedOrder[] }
type Data = { plan: Side; other: Side }

/** Two plans side by side: what each reaches, and each order that they place otherwise. */
export const comparePlansPage = page<Data>({
  title: (_, language) => words[language].compare,
  async load(ctx, { params }) {
    authorise(mayDispatch(ctx.actor))
    const plan = found(await findPlan(ctx, params['planId']!))
    const other = found(await findPlan(ctx, params['otherId']!))
    return {
      plan: { plan, orders: await planOrdersOf(ctx, plan.id) },
      other: { plan: other, orders: await planOrdersOf(ctx, other.id) },
    }
  },
  view: (shown) => <Compare {...shown} />,
})

function Compare({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const nameOf = usePlanName()
  const say = useChanges()
  const { plan, other } = data
  const [here, there] = [nameOf(plan.plan), nameOf(other.plan)]
  const changes = changesBetween(other.orders, plan.orders)
  return (
    <>
      <PageHead
        back={{ href: to(urls.plan, { planId: plan.plan.id }), label: here }}
        over={t.compare}
        title={t.sideBySide(there, here)}
        lead={say(changes)}
      />
      <DataTable
        caption={t.goals}
        exports="goals"
        rows={useFigures(other, plan)}
        columns={[
          { key: 'goal', label: t.goal, names: true, cell: (row) => row.goal },
          { key: 'before', label: there, cell: (row) => row.other },
          { key: 'after', label: here, cell: (row) => row.plan },
        ]}
      />
      <Section title={t.difference}>
        <Difference
          changes={changes}
          planId={plan.plan.id}
          before={there}
          after={here}
          now={visit.now}
        />
      </Section>
    </>
  )
}

type Figure = { goal: string; other: string; plan: string }

function useFigures(other: Side, plan: Side): Figure[] {
  const t = useWords(words)
  const proof = useProof()
  const figure = (goal: string, of: (side: Side) => string): Figure => ({
    goal,
    other: of(other),
    plan: of(plan),
  })
  const talksOf = ({ orders }: Side) => {
    const served = orders.filter(({ speakerId }) => speakerId !== null)
    const bySpeaker = Map.groupBy(served, ({ speakerId }) => speakerId)
    return [...bySpeaker.values()].map((talks) => talks.length)
  }
  return [
    figure(t.served, ({ orders }) => {
      const served = orders.filter(({ speakerId }) => speakerId !== null)
      return t.ofAll(served.length, orders.length)
    }),
    figure(t.fit, (side) =>
      side.plan.worth && side.plan.worth.served > 0
        ? String(Math.round((100 * side.plan.worth.fit) / side.plan.worth.served))
        : t.unknown,
    ),
    figure(t.speakersGiving, (side) => String(talksOf(side).length)),
    figure(t.mostTalks, (side) => String(Math.max(0, ...talksOf(side)))),
    figure(t.kilometres, ({ plan: { worth } }) =>
      worth ? String(Math.round(worth.kilometres)) : t.unknown,
    ),
    figure(t.howGood, (side) => (side.plan.proof ? proof(side.plan) : t.unknown)),
  ]
}
