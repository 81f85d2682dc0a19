import type { CalendarSession } from '#app/modules/sessions/calendars/queries.ts'
import { comingSessions, type SessionRow } from '#app/modules/sessions/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { type Page, page, type Shown } from '#app/platform/http/page.ts'
import { timeOf } from '#app/platform/time.ts'
import { Actions, LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Card, CardList } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Home, homeOf } from '../queries.ts'
import { NowTasks } from './now-tasks.tsx'

const words = { zh, en }
const mostComing = 6

type Data = { home: Home; coming: null } | { home: null; coming: SessionRow[] }

/** What needs this person now, in order, each with its one action; then what is next; nothing else. */
export const homePage: Page<Data> = page<Data>({
  open: true,
  title: (_, language) => words[language].title,
  async load(ctx) {
    const { personId } = ctx.actor
    if (personId !== null) return { home: await homeOf(ctx, personId), coming: null }
    return { home: null, coming: await openToAll(ctx) }
  },
  view: (shown) =>
    shown.data.home ? <OwnHome home={shown.data.home} {...shown} /> : <Welcome {...shown} />,
})

/** What anyone could come to: no rounds from door to door. */
async function openToAll(ctx: Context): Promise<SessionRow[]> {
  const coming = await comingSessions(ctx)
  return coming.filter(({ visitorId }) => visitorId === null).slice(0, mostComing)
}

function OwnHome({ home, visit }: Shown<Data> & { home: Home }) {
  const t = useWords(words)
  const { reader, now } = visit
  const waits = home.waiting.length + reader.unread > 0
  const ahead = [...home.places, ...home.next].toSorted(
    (one, other) => one.during.start.getTime() - other.during.start.getTime(),
  )
  const forDistrict = home.streets.length > 0
  return (
    <>
      <PageHead
        over={<Time at={now} now={now} show="weekday" />}
        title={t.greeting(Number(timeOf(now).slice(0, 2)), reader.actor.name)}
      />
      {(waits || !forDistrict) && (
        <NowTasks waiting={home.waiting} unread={reader.unread} now={now} />
      )}
      {forDistrict && <Streets streets={home.streets} />}
      {(ahead.length > 0 || !forDistrict) && (
        <Section title={t.next} aside={<a href={urls.calendar}>{t.calendar}</a>}>
          {ahead.length === 0 && <p class="quietly">{t.nothingNext}</p>}
          <CardList>
            {ahead.map((one) =>
              'shiftId' in one ? (
                <PlaceCard key={one.id} place={one} now={now} self={reader.actor.personId} />
              ) : (
                <SessionCard key={one.id} session={one} now={now} />
              ),
            )}
          </CardList>
        </Section>
      )}
      {home.couldCome.length > 0 && (
        <Section title={t.couldCome} aside={<a href={urls.sessions}>{t.allSessions}</a>}>
          <Sessions sessions={home.couldCome} now={now} />
        </Section>
      )}
    </>
  )
}

type Listed = SessionRow & { part?: CalendarSession['part'] }

function Sessions({ sessions, now }: { sessions: readonly Listed[]; now: Date }) {
  return (
    <CardList>
      {sessions.map((session) => (
        <SessionCard key={session.id} session={session} now={now} />
      ))}
    </CardList>
  )
}

// Whoever has no seat yet waits.
const toneOf = (part: NonNullable<Listed['part']>) =>
  part === 'waiting' || part === 'offered' ? 'waiting' : 'good'

function SessionCard({ session, now }: { session: Listed; now: Date }) {
  const t = useWords(words)
  const titleOf = useTitle()
  const seats = session.visitorId === null ? [t.seatsLeft(session.seats - session.taken)] : []
  return (
    <Card
      href={to(urls.session, { sessionId: session.id })}
      over={<Time at={session.during.start} to={session.during.end} now={now} />}
      title={titleOf(session)}
      badge={session.part && <Badge tone={toneOf(session.part)}>{t.part[session.part]}</Badge>}
      facts={[session.venueName, ...seats]}
    />
  )
}

type PlaceProps = { place: Home['places'][number]; now: Date; self: string | null }

/** A shift on which the person, or one of the person's children, stands. */
function PlaceCard({ place, now, self }: PlaceProps) {
  const t = useWords(words)
  const titleOf = useTitle()
  return (
    <Card
      href={to(urls.shift, { shiftId: place.shiftId })}
      over={<Time at={place.during.start} to={place.during.end} now={now} />}
      title={titleOf(place)}
      badge={<Badge tone="good">{place.personId === self ? t.shift : t.child(place.name)}</Badge>}
      facts={[place.place]}
    />
  )
}

/** The streets of a district in one figure each; what happens in them is theirs to tell. */
function Streets({ streets }: { streets: Home['streets'] }) {
  const t = useWords(words)
  const { language } = useSpeech()
  return (
    <Section title={t.streets} aside={<a href={urls.district}>{t.toStreets}</a>}>
      <CardList>
        {streets.map(({ streetId, name, nameEn, summary }) => (
          <Card
            key={streetId}
            href={urls.district}
            title={language === 'en' ? nameEn : name}
            facts={[summary ? t.reached(summary.membersReached, summary.members) : t.noSummary]}
          />
        ))}
      </CardList>
    </Section>
  )
}

/** The street's open door: what it offers, and the way in. */
function Welcome({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const coming = data.coming ?? []
  return (
    <>
      <PageHead title={t.welcome(visit.reader.streetName)} lead={t.welcomeLead} />
      <Actions>
        {visit.demo && (
          <LinkButton href={urls.demo} kind="main">
            {t.demo}
          </LinkButton>
        )}
        <LinkButton href={urls.signIn} kind={visit.demo ? 'plain' : 'main'}>
          {t.signIn}
        </LinkButton>
        <LinkButton href={urls.sayNeed}>{t.toNeed}</LinkButton>
        <LinkButton href={urls.menu}>{t.toMenu}</LinkButton>
        <LinkButton href={urls.news}>{t.toNews}</LinkButton>
        <LinkButton href={urls.speak}>{t.toSpeak}</LinkButton>
      </Actions>
      {coming.length > 0 && (
        <Section title={t.coming} aside={<a href={urls.sessions}>{t.allSessions}</a>}>
          <Sessions sessions={coming} now={visit.now} />
        </Section>
      )}
    </>
  )
}
