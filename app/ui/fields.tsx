import type { ComponentChildren } from 'preact'
import { type FieldProps, useField } from './form.tsx'
import { Island } from './island.tsx'
import { useOwnWords } from './speech.tsx'

/** Label, hint and issue around a control: every field looks and reads the same. */
function Field(
  props: FieldProps & { issue: string | undefined; id: string; children: ComponentChildren },
) {
  return (
    <div class={props.issue === undefined ? 'field' : 'field wrong'}>
      <label class="label" for={props.id}>
        {props.label}
        <Need required={props.required} />
      </label>
      <HintAndIssue id={props.id} hint={props.hint} issue={props.issue} />
      {props.children}
    </div>
  )
}

function Need(props: { required: boolean | undefined }) {
  const words = useOwnWords()
  return props.required ? <span class="need">{words.required}</span> : null
}

function HintAndIssue(props: { id: string; hint: string | undefined; issue: string | undefined }) {
  return (
    <>
      {props.hint !== undefined && (
        <p class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.issue !== undefined && (
        <p class="issue" id={`${props.id}-error`}>
          {props.issue}
        </p>
      )}
    </>
  )
}

type TextFieldProps = FieldProps & {
  type?: 'text' | 'search' | 'email' | 'url' | undefined
  autocomplete?: AutoFill | undefined
  maxLength?: number | undefined
  /** Roughly how many Latin letters the answer has; the box is made that wide. */
  size?: number | undefined
  /** A phone shows digits to type. */
  inputmode?: 'numeric' | undefined
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const field = useField(props)
  return (
    <Field {...props} id={field.id} issue={field.error}>
      <input
        {...field.control}
        // The kinds share their attributes, which Preact's union of input types can't see.
        type={(props.type ?? 'text') as 'text'}
        value={field.value}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxLength={props.maxLength}
        size={props.size}
      />
    </Field>
  )
}

/** A secret; never kept, never shown again. */
export function PasswordField(props: FieldProps & { fresh?: boolean | undefined }) {
  const field = useField(props)
  return (
    <Field {...props} id={field.id} issue={field.error}>
      <input
        {...field.control}
        type="password"
        autocomplete={props.fresh ? 'new-password' : 'current-password'}
      />
    </Field>
  )
}

/** Several lines of text. */
export function TextArea(
  props: FieldProps & { rows?: number | undefined; maxLength?: number | undefined },
) {
  const field = useField(props)
  return (
    <Field {...props} id={field.id} issue={field.error}>
      <textarea {...field.control} rows={props.rows ?? 4} maxLength={props.maxLength}>
        {field.value}
      </textarea>
    </Field>
  )
}

type NumberFieldProps = FieldProps & {
  min?: number | undefined
  max?: number | undefined
  step?: number | undefined
  /** Said after the box: "people", "minutes". */
  unit?: string | undefined
}

/** A whole number or an amount. */
export function NumberField(props: NumberFieldProps) {
  const field = useField(props)
  return (
    <Field {...props} id={field.id} issue={field.error}>
      <span class="with-unit">
        <input
          {...field.control}
          type="number"
          inputmode={props.step !== undefined && props.step < 1 ? 'decimal' : 'numeric'}
          min={props.min}
          max={props.max}
          step={props.step}
          value={field.value}
        />
        {props.unit}
      </span>
    </Field>
  )
}

/** A day, chosen on the phone's own wheel or calendar. */
export function DateField(
  props: FieldProps & { min?: string | undefined; max?: string | undefined },
) {
  const field = useField(props)
  return (
    <Field {...props} id={field.id} issue={field.error}>
      <input {...field.control} type="date" min={props.min} max={props.max} value={field.value} />
    </Field>
  )
}

/** A time of day. */
export function TimeField(props: FieldProps) {
  const field = useField(props)
  return (
    <Field {...props} id={field.id} issue={field.error}>
      <input {...field.control} type="time" step={300} value={field.value} />
    </Field>
  )
}

type DateTimeFieldProps = {
  /** The fields are `name.date`, `name.from` and `name.to`. */
  name: string
  label: string
  hint?: string | undefined
  required?: boolean | undefined
  min?: string | undefined
  max?: string | undefined
  /** Without `to` only a beginning is asked. */
  open?: boolean | undefined
  value?: { date?: string; from?: string; to?: string } | undefined
}

/** A day with a time from and a time to, as three native inputs side by side. */
export function DateTimeField(props: DateTimeFieldProps) {
  const words = useOwnWords()
  const whole = useField({ name: props.name, label: props.label, hint: props.hint })
  const { min, max, required, name, value } = props
  return (
    <fieldset
      class={whole.error === undefined ? 'field span' : 'field span wrong'}
      aria-describedby={whole.described}
    >
      <legend class="label" id={whole.id}>
        {props.label}
        <Need required={required} />
      </legend>
      <HintAndIssue id={whole.id} hint={props.hint} issue={whole.error} />
      <div class="span-inputs">
        <DateField
          name={`${name}.date`}
          label={words.day}
          min={min}
          max={max}
          value={value?.date}
        />
        <TimeField
          name={`${name}.from`}
          label={props.open ? words.at : words.from}
          value={value?.from}
        />
        {!props.open && <TimeField name={`${name}.to`} label={words.to} value={value?.to} />}
      </div>
    </fieldset>
  )
}

/** One thing that can be chosen. */
export type Option = {
  value: string
  label: string
  hint?: string | undefined
  disabled?: boolean | undefined
}

/** One of many, in the phone's own list. */
export function SelectField(
  props: FieldProps & { options: readonly Option[]; blank?: string | false | undefined },
) {
  const words = useOwnWords()
  const field = useField(props)
  return (
    <Field {...props} id={field.id} issue={field.error}>
      <select {...field.control}>
        {props.blank !== false && <option value="">{props.blank ?? words.pleaseChoose}</option>}
        {props.options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === field.value}
            disabled={option.disabled}
          >
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** One of a few, all in sight. */
export function RadioField(props: FieldProps & { options: readonly Option[] }) {
  const field = useField(props)
  const chosen = field.value === undefined ? [] : [field.value]
  return <Choices {...props} type="radio" field={field} chosen={chosen} />
}

/** Any of a few, all in sight. */
export function CheckboxGroup(
  props: Omit<FieldProps, 'value'> & {
    options: readonly Option[]
    value?: readonly string[] | undefined
  },
) {
  const { value, ...rest } = props
  const field = useField(rest)
  return <Choices {...rest} type="checkbox" field={field} chosen={field.values ?? value ?? []} />
}

type ChoicesProps = Omit<FieldProps, 'value'> & {
  type: 'radio' | 'checkbox'
  options: readonly Option[]
  chosen: readonly string[]
  field: ReturnType<typeof useField>
}

// A long list, such as the people of a unit, stands in columns where there is room.
const mostInColumn = 12

// The first choice carries the field's id, so that the link in the error summary lands on it.
function Choices({ field, ...props }: ChoicesProps) {
  const many = props.options.length > mostInColumn ? ' many' : ''
  return (
    <fieldset
      class={`field${field.error === undefined ? '' : ' wrong'}${many}`}
      aria-describedby={field.described}
    >
      <legend class="label">
        {props.label}
        <Need required={props.required} />
      </legend>
      <HintAndIssue id={field.id} hint={props.hint} issue={field.error} />
      {props.options.map((option, at) => (
        <label key={option.value} class="choice">
          <input
            type={props.type}
            id={at === 0 ? field.id : undefined}
            name={props.name}
            value={option.value}
            checked={props.chosen.includes(option.value)}
            disabled={option.disabled}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <span class="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** A single yes, such as "for someone else". Posts `yes`. */
export function CheckboxField(
  props: Omit<FieldProps, 'value'> & { checked?: boolean | undefined },
) {
  const field = useField(props)
  const checked = field.value === undefined ? props.checked === true : field.value === 'yes'
  return (
    <div class={field.error === undefined ? 'field' : 'field wrong'}>
      <label class="choice">
        <input {...field.control} type="checkbox" value="yes" checked={checked} />
        <span>{props.label}</span>
      </label>
      <HintAndIssue id={field.id} hint={props.hint} issue={field.error} />
    </div>
  )
}

/** A mobile number. */
export function PhoneField(props: FieldProps) {
  const field = useField(props)
  return (
    <Field {...props} id={field.id} issue={field.error}>
      <input
        {...field.control}
        class="digits"
        type="tel"
        inputmode="tel"
        autocomplete="tel-national"
        maxLength={20}
        size={14}
        value={field.value}
      />
    </Field>
  )
}

/** The one-time code from a text message; phones offer to fill it in. Never kept. */
export function CodeField(props: FieldProps & { length?: number | undefined }) {
  const field = useField(props)
  return (
    <Field {...props} id={field.id} issue={field.error}>
      <input
        {...field.control}
        class="digits code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxLength={props.length ?? 6}
        size={props.length ?? 6}
      />
    </Field>
  )
}

/** A small file that goes with the form, such as a table to import. */
export function FileField(props: FieldProps & { accept?: string | undefined }) {
  const field = useField(props)
  return (
    <Field {...props} id={field.id} issue={field.error}>
      <input {...field.control} type="file" accept={props.accept} />
    </Field>
  )
}

/**
 * A picture, a sound or a film. Where there is script it is sent in pieces as soon as it is chosen,
 * and the form brings its id; what has arrived stays, when the form is shown again.
 */
export function UploadField(props: FieldProps & { accept?: string | undefined }) {
  const field = useField(props)
  const { upload } = useOwnWords()
  return (
    <Field {...props} id={field.id} issue={field.error}>
      <span class="upload">
        <input type="hidden" name={props.name} value={field.value ?? ''} />
        <input
          {...field.control}
          type="file"
          accept={props.accept}
          data-upload={JSON.stringify(upload)}
        />
        <output>{field.value ? upload.arrived : ''}</output>
      </span>
      <Island source="app/ui/islands/upload.ts" />
    </Field>
  )
}

/** Fields that belong together under a heading of their own. */
export function FieldGroup(props: {
  legend: string
  hint?: string | undefined
  children: ComponentChildren
}) {
  return (
    <fieldset class="group">
      <legend>{props.legend}</legend>
      {props.hint !== undefined && <p class="hint">{props.hint}</p>}
      {props.children}
    </fieldset>
  )
}
