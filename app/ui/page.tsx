import type { ComponentChildren } from 'preact'

type PageHeadProps = {
  title: string
  /** A line over the title: where in the journey this is. */
  over?: ComponentChildren
  /** A sentence or two under the title. */
  lead?: ComponentChildren
  /** The way back, a level up. */
  back?: { href: string; label: string } | undefined
  /** Buttons of the whole page. */
  actions?: ComponentChildren
}

/** The head of a page: what it is, and what can be done with the whole of it. */
export function PageHead(props: PageHeadProps) {
  return (
    <header class="page-head">
      {props.back && (
        <a class="back" href={props.back.href}>
          {props.back.label}
        </a>
      )}
      {props.over != null && <p class="over">{props.over}</p>}
      <h1>{props.title}</h1>
      {props.lead != null && <p class="lead">{props.lead}</p>}
      {props.actions != null && <div class="actions">{props.actions}</div>}
    </header>
  )
}

type SectionProps = {
  title: string
  /** A small link or note at the end of the heading's line. */
  aside?: ComponentChildren
  id?: string | undefined
  children: ComponentChildren
}

/** A part of a page under its own heading. */
export function Section(props: SectionProps) {
  return (
    <section class="section" id={props.id}>
      <div class="section-head">
        <h2>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  )
}

/** The main matter and, where the screen is wide, something beside it. On a phone it comes below, or with `first` before. */
export function Columns(props: {
  children: ComponentChildren
  beside: ComponentChildren
  first?: boolean | undefined
}) {
  return (
    <div class={props.first ? 'columns beside-first' : 'columns'}>
      {props.first && <div class="beside">{props.beside}</div>}
      <div class="matter">{props.children}</div>
      {!props.first && <div class="beside">{props.beside}</div>}
    </div>
  )
}

/** Running text at a width that reads well. */
export function Prose(props: { children: ComponentChildren }) {
  return <div class="prose">{props.children}</div>
}
