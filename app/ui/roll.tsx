import type { ComponentChildren } from 'preact'

/** What a person on a roll can be marked as; `short` is what fits beside a name. */
export type RollChoice = { value: string; label: string; short?: string | undefined }

/** Names under each other, each with its marks. */
export function Roll(props: { children: ComponentChildren }) {
  return <div class="roll">{props.children}</div>
}

type RollLineProps = {
  /** The field's name. */
  name: string
  person: string
  /** What tells two people of one name apart. */
  from?: string | undefined
  choices: readonly [RollChoice, ...RollChoice[]]
  chosen: string | undefined
  note?: ComponentChildren
}

/** One person: the name is one large target for the usual mark, the rare ones stand small beside it. */
export function RollLine(props: RollLineProps) {
  const [usual, ...rare] = props.choices
  const radio = (choice: RollChoice) => (
    <input
      type="radio"
      name={props.name}
      value={choice.value}
      checked={props.chosen === choice.value}
      aria-label={choice.short === undefined ? undefined : choice.label}
    />
  )
  return (
    <fieldset class="roll-line">
      <legend class="unseen">{props.person}</legend>
      <div>
        <label class={`roll-name ${usual.value}`}>
          {radio(usual)}
          <span>
            <b>{props.person}</b> <span class="unseen">{usual.label}</span>
            {props.from !== undefined && <small>{props.from}</small>}
          </span>
        </label>
        {rare.map((choice) => (
          <label key={choice.value} class={choice.value}>
            {radio(choice)}
            <span>{choice.short ?? choice.label}</span>
          </label>
        ))}
      </div>
      {props.note != null && <p class="quietly">{props.note}</p>}
    </fieldset>
  )
}

/** Buttons that stay in sight at the foot of a long form. */
export function StickyActions(props: { children: ComponentChildren }) {
  return <div class="actions sticky">{props.children}</div>
}
