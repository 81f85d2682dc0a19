import type { ComponentChildren } from 'preact'
import { useOwnWords } from './speech.tsx'

/** One bar: a part of a whole, or an amount beside others of its kind. */
export type Bar = {
  label: string
  value: number
  of?: number | undefined
  href?: string | undefined
}

/** Amounts as bars, each with its figure: the list is its own table. */
export function Bars({ caption, bars }: { caption: string; bars: readonly Bar[] }) {
  const largest = Math.max(1, ...bars.map((bar) => bar.of ?? bar.value))
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <ul class="bars">
        {bars.map((bar) => (
          <li key={bar.label}>
            {bar.href === undefined ? <span>{bar.label}</span> : <a href={bar.href}>{bar.label}</a>}
            <span class="number">
              {bar.of === undefined ? bar.value : `${bar.value} / ${bar.of}`}
            </span>
            <Share part={bar.value} whole={bar.of ?? 0} of={largest} />
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** A unit and how many of its people were reached. */
export type Tile = { label: string; members: number; reached: number; href: string }

/** Units as tiles, larger with more people and filled as far as they were reached. */
export function Tiles({ caption, tiles }: { caption: string; tiles: readonly Tile[] }) {
  const words = useOwnWords()
  const largest = Math.max(1, ...tiles.map((tile) => tile.members))
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <ul class="tiles">
        {tiles.map((tile) => (
          <li key={tile.href} class={`size-${Math.ceil((3 * tile.members) / largest)}`}>
            <a href={tile.href}>
              <b>{tile.label}</b>
              <span class="number">
                <span class="unseen">{words.reached} </span>
                {tile.reached} / {tile.members}
              </span>
              <Share part={tile.reached} whole={tile.members} of={tile.members} />
            </a>
          </li>
        ))}
      </ul>
    </figure>
  )
}

// A part laid over its whole; the figures beside it say the same.
function Share({ part, whole, of }: { part: number; whole: number; of: number }) {
  return (
    <svg class="share" aria-hidden="true">
      <rect class="whole" width={percent(whole, of)} height="100%" />
      <rect class="part" width={percent(part, of)} height="100%" />
    </svg>
  )
}

export type Point = { label: string; value: number }

type CurveProps = {
  caption: string
  points: readonly Point[]
  /** What the values are counted in. */
  unit: string
  /** The value at the top edge; the largest one if not given. */
  top?: number | undefined
}

/** A small line from the first point to the last, with the figures in a table behind it. */
export function Curve({ caption, points, unit, top }: CurveProps) {
  const height = top ?? Math.max(1, ...points.map((point) => point.value))
  const places = points.map((point, at) => {
    const across = points.length < 2 ? 0 : (at / (points.length - 1)) * 100
    return `${round(across)} ${round(100 - (point.value / height) * 100)}`
  })
  const first = points[0]
  const last = points.at(-1)
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      {first && last && (
        <>
          <p class="curve-top">{`${height} ${unit}`}</p>
          <div class="curve">
            <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={caption}>
              <path class="under" d={`M0 100L${places.join('L')}L100 100z`} />
              <path class="line" d={`M${places.join('L')}`} />
            </svg>
          </div>
          <p class="curve-ends">
            <span>{`${first.label} · ${first.value}`}</span>
            <span>{`${last.label} · ${last.value}`}</span>
          </p>
        </>
      )}
      <TableBehind heads={[caption, unit]}>
        {points.map((point) => (
          <tr key={point.label}>
            <th scope="row">{point.label}</th>
            <td class="amount">{point.value}</td>
          </tr>
        ))}
      </TableBehind>
    </figure>
  )
}

function TableBehind(props: { heads: readonly string[]; children: ComponentChildren }) {
  const words = useOwnWords()
  return (
    <details class="behind">
      <summary>{words.showTable}</summary>
      <table class="small-table">
        <thead>
          <tr>
            {props.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </details>
  )
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : round((part / whole) * 100)}%`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
