import { authorise } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayDispatch } from '../../orders/access.ts'
import { openOrdersOf, type PlanRow, plansOf } from '../../planning/queries.ts'
import { StartPlan, startPlan } from '../../planning/start-plan.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PlanBadge, usePlanName, useProof } from './plan-parts.tsx'

const words = { zh, en }

type Data = { plans: PlanRow[]; open: number }

/** Every plan of the season as a version of its own, the newest first. */
export const plansPage = page<Data>({
  title: (_, language) => words[language].plans,
  async load(ctx) {
    authorise(mayDispatch(ctx.actor))
    return { plans: await plansOf(ctx), open: (await openOrdersOf(ctx)).length }
  },
  actions: {
    start: action(StartPlan, async (ctx, input) => {
      const { id } = await startPlan(ctx, input)
      return { to: to(urls.plan, { planId: id }), done: 'plan.started' }
    }),
  },
  view: (shown) => <Plans {...shown} />,
})

function Plans(shown: Shown<Data>) {
  const t = useWords(words)
  const { data, visit, form } = shown
  const { refusal } = form('start')
  const nameOf = usePlanName()
  const proof = useProof()
  return (
    <>
      <PageHead
        back={{ href: urls.board, label: t.title }}
        title={t.plans}
        lead={t.plansLead}
        actions={<PlanNow {...shown} />}
      />
      {refusal && <Callout kind="failed" title={refusal} />}
      <p>
        <LinkButton href={urls.newPlan}>{t.whatIf}</LinkButton>
      </p>
      <DataTable
        caption={t.plans}
        headed
        asOf={visit.now}
        rows={data.plans}
        empty={<Empty>{data.open === 0 ? t.noOrders : t.noPlans(data.open)}</Empty>}
        columns={[
          {
            key: 'name',
            label: t.plan,
            names: true,
            cell: (plan) => <a href={to(urls.plan, { planId: plan.id })}>{nameOf(plan)}</a>,
          },
          { key: 'state', label: t.state, cell: (plan) => <PlanBadge status={plan.status} /> },
          { key: 'kind', label: t.kind, cell: (plan) => t.kinds[plan.kind] },
          {
            key: 'served',
            label: t.served,
            amount: true,
            cell: (plan) => plan.orders > 0 && `${plan.served} / ${plan.orders}`,
          },
          {
            key: 'proof',
            label: t.howGood,
            cell: (plan) => plan.proof !== null && proof(plan),
          },
          {
            key: 'from',
            label: t.from,
            cell: (plan) => plan.fromNumber !== null && t.planNumber(plan.fromNumber),
          },
          { key: 'by', label: t.madeBy, cell: (plan) => plan.madeByName ?? t.byItself },
          {
            key: 'at',
            label: t.madeAt,
            value: (plan) => plan.madeAt,
            cell: (plan) => <Time at={plan.madeAt} now={visit.now} />,
          },
        ]}
      />
    </>
  )
}

/** Asks for the best plan for everything that is open. */
export function PlanNow({ formKey }: Pick<Shown<unknown>, 'formKey'>) {
  const t = useWords(words)
  return (
    <PostButton
      action={to(urls.plans, null, { do: 'start' })}
      formKey={`${formKey}plan`}
      kind="main"
      icon="calendar"
    >
      {t.planNow}
    </PostButton>
  )
}
