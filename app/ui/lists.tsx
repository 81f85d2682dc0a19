import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'
import { useOwnWords } from './speech.tsx'
import { useNarrowing } from './table-files.tsx'

/** What a colour says; the words beside it always say it too. */
export type Tone = 'plain' | 'ember' | 'good' | 'waiting' | 'bad' | 'info'

/** A state in a word. */
export function Badge(props: { tone?: Tone | undefined; children: ComponentChildren }) {
  return <span class={`badge ${props.tone ?? 'plain'}`}>{props.children}</span>
}

/** Topics, languages, audiences: words that are no state. */
export function Tags(props: { tags: readonly string[] }) {
  return (
    <ul class="tags">
      {props.tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  )
}

/** What needs this person now, in order; each with its one action. */
export function TaskList(props: { children: ComponentChildren }) {
  return <ol class="tasks">{props.children}</ol>
}

type TaskProps = {
  title: ComponentChildren
  href?: string | undefined
  /** When and where, in one line. */
  when?: ComponentChildren
  children?: ComponentChildren
  /** One button. */
  action?: ComponentChildren
  icon?: IconName | undefined
}

/** One thing that waits for this person. */
export function Task(props: TaskProps) {
  return (
    <li class="task">
      {props.icon && <Icon name={props.icon} />}
      <div class="task-words">
        <h3>{props.href === undefined ? props.title : <a href={props.href}>{props.title}</a>}</h3>
        {props.when != null && <p class="when">{props.when}</p>}
        {props.children != null && <p class="quietly">{props.children}</p>}
      </div>
      {props.action != null && <div class="task-action">{props.action}</div>}
    </li>
  )
}

/** Cards or slips one under the other; two or three abreast where there is room. */
export function CardList(props: { children: ComponentChildren }) {
  return <ul class="cards">{props.children}</ul>
}

type CardProps = {
  title: ComponentChildren
  href: string
  over?: ComponentChildren
  text?: ComponentChildren
  /** Short facts in a row: length, audience, place. */
  facts?: readonly string[] | undefined
  badge?: ComponentChildren
  action?: ComponentChildren
}

// A number stays with the word that it counts.
const keepNumber = (fact: string) => fact.replaceAll(/(?<=\d) | (?=\d)/g, '\u00a0')

/** One of many to choose from; the whole card is the link. */
export function Card(props: CardProps) {
  return (
    <li class="card">
      {props.over != null && <p class="over">{props.over}</p>}
      <h3>
        <a href={props.href}>{props.title}</a>
        {props.badge}
      </h3>
      {props.text != null && <p>{props.text}</p>}
      {props.facts !== undefined && (
        <p class="facts">{props.facts.map(keepNumber).join('\u00a0· ')}</p>
      )}
      {props.action}
    </li>
  )
}

/** One thing among several that each have facts and forms of their own, such as an entry to decide. */
export function Slip(props: {
  title: ComponentChildren
  id?: string
  children: ComponentChildren
}) {
  return (
    <article class="slip" id={props.id}>
      <h3>{props.title}</h3>
      {props.children}
    </article>
  )
}

/** Terms and what they are: the facts about one thing. */
export function Facts(props: { items: readonly { term: string; value: ComponentChildren }[] }) {
  return (
    <dl class="terms">
      {props.items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One thing that happened. */
export type Happening = {
  when: ComponentChildren
  who: string
  what: ComponentChildren
  /** The person it was done for, by phone or paper. */
  onBehalfOf?: string | undefined
  why?: string | undefined
}

const mostHappenings = 5

/** What happened, newest first: who, when, what and why. What is long ago is folded away. */
export function History({ items }: { items: readonly Happening[] }) {
  const words = useOwnWords()
  const earlier = items.slice(mostHappenings)
  return (
    <>
      <Happenings items={items.slice(0, mostHappenings)} />
      {earlier.length > 0 && (
        <details>
          <summary class="button quiet">{words.earlier(earlier.length)}</summary>
          <Happenings items={earlier} />
        </details>
      )}
    </>
  )
}

function Happenings(props: { items: readonly Happening[] }) {
  const words = useOwnWords()
  return (
    <ol class="history">
      {props.items.map((item, at) => (
        <li key={at}>
          <span class="when">{item.when}</span>
          <span>
            <b>{item.who}</b>
            {item.onBehalfOf !== undefined && words.onBehalfOf(item.onBehalfOf)} {item.what}
          </span>
          {item.why !== undefined && <span class="quietly">{words.why(item.why)}</span>}
        </li>
      ))}
    </ol>
  )
}

/** A figure that opens the records behind it. */
export function Stat(props: {
  figure: string | number
  label: string
  href: string
  note?: string | undefined
}) {
  return (
    <a class="stat" href={props.href}>
      <b>{props.figure}</b>
      <span>{props.label}</span>
      {props.note !== undefined && <span class="quietly">{props.note}</span>}
    </a>
  )
}

/** Figures in a row. */
export function Stats(props: { children: ComponentChildren }) {
  return <div class="stats">{props.children}</div>
}

/** A way to narrow a list, with how many it would leave. */
export type Facet = { label: string; href: string; count: number; chosen?: boolean | undefined }

/** Ways to narrow a list, as links: they work without script and can be sent to someone. */
export function Facets(props: { title: string; facets: readonly Facet[] }) {
  const narrowed = useNarrowing()
  for (const facet of props.facets) if (facet.chosen) narrowed(props.title, facet.label)
  return (
    <div class="facets">
      <h2>{props.title}</h2>
      <ul>
        {props.facets.map((facet) => (
          <li key={facet.href}>
            <a href={facet.href} aria-current={facet.chosen ? 'true' : undefined}>
              {facet.label} <span class="number">{facet.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const calloutIcons = {
  info: 'chat',
  saved: 'check',
  warning: 'warning',
  waiting: 'clock',
  failed: 'cross',
} as const

type CalloutProps = {
  /** `saved` only for what is durably saved; `waiting` is still to be sent. */
  kind: keyof typeof calloutIcons
  title: ComponentChildren
  children?: ComponentChildren
}

/** Something to notice: a note, that it is saved, a warning, that it waits, that it failed. */
export function Callout(props: CalloutProps) {
  return (
    <div class={`callout ${props.kind}`} role={props.kind === 'info' ? undefined : 'status'}>
      <Icon name={calloutIcons[props.kind]} />
      <div>
        <p class="callout-title">{props.title}</p>
        {props.children}
      </div>
    </div>
  )
}

/** Nothing here, said in a sentence, with the one thing to do about it. */
export function Empty(props: { children: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon name="flame" />
      <p>{props.children}</p>
      {props.action}
    </div>
  )
}

/** A stretch of an order's life. */
export type Step = {
  label: string
  state: 'done' | 'now' | 'later' | 'stopped'
  note?: ComponentChildren
}

/** Where an order stands on its way. */
export function Stepper(props: { label: string; steps: readonly Step[] }) {
  const words = useOwnWords()
  const said = { done: words.done, now: words.now, later: words.later, stopped: words.notTaken }
  return (
    <ol class="stepper" aria-label={props.label}>
      {props.steps.map((step) => (
        <li
          key={step.label}
          class={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <b>{step.label}</b> <span class="unseen">{said[step.state]}</span>
          {step.note != null && <span class="quietly">{step.note}</span>}
        </li>
      ))}
    </ol>
  )
}
