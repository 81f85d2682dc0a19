import type { ComponentChildren } from 'preact'

export type OfferLine = {
  href: string
  number: number
  title: string
  /** At the end of the line, where a menu has its price: how long it takes. */
  amount: string
  /** The second line. */
  facts?: ComponentChildren
  /** What is special about it, in a word or two before the facts. */
  mark?: string | undefined
}

/** Lines of a menu as printed: number, title, length, and a line of facts under them. */
export function Offers(props: { lines: readonly OfferLine[]; wrapped?: boolean | undefined }) {
  return <ul class={props.wrapped ? 'offers wrapped' : 'offers'}>{props.lines.map(offerLine)}</ul>
}

// Called, not mounted: sixty of them stand on one page. The whole line is the link.
function offerLine({ href, number, title, amount, facts, mark }: OfferLine) {
  return (
    <li key={href}>
      <a href={href}>
        <span class="number">{number}</span>
        <b>{title}</b>
        <span class="amount">{amount}</span>
        {facts != null && (
          <small>
            {mark !== undefined && <em>{mark}</em>}
            {facts}
          </small>
        )}
      </a>
    </li>
  )
}

/** Links within a page in one row, such as its parts with how many each has. */
export function Places(props: {
  label: string
  places: readonly { href: string; label: string; count: number }[]
}) {
  return (
    <nav class="places" aria-label={props.label}>
      {props.places.map(({ href, label, count }) => (
        <a key={href} href={href}>
          {label} <span class="number">{count}</span>
        </a>
      ))}
    </nav>
  )
}
