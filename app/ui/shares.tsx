/** A part of a whole with the interval it may lie in, as shares of one. */
export type Share = {
  label: string
  /** The share in words, with the number of people or cards it is of. */
  said: string
  /** Null where there is nothing to count, or too little to show. */
  share: { share: number; low: number; high: number } | null
}

/** Shares with their intervals, each with its figures: the list is its own table. */
export function Shares({ caption, shares }: { caption: string; shares: readonly Share[] }) {
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <ul class="bars">
        {shares.map(({ label, said, share }) => (
          <li key={label}>
            <span>{label}</span>
            <span class="number">{said}</span>
            {share && (
              <svg class="share interval" aria-hidden="true">
                <rect class="whole" width="100%" height="100%" />
                <rect
                  class="within"
                  x={percent(share.low)}
                  width={percent(share.high - share.low)}
                  height="100%"
                />
                <rect class="part" width={percent(share.share)} y="35%" height="30%" />
              </svg>
            )}
          </li>
        ))}
      </ul>
    </figure>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}
