import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'
import { useSpeech } from './speech.tsx'

/** `main` is the one action of a page; `quiet` looks like a link; `danger` undoes or ends something. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger'

type ButtonProps = {
  children: ComponentChildren
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  /** The reason a rule gave why this can't be done now; the button then says so and does nothing. */
  whyNot?: string | null | undefined
  name?: string | undefined
  value?: string | undefined
  /** The id of a form elsewhere on the page. */
  form?: string | undefined
  formAction?: string | undefined
}

/** A submit button. One that can't be pressed says why in a sentence under it. */
export function Button(props: ButtonProps) {
  if (props.whyNot != null) return <RefusedButton {...props} whyNot={props.whyNot} />
  return (
    <button
      type="submit"
      class={`button ${props.kind ?? 'plain'}`}
      name={props.name}
      value={props.value}
      form={props.form}
      formAction={props.formAction}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  )
}

// Stays in reach of the keyboard (aria-disabled, not disabled), so that its reason is read out.
function RefusedButton(props: ButtonProps & { whyNot: string }) {
  const { reason } = useSpeech()
  return (
    <span class="refused">
      <button type="button" class={`button ${props.kind ?? 'plain'}`} aria-disabled="true">
        {props.icon && <Icon name={props.icon} />}
        {props.children}
      </button>
      <span class="reason">{reason(props.whyNot)}</span>
    </span>
  )
}

type LinkButtonProps = {
  href: string
  children: ComponentChildren
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  download?: boolean | undefined
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a class={`button ${props.kind ?? 'plain'}`} href={props.href} download={props.download}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  )
}

type PostButtonProps = ButtonProps & {
  action: string
  /** Idempotency key: pressing twice does it once. */
  formKey: string
  /** What is posted with it, unseen. */
  values?: Record<string, string> | undefined
}

/** A button with the small form it posts: one action in a list, such as "accept". */
export function PostButton({ action, formKey, values = {}, ...button }: PostButtonProps) {
  return (
    <form class="post" method="post" action={action}>
      <input type="hidden" name="_key" value={formKey} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...button} />
    </form>
  )
}

/** Buttons side by side where there is room, below each other where not. */
export function Actions(props: { children: ComponentChildren }) {
  return <div class="actions">{props.children}</div>
}
