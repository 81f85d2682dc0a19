import { Bars } from './charts.tsx'

/** What many said of one thing, in words and as bars. */
export type Said = {
  /** How good, where enough have answered. */
  mean: string | null
  /** How many answered, of how many. */
  rate: string
  caption: string
  levels: readonly { label: string; value: number }[] | null
  note: string | null
}

/** What many said of one thing: always beside how many of them did, and of few not at all. */
export function SaidOfIt({ said }: { said: Said }) {
  return (
    <>
      <p>
        {said.mean !== null && (
          <>
            <b>{said.mean}</b> ·{' '}
          </>
        )}
        {said.rate}
      </p>
      {said.levels && <Bars caption={said.caption} bars={said.levels} />}
      {said.note !== null && <p class="quietly">{said.note}</p>}
    </>
  )
}
