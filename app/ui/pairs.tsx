import type { ComponentChildren } from 'preact'
import { NumberField, type Option, RadioField } from './fields.tsx'

/** Questions of two answers, each beside the other and large enough for a thumb; none is chosen. */
export function PairChoices(props: {
  asks: readonly { name: string; label: string }[]
  options: readonly [Option, Option]
}) {
  return (
    <div class="pair-choices">
      {props.asks.map(({ name, label }) => (
        <RadioField key={name} name={name} label={label} options={props.options} />
      ))}
    </div>
  )
}

type PairNumbersProps = {
  rows: readonly { label: string; names: readonly [string, string]; values?: [string, string] }[]
  /** What each of the two numbers counts. */
  labels: readonly [string, string]
  most: number
}

/** Two numbers a row, such as how many said yes and how many did not. */
export function PairNumbers({ rows, labels, most }: PairNumbersProps) {
  return (
    <div class="pair-numbers">
      {rows.map(({ label, names, values }) => (
        <fieldset key={label}>
          <legend>{label}</legend>
          {([0, 1] as const).map((at) => (
            <NumberField
              key={at}
              name={names[at]}
              label={labels[at]}
              min={0}
              max={most}
              value={values?.[at]}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}

/** Strips of paper to be cut out of a sheet and ticked: several alike, one for each person. */
export function Strips(props: { count: number; children: ComponentChildren }) {
  return (
    <article class="sheet cuts">
      {Array.from({ length: props.count }, (_, at) => (
        <section class="cut" key={at} aria-hidden={at > 0 ? 'true' : undefined}>
          {props.children}
        </section>
      ))}
    </article>
  )
}

/** What is asked on a strip, with a box before each answer. */
export function StripAsks(props: { asks: readonly string[]; answers: readonly string[] }) {
  return (
    <dl class="cut-asks">
      {props.asks.map((ask) => (
        <div key={ask}>
          <dt>{ask}</dt>
          {props.answers.map((answer) => (
            <dd key={answer}>{answer}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
