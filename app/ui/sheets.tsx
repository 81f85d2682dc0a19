import type { ComponentChildren } from 'preact'
import { Seal } from './brand.tsx'

type PosterProps = {
  over: string
  title: string
  /** When and where, each a line. */
  lines: readonly ComponentChildren[]
  /** Who invites. */
  from: string
  children?: ComponentChildren
}

/** A sheet for the notice board, read from three steps away. */
export function Poster(props: PosterProps) {
  return (
    <article class="sheet poster">
      <p class="over">{props.over}</p>
      <h1>{props.title}</h1>
      <ul class="sheet-lines">
        {props.lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
      {props.children}
      <p class="sheet-from">
        <Seal /> {props.from}
      </p>
    </article>
  )
}

/** A sheet of paper to be handed out; the next one begins on a page of its own. */
export function PackSheet({ over, title, children }: PackSheetProps) {
  return (
    <article class="sheet pack">
      <p class="over">{over}</p>
      <h2>{title}</h2>
      {children}
    </article>
  )
}

type PackSheetProps = { over: string; title: string; children: ComponentChildren }

type CertificateProps = {
  title: string
  number: string
  /** To whom. */
  name: string
  /** What is certified, in a sentence or two. */
  children: ComponentChildren
  issuer: string
  date: string
}

/** A certificate to be printed and stamped. */
export function Certificate(props: CertificateProps) {
  return (
    <article class="sheet certificate">
      <h1>{props.title}</h1>
      <p class="sheet-name">{props.name}</p>
      <div class="sheet-words">{props.children}</div>
      <p class="sheet-from">
        {props.issuer}
        <br />
        {props.date}
      </p>
      <p class="number quietly">{props.number}</p>
    </article>
  )
}
