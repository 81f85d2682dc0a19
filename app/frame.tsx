import { renderToString } from 'preact-render-to-string'
import { LinkButton } from '#app/ui/button.tsx'
import { Document } from '#app/ui/document.tsx'
import { Frame, type NavItem } from '#app/ui/frame.tsx'
import { Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { Speaking, type Speech } from '#app/ui/speech.tsx'
import { type TableFiles, TableFilesOf } from '#app/ui/table-files.tsx'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'
import { mayRunOffice } from './modules/people/access.ts'
import { holds } from './platform/context.ts'
import type { Failure } from './platform/http/failures.ts'
import type { Typed } from './platform/http/forms.ts'
import type { Visit } from './platform/http/page.ts'
import type { Framed } from './platform/http/site.tsx'
import { to, urls } from './urls.ts'
import { words } from './words.ts'

const own = { zh, en }

/** The whole HTML document around a page, for the person who reads it. */
export function framed(visit: Visit, shown: Framed, stylesheet: string): string {
  const { reader } = visit
  const signedIn = reader.actor.kind === 'person'
  const html = renderToString(
    <Speaking speech={speechOf(visit)}>
      <Document title={shown.title} stylesheet={stylesheet} street={reader.streetName}>
        <Frame
          street={reader.streetName}
          home={urls.home}
          nav={navigation(visit)}
          account={signedIn ? accountOf(visit) : undefined}
          signIn={signedIn ? undefined : to(urls.signIn)}
          switches={{ language: urls.reading, text: urls.reading, back: visit.here }}
          say={to(urls.say, null, { page: visit.here })}
          about={urls.about}
        >
          {shown.done !== null && <Callout kind="saved" title={shown.done} />}
          <TableFilesOf files={tableFilesAt(visit)}>{shown.content as never}</TableFilesOf>
        </Frame>
      </Document>
    </Speaking>,
  )
  return `<!doctype html>${html}`
}

/** Where the files of a page's tables are: at its own address, with what narrows its lists. */
export function tableFilesAt(visit: Visit): TableFiles {
  const hrefOf = (key: string) => {
    const query = new URLSearchParams(visit.query)
    for (const name of ['do', 'done', 'page']) query.delete(name)
    query.set('export', key)
    return `${visit.here.split('?')[0]}?${query}`
  }
  return { hrefOf, drawn: new Map(), narrowed: [] }
}

/** How the program speaks to the person who reads a page. */
export function speechOf({ reader, language }: Visit): Speech {
  return {
    language,
    large: reader.large,
    reason: (key) => words[language].reasons[key] ?? own[language].reasons['refused']!,
    fact: (name) => words[language].facts[name] ?? name,
    notice: (name, details) => words[language].notices[name]?.(details) ?? name,
  }
}

function navigation(visit: Visit): NavItem[] {
  const { actor, unread } = visit.reader
  const t = own[visit.language].nav
  if (actor.kind === 'nobody') return []
  const office = mayRunOffice(actor)
  const runsUnit = office || holds(actor, ['organiser', 'secretary'])
  const items: (NavItem | false)[] = [
    { href: urls.home, label: t.home, icon: 'home' },
    { href: urls.menu, label: t.menu, icon: 'book' },
    runsUnit && { href: urls.orders, label: t.orders, icon: 'order' },
    { href: urls.calendar, label: t.calendar, icon: 'calendar' },
    { href: urls.hours, label: t.hours, icon: 'clock' },
    { href: urls.inbox, label: t.inbox, icon: 'bell', count: unread },
    runsUnit && { href: urls.coverage, label: t.coverage, icon: 'chart' },
    office && { href: urls.speakers, label: t.speakers, icon: 'speaker' },
    office && { href: urls.seasons, label: t.seasons, icon: 'flame' },
    (office || holds(actor, ['correspondent', 'proofreader'])) && {
      href: urls.bulletins,
      label: t.bulletins,
      icon: 'edit',
    },
    runsUnit && { href: urls.people, label: t.people, icon: 'people' },
    runsUnit && { href: urls.calls, label: t.calls, icon: 'phone' },
    office && { href: urls.units, label: t.units, icon: 'map-pin' },
  ]
  return items
    .filter((item) => item !== false)
    .map((item) => ({ ...item, current: isCurrent(item.href, visit.here) }))
}

function isCurrent(href: string, here: string): boolean {
  const path = here.split('?')[0]!
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
}

function accountOf(visit: Visit) {
  const t = own[visit.language].account
  const office = mayRunOffice(visit.reader.actor)
  const links: ({ href: string; label: string } | false)[] = [
    { href: urls.account, label: t.signIns },
    { href: urls.inbox, label: t.inbox },
    office && { href: urls.suggestions, label: t.suggestions },
    office && visit.demo && { href: urls.outbox, label: t.outbox },
  ]
  return {
    name: visit.reader.actor.name,
    links: links.filter((link) => link !== false),
    signOut: urls.signOut,
  }
}

/** A calm page that says what went wrong; after a lost sign-in it keeps what was typed. */
export function failurePage(
  visit: Visit,
  failure: Failure,
  typed: Typed | null,
  stylesheet: string,
): string {
  const t = own[visit.language]
  const [title, more] = t.failures[failure.kind] as [string, string]
  const refusal =
    failure.kind === 'refused'
      ? (words[visit.language].reasons[failure.reason] ?? t.reasons['refused'])
      : more
  const content = (
    <>
      <PageHead title={title} lead={refusal} />
      {failure.kind === 'bug' && (
        <p>
          {t.requestNumber}: <code>{failure.requestId}</code>
        </p>
      )}
      {typed && <KeptForm visit={visit} typed={typed} />}
      {!typed && (
        <Empty action={<LinkButton href={urls.home}>{t.toHome}</LinkButton>}>{title}</Empty>
      )}
    </>
  )
  return framed(visit, { title, done: null, content }, stylesheet)
}

/** What was typed, ready to be sent again once the person has signed in elsewhere. */
function KeptForm({ visit, typed }: { visit: Visit; typed: Typed }) {
  const t = own[visit.language]
  const fields = Object.entries(typed).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((v) => [name, v]) : [[name, value]],
  )
  return (
    <form method="post" action={visit.here} class="form">
      {fields.map(([name, value], at) => (
        <input key={at} type="hidden" name={name} value={value} />
      ))}
      <p>
        <a href={urls.signIn} target="_blank" rel="noopener">
          {t.openSignIn}
        </a>
      </p>
      <button type="submit" class="button main">
        {t.sendAgain}
      </button>
    </form>
  )
}
