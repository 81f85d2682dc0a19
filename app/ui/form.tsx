import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { useOwnWords } from './speech.tsx'
import { useNarrowing } from './table-files.tsx'

/** What a form shows: what was typed, and what needs another look. Names are dotted, `times.0.date`. */
export type FormState = {
  values: Record<string, string | string[]>
  /** A sentence for each field that needs another look. */
  issues: Record<string, string>
  /** The sentence for a refusal of the whole. */
  refusal?: string | undefined
}

const emptyForm: FormState = { values: {}, issues: {} }

const FormContext = createContext<{ state: FormState; prefix: string; narrows: boolean }>({
  state: emptyForm,
  prefix: 'f-',
  narrows: false,
})

type FormProps = {
  action: string
  /** Idempotency key, hidden as `_key`: sending the form twice makes one row. Not for method get. */
  formKey?: string | undefined
  method?: 'post' | 'get' | undefined
  state?: FormState | undefined
  /** Needed when a page has two forms with a field of the same name. */
  id?: string | undefined
  upload?: boolean | undefined
  children: ComponentChildren
}

/**
 * A form that keeps what was typed and says at the top and at each field what needs another look.
 * The server judges: browsers' own bubbles differ in language and vanish, so they are switched off.
 */
export function Form(props: FormProps) {
  const state = props.state ?? emptyForm
  const prefix = props.id === undefined ? 'f-' : `${props.id}-`
  return (
    <FormContext.Provider value={{ state, prefix, narrows: props.method === 'get' }}>
      <form
        class="form"
        id={props.id}
        action={props.action}
        method={props.method ?? 'post'}
        encType={props.upload ? 'multipart/form-data' : undefined}
        noValidate
      >
        {props.formKey !== undefined && <input type="hidden" name="_key" value={props.formKey} />}
        <FormErrors state={state} prefix={prefix} />
        {props.children}
      </form>
    </FormContext.Provider>
  )
}

function FormErrors({ state, prefix }: { state: FormState; prefix: string }) {
  const words = useOwnWords()
  const issues = Object.entries(state.issues)
  if (issues.length === 0 && state.refusal === undefined) return null
  return (
    <div class="callout refused-form" role="alert" tabIndex={-1} autofocus>
      <p class="callout-title">{state.refusal ?? words.checkTheseFields(issues.length)}</p>
      {issues.length > 0 && (
        <ul>
          {issues.map(([name, issue]) => (
            <li key={name}>
              <a href={`#${prefix}${name}`}>{issue}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What a field with this name holds and says inside the form around it. */
export function useField(
  props: FieldProps & { options?: readonly { value: string; label: string }[] },
) {
  const { state, prefix, narrows } = useContext(FormContext)
  const narrowed = useNarrowing()
  const id = `${prefix}${props.name}`
  const error = props.error ?? state.issues[props.name]
  const kept = state.values[props.name]
  if (narrows) {
    const chosen = props.options?.find((option) => option.value === props.value)?.label
    narrowed(props.label, chosen ?? props.value ?? '')
  }
  const described =
    [props.hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
      .filter(Boolean)
      .join(' ') || undefined
  return {
    id,
    error,
    described,
    value: (Array.isArray(kept) ? kept[0] : kept) ?? props.value,
    values: Array.isArray(kept) ? kept : kept === undefined ? undefined : [kept],
    /** What every control carries. */
    control: {
      id,
      name: props.name,
      required: props.required,
      'aria-describedby': described,
      'aria-invalid': error === undefined ? undefined : ('true' as const),
    },
  }
}

/** What every field takes; a value or an issue kept by the form comes before the given one. */
export type FieldProps = {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  value?: string | undefined
  required?: boolean | undefined
}
