import { z } from 'zod'
import { officeRoles, scopeOf } from '#app/modules/people/access.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Card, CardList, Empty, Facets, Task, TaskList } from '#app/ui/lists.tsx'
import { Narrow } from '#app/ui/narrow.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { Pager } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayScheduleSessions } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { comingSessions, draftsOf, type SessionRow } from '../queries.ts'
import { maySeeResources } from '../resources/access.ts'
import { type Choice, type FacetName, facetCounts, facetNames, fitsChoice } from '../rules.ts'
import { ScheduleSession, scheduleSession } from '../schedule-session.ts'
import { seatsHeldBy } from '../seats/queries.ts'
import { whyNotOpen } from '../seats/rules.ts'
import { en as signUpsEn } from '../sign-ups/messages.en.ts'
import { zh as signUpsZh } from '../sign-ups/messages.zh.ts'
import { waitingAhead } from '../sign-ups/queries.ts'
import { SessionsFile } from './sessions-file.tsx'
import { type Clash, clashesToSettle, VenueClashes } from './venue-clashes.tsx'

const words = { zh, en }
const signUpsWords = { zh: signUpsZh, en: signUpsEn }
const perPage = 20

type Data = {
  /** Everything that is coming; narrowed and paged by the view's own rules. */
  coming: SessionRow[]
  choice: Choice
  withFull: boolean
  /** The sessions the reader has a seat at. */
  mine: ReadonlySet<string>
  /** How many wait where, and where the reader does. */
  waiting: Awaited<ReturnType<typeof waitingAhead>>
  page: number
  clashes: Clash[]
  /** What the office is still preparing. */
  drafts: SessionRow[]
  plans: boolean
  /** Who may see what the street lends. */
  lends: boolean
}

/** What one can join: coming sessions with free seats, narrowed by strand, community and week. */
export const sessionsPage = page<Data>({
  open: true,
  title: (_, language) => words[language].list.title,
  async load(ctx, { query }) {
    const choice: Choice = {}
    for (const facet of facetNames) {
      const value = query.get(facet)
      if (value) choice[facet] = value
    }
    return {
      coming: await comingSessions(ctx),
      choice,
      withFull: query.get('full') === 'yes',
      mine: new Set(ctx.actor.personId ? await seatsHeldBy(ctx, ctx.actor.personId) : []),
      waiting: await waitingAhead(ctx, ctx.actor.personId),
      page: Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1),
      clashes: mayScheduleSessions(ctx.actor) ? await clashesToSettle(ctx) : [],
      drafts: await draftsOf(ctx, scopeOf(ctx.actor, officeRoles)),
      plans: mayScheduleSessions(ctx.actor),
      lends: maySeeResources(ctx.actor),
    }
  },
  actions: {
    schedule: action(ScheduleSession.extend({ venueId: z.uuid() }), async (ctx, input) => {
      await scheduleSession(ctx, input)
      return { to: urls.sessions, done: 'session.scheduled' }
    }),
  },
  view: (shown) => <Sessions {...shown} />,
})

function Sessions(shown: Shown<Data>) {
  const t = useWords(words).list
  const { data, visit } = shown
  const { choice } = data
  const open = data.coming.filter(
    (session) =>
      data.withFull ||
      session.taken < session.seats ||
      data.mine.has(session.id) ||
      data.waiting.own.has(session.id),
  )
  const fits = open.filter((session) => fitsChoice(session, choice, visit.now))
  const full = data.coming.length - open.length
  const pages = Math.max(1, Math.ceil(fits.length / perPage))
  const at = Math.min(data.page, pages)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <LinkButton href={urls.calendar}>{t.toCalendar}</LinkButton>
            {data.plans && (
              <LinkButton href={urls.newSession} icon="plus">
                {t.plan}
              </LinkButton>
            )}
          </>
        }
      />
      {data.drafts.length > 0 && <Drafts {...shown} />}
      {data.clashes.length > 0 && <VenueClashes {...shown} clashes={data.clashes} />}
      <Columns first beside={<Narrowing {...shown} open={open} />}>
        {fits.length === 0 && (
          <Empty action={<LinkButton href={urls.sessions}>{t.all}</LinkButton>}>{t.none}</Empty>
        )}
        <CardList>
          {fits.slice((at - 1) * perPage, at * perPage).map((session) => (
            <SessionCard key={session.id} session={session} data={data} now={visit.now} />
          ))}
        </CardList>
        <SessionsFile sessions={fits} />
        {pages > 1 && (
          <Pager
            page={at}
            pages={pages}
            total={fits.length}
            href={(page) => to(urls.sessions, null, { ...kept(data), page })}
          />
        )}
        {full > 0 && (
          <p>
            {t.full(full)} ·{' '}
            <a href={to(urls.sessions, null, { ...kept(data), full: 'yes' })}>{t.showFull}</a>
          </p>
        )}
      </Columns>
      <Actions>
        {data.lends && <LinkButton href={urls.resources}>{t.toResources}</LinkButton>}
        {data.plans && <LinkButton href={urls.venues}>{t.toVenues}</LinkButton>}
        {data.plans && <LinkButton href={urls.homes}>{t.toHomes}</LinkButton>}
      </Actions>
    </>
  )
}

