import type { Rule } from '#app/planner/check-plan.ts'
import { Callout } from '#app/ui/lists.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import type { PlannedOrder } from '../../planning/queries.ts'
import type { Tried } from '../../planning/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

type VerdictProps = {
  tried: Tried
  order: PlannedOrder
  orders: readonly PlannedOrder[]
  /** Who, when and where it was asked of. */
  where?: string | undefined
}

/** What a change by hand would break, rule by rule, and what it would cost the plan's goals. */
export function Verdict({ tried, order, orders, where }: VerdictProps) {
  const t = useWords(words)
  const titleOf = useTitle()
  const named = new Map(orders.map((order) => [order.orderId, order]))
  const costs = useCosts()(tried.costs)
  const broken = (rule: Rule, orderIds: readonly string[]) => {
    const others = orderIds.flatMap((orderId) =>
      orderId === order.orderId ? [] : (named.get(orderId) ?? []),
    )
    return others.length === 0
      ? t.rules[rule]
      : t.withOrders(
          t.rules[rule],
          others.map((other) => t.orderNamed(other.number, titleOf(other))),
        )
  }
  return (
    <Callout
      kind={tried.breaks.length === 0 ? 'saved' : 'warning'}
      title={tried.breaks.length === 0 ? t.fine : t.notFine}
    >
      {where !== undefined && <p>{where}</p>}
      {tried.breaks.length > 0 && (
        <ul class="ways">
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
export function useCosts(): (costs: Tried['costs']) => string {
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
