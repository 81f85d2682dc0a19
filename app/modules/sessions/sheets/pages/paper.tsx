import type { ComponentChildren } from 'preact'
import { LinkButton } from '#app/ui/button.tsx'
import { saySpan } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import type { SessionRow } from '../../queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

type PaperProps = {
  session: SessionRow
  title: string
  lead: string
  now: Date
  children: ComponentChildren
}

/** A list to be printed: which session it is of stands on every first page, and when it was printed. */
export function SessionPaper({ session, title, lead, now, children }: PaperProps) {
  const t = useWords(words).sheet
  const { language } = useSpeech()
  const titleOf = useTitle()
  const { start, end } = session.during
  const here = { sessionId: session.id }
  return (
    <>
      <div class="on-screen">
        <PageHead
          title={title}
          lead={t.print(lead)}
          back={{ href: to(urls.session, here), label: t.back }}
          actions={
            <LinkButton href={to(urls.typedRoll, here)} icon="edit">
              {t.typeIn}
            </LinkButton>
          }
        />
      </div>
      <article class="list-sheet">
        <header>
          <p>{title}</p>
          <h2>{titleOf(session)}</h2>
          <p>
            {saySpan(start, end, language, now)} · {session.venueName} · {t.host(session.hostName)}
          </p>
          <p class="quietly">
            {t.asOf} <Time at={now} now={now} />
          </p>
        </header>
        {children}
      </article>
    </>
  )
}

/** A box to tick with a pen. */
export function Box() {
  return <span class="box" aria-hidden="true" />
}

/** A child's name is not carried about on paper: it says with whom the child comes. */
export function usePaperNames() {
  const t = useWords(words).sheet
  return (person: { name: string; minor: boolean; withName?: string | null }) => {
    if (!person.minor) return person.name
    return person.withName ? t.childWith(person.withName) : t.child
  }
}
