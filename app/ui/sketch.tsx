/** A place on the street's own sketch, in kilometres from its south-western corner. */
export type SketchPlace = {
  key: string
  label: string
  x: number
  y: number
  /** Of so many, so many wait. */
  whole: number
  part: number
}

type SketchProps = { caption: string; places: readonly SketchPlace[] }

/**
 * Places as they lie to each other, each as large as what is asked for there, with what still waits in
 * its middle. It is no map, and a table on the same page says the same.
 */
export function Sketch({ caption, places }: SketchProps) {
  if (places.length === 0) return null
  const across = scaleOf(
    places.map(({ x }) => x),
    [12, 88],
  )
  const up = scaleOf(
    places.map(({ y }) => y),
    [20, 90],
  )
  const most = Math.max(1, ...places.map(({ whole }) => whole))
  const drawn = places.map((place) => ({
    ...place,
    left: across(place.x),
    top: 100 - up(place.y),
    radius: place.whole === 0 ? 4 : 10 + 24 * Math.sqrt(place.whole / most),
  }))
  return (
    <figure class="chart sketch">
      <figcaption>{caption}</figcaption>
      <svg role="img" aria-label={caption}>
        {drawn.toSorted((one, other) => other.radius - one.radius).map((place) => circles(place))}
        {drawn.map((place) => (
          <text
            key={place.key}
            x={percent(place.left)}
            y={percent(place.top)}
            dy={`${round(place.radius / 18 + 1)}em`}
          >
            <tspan class="sketch-name">{place.label} </tspan>
            {place.whole > 0 && (
              <tspan class="number">
                {place.part}/{place.whole}
              </tspan>
            )}
          </text>
        ))}
      </svg>
    </figure>
  )
}

// What waits covers its share of the circle.
function circles(place: SketchPlace & { left: number; top: number; radius: number }) {
  const at = { cx: percent(place.left), cy: percent(place.top) }
  const share = place.whole === 0 ? 0 : place.part / place.whole
  return (
    <g key={place.key}>
      <circle class="whole" {...at} r={round(place.radius)} />
      {share > 0 && <circle class="part" {...at} r={round(place.radius * Math.sqrt(share))} />}
    </g>
  )
}

/** Spreads values between two edges of a hundred, so that neither circles nor names are cut off. */
function scaleOf(
  values: readonly number[],
  [from, to]: readonly [number, number],
): (value: number) => number {
  const least = Math.min(...values)
  const span = Math.max(...values) - least
  return (value) => (span === 0 ? 50 : from + ((to - from) * (value - least)) / span)
}

function percent(value: number): string {
  return `${round(value)}%`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
