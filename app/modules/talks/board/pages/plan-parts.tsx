import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Island } from '#app/ui/island.tsx'
import { Badge, Callout, Stat, Stats, type Tone } from '#app/ui/lists.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import type { PlannedOrder, PlanRow } from '../../planning/queries.ts'
import type { PlanStatus } from '../../planning/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

const tones: Record<PlanStatus, Tone> = {
  waiting: 'waiting',
  solving: 'waiting',
  ready: 'ember',
  failed: 'bad',
  published: 'good',
  discarded: 'plain',
}

/** What a plan is called: its number, and the name somebody gave it. */
export function usePlanName(): (plan: { number: number; name: string }) => string {
  const t = useWords(words)
  return ({ number, name }) => (name === '' ? t.planNumber(number) : t.planNamed(number, name))
}

/** How a plan stands, in a word. */
export function PlanBadge({ status }: { status: PlanStatus }) {
  const t = useWords(words)
  return <Badge tone={tones[status]}>{t.statuses[status]}</Badge>
}

/** Whether a plan is still being made. */
export function isRunning({ status }: { status: PlanStatus }): boolean {
  return status === 'waiting' || status === 'solving'
}

/** How far the planner is; the page looks again by itself where there is script. */
export function Solving({ plan }: { plan: PlanRow }) {
  const t = useWords(words)
  if (!isRunning(plan)) return null
  return (
    <div data-solving="">
      <Callout kind="waiting" title={t.solving}>
        <p>{plan.progress ? t.soFar(plan.progress.served) : t.justBegun}</p>
        <p>
          <LinkButton href={to(urls.plan, { planId: plan.id })}>{t.lookAgain}</LinkButton>
        </p>
      </Callout>
      <Island source="app/modules/talks/board/islands/solving.tsx" />
    </div>
  )
}

/** How good a plan is, in a sentence: proven best, how far from the best at most, or quickly made. */
export function useProof(): (plan: Pick<PlanRow, 'proof' | 'objective' | 'bound'>) => string {
  const t = useWords(words)
  return ({ proof, objective, bound }) => {
    if (proof === null) return t.proof.byHand
    if (proof === 'optimal') return t.proof.optimal
    if (proof === 'within' && objective !== null && bound !== null)
      return t.proof.within(percentOff(objective, bound))
    return t.proof.greedy
  }
}

function percentOff(objective: number, bound: number): string {
  const off = (100 * Math.max(0, bound - objective)) / Math.max(1e-9, Math.abs(bound))
  return off < 0.01 ? '0.01' : off.toFixed(off < 1 ? 2 : 1)
}

/** What a plan reaches, in figures that open what is behind them. */
export function Goals({ plan, orders }: { plan: PlanRow; orders: readonly PlannedOrder[] }) {
  const t = useWords(words)
  const proof = useProof()
  const served = orders.filter(({ speakerId }) => speakerId !== null)
  const loads = [...Map.groupBy(served, ({ speakerId }) => speakerId).values()].map(
    (talks) => talks.length,
  )
  return (
    <>
      <Stats>
        <Stat
          figure={`${served.length} / ${orders.length}`}
          label={t.served}
          note={t.unservedCount(orders.length - served.length)}
          href="#orders"
        />
        <Stat
          figure={loads.length}
          label={t.speakersGiving}
          note={t.mostOfOne(Math.max(0, ...loads))}
          href="#timeline"
        />
        {plan.worth && served.length > 0 && (
          <Stat
            figure={Math.round((100 * plan.worth.fit) / served.length)}
            label={t.fit}
            note={t.fitOf}
            href="#orders"
          />
        )}
        {plan.worth && (
          <Stat figure={Math.round(plan.worth.kilometres)} label={t.kilometres} href="#orders" />
        )}
      </Stats>
      <p class="quietly">{proof(plan)}</p>
    </>
  )
}

/** Who made a plan, when, from what. */
export function MadeBy({ plan, now }: { plan: PlanRow; now: Date }) {
  const t = useWords(words)
  return (
    <>
      {t.kinds[plan.kind]} · {plan.madeByName ?? t.byItself} · <Time at={plan.madeAt} now={now} />
      {plan.fromId !== null && plan.fromNumber !== null && (
        <>
          {' · '}
          <a href={to(urls.plan, { planId: plan.fromId })}>{t.madeFrom(plan.fromNumber)}</a>
        </>
      )}
      {plan.publishedAt !== null && (
        <>
          {' · '}
          {t.publishedBy(plan.publishedByName ?? '')} <Time at={plan.publishedAt} now={now} />
        </>
      )}
    </>
  )
}
