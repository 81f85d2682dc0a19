import type { Rule } from '#app/planner/check-plan.ts'
import { Callout } from '#app/ui/lists.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import type { PlannedOrder } from '../../planning/queries.ts'
import type { Tried } from '../../planning/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

/** What a change by hand would break, rule by rule, and what it would cost the plan's goals. */
export function Verdict({ tried, orders }: { tried: Tried; orders: readonly PlannedOrder[] }) {
  const t = useWords(words)
  const titleOf = useTitle()
  const named = new Map(orders.map((order) => [order.orderId, order]))
  const costs = useCosts()(tried.costs)
  const broken = (rule: Rule, orderIds: readonly string[]) => {
    const others = orderIds.flatMap((orderId) => named.get(orderId) ?? [])
    return others.length === 0
      ? t.rules[rule]
      : t.withOrders(
          t.rules[rule],
          others.map((order) => t.orderNamed(order.number, titleOf(order))),
        )
  }
  return (
    <Callout
      kind={tried.breaks.length === 0 ? 'saved' : 'warning'}
      title={tried.breaks.length === 0 ? t.fine : t.notFine}
    >
      {tried.breaks.length > 0 && (
        <ul>
          {tried.breaks.map(({ rule, orderIds }, at) => (
            <li key={at}>{broken(rule, orderIds)}</li>
          ))}
        </ul>
      )}
      <p>{costs}</p>
    </Callout>
  )
}

/** What a change adds to each goal or takes from it, in words; small change is no change. */
function useCosts(): (costs: Tried['costs']) => string {
  const t = useWords(words)
  return ({ served, fit, load, kilometres }) => {
    const points = Math.round(fit * 100)
    const said = [
      served !== 0 && t.costs.served(served),
      points !== 0 && t.costs.fit(points),
      Math.abs(load) >= 0.01 && (load > 0 ? t.costs.lessFair : t.costs.fairer),
      Math.abs(kilometres) >= 0.1 && t.costs.kilometres(Math.round(kilometres * 10) / 10),
    ].filter((part) => part !== false)
    return said.length === 0 ? t.costs.nothing : said.join(t.between)
  }
}
