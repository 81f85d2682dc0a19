import {
  CheckboxGroup,
  FieldGroup,
  type Option,
  RadioField,
  SelectField,
  TextField,
} from './fields.tsx'

type QuestionProps = {
  /** The field's name; a question of order has one below it for each of its options. */
  name: string
  kind: 'single' | 'several' | 'truth' | 'order' | 'short'
  label: string
  hint?: string | undefined
  /** In the order in which they are shown; the value is the number by which the answer is told. */
  options: readonly Option[]
  /** "first", "second", of a question of order. */
  nth(place: number): string
}

/** What a question asks, as native fields: choose one or several, put in order, or write a few words. */
export function QuestionFields({ name, kind, label, hint, options, nth }: QuestionProps) {
  switch (kind) {
    case 'single':
    case 'truth':
      return <RadioField name={name} label={label} hint={hint} options={options} />
    case 'several':
      return <CheckboxGroup name={name} label={label} hint={hint} options={options} />
    case 'short':
      return <TextField name={name} label={label} hint={hint} maxLength={200} autocomplete="off" />
    case 'order':
      return (
        <FieldGroup legend={label} hint={hint}>
          {options.map((option) => (
            <SelectField
              key={option.value}
              name={`${name}.${option.value}`}
              label={option.label}
              options={options.map((_, at) => ({ value: String(at + 1), label: nth(at + 1) }))}
            />
          ))}
        </FieldGroup>
      )
  }
}
