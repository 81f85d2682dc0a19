import { renderToString } from 'preact-render-to-string'
import { LinkButton } from '#app/ui/button.tsx'
import { Document } from '#app/ui/document.tsx'
import { Frame, type NavItem } from '#app/ui/frame.tsx'
import { Built } from '#app/ui/island.tsx'
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
import { said } from './platform/language.ts'
import { saidIn } from './said-values.ts'
import { to, urls } from './urls.ts'
import { words } from './words.ts'

const own = { zh, en }

/** The whole HTML document around a page, for the person who reads it. */
export function framed(visit: Visit, shown: Framed, built: (source: string) => string): string {
  const { reader } = visit
  const signedIn = reader.actor.kind === 'person'
  const html = renderToString(
    <Speaking speech={speechOf(visit)}>
      <Document
        {...shown.head}
        title={shown.title}
        stylesheet={built('app/ui/hearth.css')}
        street={reader.streetName}
      >
        <Frame
          street={reader.streetName}
          home={urls.home}
          nav={navigation(visit)}
          work={workOf(visit)}
          account={signedIn ? accountOf(visit) : undefined}
          signIn={signedIn ? undefined : to(urls.signIn)}
          switches={{ language: urls.reading, text: urls.reading, back: visit.here }}
          say={to(urls.say, null, { page: visit.here })}
          news={urls.news}
          about={urls.about}
        >
          {shown.done !== null && <Callout kind="saved" title={shown.done} />}
          <TableFilesOf files={tableFilesAt(visit)}>
            <Built value={built}>{shown.content as never}</Built>
          </TableFilesOf>
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
    reason: (key) => said(words[language].reasons, key) ?? own[language].reasons['refused']!,
    fact: (name) => words[language].facts[name] ?? name,
    notice: (name, details) => words[language].notices[name]?.(details) ?? name,
    code: (table, column, value) => saidIn(language, table, column, value),
  }
}

type Shown = NavItem | false

/** Where anyone who is signed in goes: on a phone the first four stand in the bar. */
function navigation(visit: Visit): NavItem[] {
  const { actor, unread } = visit.reader
  const t = own[visit.language].nav
  if (actor.kind === 'nobody') return []
  const home = { href: urls.home, label: t.home, icon: 'home' } as const
  const inbox = { href: urls.inbox, label: t.inbox, icon: 'bell', count: unread } as const
  // A district holds no sessions of its own: it reads what its streets tell it.
  if (holds(actor, ['district']))
    return shown(visit, [home, { href: urls.district, label: t.district, icon: 'chart' }, inbox])
  return shown(visit, [
    home,
    { href: urls.calendar, label: t.calendar, icon: 'calendar' },
    { href: urls.courses, label: t.courses, icon: 'book' },
    { href: urls.matters, label: t.matters, icon: 'heart-hand' },
    { href: urls.volunteering, label: t.volunteering, icon: 'people' },
    { href: urls.menu, label: t.menu, icon: 'chat' },
    { href: urls.hours, label: t.hours, icon: 'clock' },
    inbox,
  ])
}

/** What those who run the season do for others, in the order of the journey. */
function workOf(visit: Visit): NavItem[] {
  const { actor } = visit.reader
  const t = own[visit.language].nav
  const office = mayRunOffice(actor)
  const runsUnit = office || holds(actor, ['organiser', 'secretary'])
  const writes = office || holds(actor, ['correspondent', 'proofreader'])
  return shown(visit, [
    office && { href: urls.seasons, label: t.seasons, icon: 'flame' },
    office && { href: urls.speakers, label: t.speakers, icon: 'speaker' },
    runsUnit && { href: urls.orders, label: t.orders, icon: 'order' },
    office && { href: urls.board, label: t.board, icon: 'map-pin' },
    office && { href: urls.resources, label: t.resources, icon: 'seat' },
    office && { href: urls.needs, label: t.needs, icon: 'check' },
    runsUnit && { href: urls.coverage, label: t.coverage, icon: 'chart' },
    writes && { href: urls.bulletins, label: t.bulletins, icon: 'edit' },
    runsUnit && { href: urls.people, label: t.people, icon: 'people' },
    runsUnit && { href: urls.calls, label: t.calls, icon: 'phone' },
    office && { href: urls.units, label: t.units, icon: 'map-pin' },
  ])
}

function shown(visit: Visit, items: readonly Shown[]): NavItem[] {
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
    { href: urls.myCode, label: t.myCode },
    { href: urls.privacy, label: t.privacy },
    office && { href: urls.privacyRequests, label: t.privacyRequests },
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
  built: (source: string) => string,
): string {
  const t = own[visit.language]
  const [title, more] = t.failures[failure.kind] as [string, string]
  const refusal =
    failure.kind === 'refused'
      ? (said(words[visit.language].reasons, failure.reason, failure.details) ??
        t.reasons['refused'])
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
  return framed(visit, { title, done: null, content }, built)
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
