import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayDispatch } from '../../orders/access.ts'
import { PublishPlan, publishPlan } from '../../planning/publish-plan.ts'
import {
  findPlan,
  handAgainstRules,
  lastPublished,
  type PlannedOrder,
  type PlanRow,
  planOrdersOf,
} from '../../planning/queries.ts'
import { type Tried, whyNotChanged } from '../../planning/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type LiveDispatch, liveDispatches } from '../queries.ts'
import { changesBetween, Difference, useChanges } from './difference.tsx'
import { usePlanName } from './plan-parts.tsx'
import { firmnessOf } from './plan-table.tsx'
import { useCosts } from './verdict.tsx'

const words = { zh, en }
const name = namesOf(PublishPlan)

type Data = {
  plan: PlanRow
  orders: PlannedOrder[]
  live: LiveDispatch[]
  before: PlannedOrder[]
  last: PlanRow | null
  /** What the office's hand put against a rule. */
  broken: Tried['breaks']
}

/** What publishing a plan would do, before it is done. */
export const publishPlanPage = page<Data>({
  title: (_, language) => words[language].publish,
  async load(ctx, { params }) {
    authorise(mayDispatch(ctx.actor))
    const plan = found(await findPlan(ctx, params['planId']!))
    const last = (await lastPublished(ctx)) ?? null
    return {
      plan,
      last,
      orders: await planOrdersOf(ctx, plan.id),
      live: await liveDispatches(ctx),
      broken: await handAgainstRules(ctx, plan.id),
      before: last ? await planOrdersOf(ctx, last.id) : [],
    }
  },
  actions: {
    publish: action(PublishPlan, async (ctx, input) => {
      await publishPlan(ctx, input)
      return { to: to(urls.plan, { planId: input.planId }), done: 'plan.published' }
    }),
  },
  view: (shown) => <Publish {...shown} />,
})

type ObjectionsProps = {
  planId: string
  orders: readonly PlannedOrder[]
  broken: Tried['breaks']
}

/** What was placed by hand against a rule, and what that costs: said before it is asked all the same. */
function Objections({ planId, orders, broken }: ObjectionsProps) {
  const t = useWords(words)
  const titleOf = useTitle()
  const costs = useCosts()
  const against = orders.flatMap(({ orderId, number, reasons, locked, ...order }) => {
    const rules = broken.filter(({ orderIds }) => locked && orderIds.includes(orderId))
    const cost = reasons.kind === 'byHand' ? costs(reasons.costs) : null
    const said = [...new Set(rules.map(({ rule }) => t.rules[rule]))]
    return said.length > 0
      ? [{ orderId, name: t.orderNamed(number, titleOf(order)), said, cost }]
      : []
  })
  if (against.length === 0) return null
  return (
    <Callout kind="warning" title={t.againstRules(against.length)}>
      <ul class="ways">
        {against.map(({ orderId, name, said, cost }) => (
          <li key={orderId}>
            <a href={to(urls.planOrder, { planId, orderId })}>{name}</a>
            <ul class="plain">
              {said.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
            {cost}
          </li>
        ))}
      </ul>
      <p>{t.againstRulesMore}</p>
    </Callout>
  )
}

function Publish({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const nameOf = usePlanName()
  const say = useChanges()
  const { plan, orders, before, last } = data
  const here = { planId: plan.id }
  const asked = orders.filter((order) => {
    const firmness = firmnessOf(order, data.live)
    return firmness === 'planned' || firmness === 'locked'
  })
  const people = new Set(asked.map(({ speakerId }) => speakerId)).size
  const unserved = orders.filter(({ speakerId }) => speakerId === null).length
  const changes = changesBetween(before, orders)
  return (
    <>
      <PageHead
        back={{ href: to(urls.plan, here), label: nameOf(plan) }}
        title={t.publishTitle}
        lead={t.publishLead(asked.length, people)}
      />
      {unserved > 0 && (
        <Callout kind="info" title={t.publishUnserved(unserved)}>
          <p>{t.publishUnservedMore}</p>
        </Callout>
      )}
      <Objections planId={plan.id} orders={asked} broken={data.broken} />
      <Form
        id="publish"
        action={to(urls.publishPlan, here, { do: 'publish' })}
        formKey={formKey}
        state={form('publish')}
      >
        <input type="hidden" name={name('planId')} value={plan.id} />
        {form('publish').refusal !== undefined && (
          <CheckboxField name={name('rest')} label={t.publishRest} checked />
        )}
        <Actions>
          <Button kind="main" icon="check" whyNot={whyNotChanged(plan)}>
            {t.publishYes(asked.length)}
          </Button>
          <LinkButton href={to(urls.plan, here)}>{t.notYet}</LinkButton>
        </Actions>
      </Form>
      <Section title={last ? t.againstLast(last.number) : t.whatIsAsked}>
        <p>{say(changes)}</p>
        <Difference
          changes={changes}
          planId={plan.id}
          before={last ? nameOf(last) : t.before}
          after={nameOf(plan)}
          now={visit.now}
        />
      </Section>
    </>
  )
}