/** Sessions that are not announced yet, for the office. */
function Drafts({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const titleOf = useTitle()
  return (
    <Section title={t.list.drafts}>
      <TaskList>
        {data.drafts.map((session) => (
          <Task
            key={session.id}
            title={titleOf(session)}
            href={to(urls.sessionPlan, { sessionId: session.id })}
            when={<Time at={session.during.start} to={session.during.end} now={visit.now} />}
          >
            {t.formats[session.format]} · {session.venueName}
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}

/** What the list is narrowed by, for links that keep it. */
function kept({ choice, withFull }: Data) {
  return { ...choice, full: withFull ? 'yes' : null }
}

function SessionCard(props: { session: SessionRow; data: Data; now: Date }) {
  const t = useWords(words)
  const line = useWords(signUpsWords)
  const saySeats = useSeats()
  const { session, data } = props
  const own = data.waiting.own.get(session.id)
  const badge = data.mine.has(session.id) ? (
    <Badge tone="good">{t.signedUp}</Badge>
  ) : own ? (
    <Badge tone="waiting">{own === 'offered' ? line.cardOffered : line.cardInLine}</Badge>
  ) : undefined
  return (
    <Card
      href={to(urls.session, { sessionId: session.id })}
      over={<Time at={session.during.start} to={session.during.end} now={props.now} />}
      title={useTitle()(session)}
      badge={badge}
      facts={[
        session.venueName,
        t.languages[session.language],
        t.audiences[session.audience],
        session.format === 'door'
          ? t.formats.door
          : saySeats(session, data.waiting.count.get(session.id) ?? 0, props.now),
      ]}
    />
  )
}

/** How full a session is in a few words: seats left, who waits, or when sign-up opens. */
function useSeats() {
  const t = useWords(words).list
  const line = useWords(signUpsWords)
  return (session: SessionRow, waiting: number, now: Date): string => {
    const { opensAt, seats, taken } = session
    if (opensAt !== null && now < opensAt) return line.cardOpens(opensAt, now)
    if (whyNotOpen(session, false, now)) return line.cardClosed
    const left = Math.max(0, seats - taken)
    if (left === 0) return line.cardFull(waiting)
    return waiting > 0 ? line.freeSeats(left, seats, waiting) : t.seatsLeft(left)
  }
}

/** The ways to narrow the list, each with how many it would leave; pressed again it lets go. */
function Narrowing({ data, visit, open }: Shown<Data> & { open: readonly SessionRow[] }) {
  const t = useWords(words)
  const chosen = Object.keys(data.choice).length
  const labels = useLabels(open)
  return (
    <Narrow chosen={chosen}>
      {chosen > 0 && (
        <p>
          <a href={urls.sessions}>{t.list.all}</a>
        </p>
      )}
      {facetNames.map((facet) => {
        const counts = facetCounts(open, data.choice, facet, visit.now)
        const facets = [...labels[facet]]
          .filter(([value]) => counts.has(value) || data.choice[facet] === value)
          .map(([value, label]) => {
            const isChosen = data.choice[facet] === value
            const query = { ...kept(data), [facet]: isChosen ? null : value }
            const href = to(urls.sessions, null, query)
            return { label, href, count: counts.get(value) ?? 0, chosen: isChosen }
          })
        return <Facets key={facet} title={t.facets[facet]} facets={facets} />
      })}
    </Narrow>
  )
}

/** What each value of a facet is called. */
function useLabels(open: readonly SessionRow[]): Record<FacetName, Map<string, string>> {
  const t = useWords(words)
  const { language } = useSpeech()
  const strandOf = ({ strandName, strandNameEn }: SessionRow) =>
    language === 'en' && strandNameEn ? strandNameEn : strandName
  return {
    strand: new Map(open.map((session) => [session.strandCode, strandOf(session)])),
    community: new Map(
      open.flatMap(({ communityId, communityName }) =>
        communityId === null ? [] : [[communityId, communityName ?? '']],
      ),
    ),
    week: new Map(Object.entries(t.weeks)),
  }
}
