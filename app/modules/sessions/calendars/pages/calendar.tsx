import { mayRunOffice } from '#app/modules/people/access.ts'
import { invitationsOf } from '#app/modules/talks/dispatches/queries.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { day, dayOf, instantAt, later, timeOf } from '#app/platform/time.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Calendar, monthAway } from '#app/ui/calendar.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Empty, Task, TaskList, type Tone } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type CalendarSession, calendarSessions, type Part } from '../queries.ts'
import { unitsRunBy, whoseCalendar } from './calendar-data.tsx'

const words = { zh, en }
const mostNext = 8
const nextSpan = 60 * day

const tones: Record<Part, Tone> = {
  hosting: 'ember',
  speaking: 'ember',
  visiting: 'ember',
  signedUp: 'good',
  child: 'good',
  branch: 'plain',
}

type Data = {
  /** Which calendar is open: the reader's own, the street's, or a unit's by its id. */
  open: string
  unitName: string | null
  units: { id: string; name: string }[]
  office: boolean
  month: string
  sessions: CalendarSession[]
  next: CalendarSession[]
  /** Of one's own calendar: talks that one is asked to give. */
  asked: Awaited<ReturnType<typeof invitationsOf>>
}

/** A month of sessions and what comes next: one's own, a unit's, or the whole street's. */
export const calendarPage = page<Data>({
  title: ({ unitName }, language) =>
    unitName ? words[language].calendar.of(unitName) : words[language].calendar.title,
  async load(ctx, { query }) {
    const { whose, unit } = await whoseCalendar(ctx, query)
    const month = monthFrom(query.get('month')) ?? dayOf(ctx.now).slice(0, 7)
    const soon = { start: ctx.now, end: later(ctx.now, nextSpan) }
    const own = whose !== 'street' && 'personId' in whose
    return {
      open: whose === 'street' ? 'street' : (unit?.id ?? 'mine'),
      unitName: unit?.name ?? null,
      units: await unitsRunBy(ctx),
      office: mayRunOffice(ctx.actor),
      month,
      sessions: await calendarSessions(ctx, whose, {
        start: instantAt(`${month}-01`, '00:00'),
        end: instantAt(`${monthAway(month, 1)}-01`, '00:00'),
      }),
      next: (await calendarSessions(ctx, whose, soon))
        .filter((session) => session.status === 'scheduled')
        .slice(0, mostNext),
      asked: own ? await invitationsOf(ctx, whose.personId) : [],
    }
  },
  view: (shown) => <CalendarPage {...shown} />,
})

function monthFrom(asked: string | null): string | null {
  return asked !== null && /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : null
}

function CalendarPage({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { now } = visit
  const which = whichOf(data.open, data.office)
  return (
    <>
      <PageHead
        title={data.unitName ? t.calendar.of(data.unitName) : t.calendar.title}
        actions={
          <>
            <LinkButton href={urls.feed} icon="calendar">
              {t.calendar.subscribe}
            </LinkButton>
            <LinkButton href={urls.sessions}>{t.calendar.toSessions}</LinkButton>
          </>
        }
      />
      <Choices data={data} />
      <Asked data={data} now={now} />
      <Section title={t.calendar.next}>
        {data.next.length === 0 ? (
          <Empty>{t.calendar.nothing}</Empty>
        ) : (
          <TaskList>
            {data.next.map((session) => (
              <Task
                key={session.id}
                href={to(urls.session, { sessionId: session.id })}
                title={titleOf(session)}
                when={<Time at={session.during.start} to={session.during.end} now={now} />}
              >
                {session.venueName} {session.part && <PartBadge part={session.part} />}
              </Task>
            ))}
          </TaskList>
        )}
      </Section>
      <Calendar
        month={data.month}
        today={dayOf(now)}
        hrefOf={(month) => to(urls.calendar, null, { ...which, month })}
        entries={data.sessions.map((session) => ({
          day: dayOf(session.during.start),
          time: timeOf(session.during.start),
          title:
            session.status === 'cancelled'
              ? `${titleOf(session)} (${t.calendar.cancelled})`
              : titleOf(session),
          href: to(urls.session, { sessionId: session.id }),
          tone: toneOf(session),
        }))}
      />
      <p>
        <LinkButton icon="download" download href={to(urls.calendarFile, null, which)}>
          {t.calendar.file}
        </LinkButton>
      </p>
      <p class="quietly">{t.calendar.fileHint}</p>
    </>
  )
}

/** What waits for a speaker's yes or no; nothing of it is fixed yet. */
function Asked({ data, now }: { data: Data; now: Date }) {
  const t = useWords(words).calendar
  const titleOf = useTitle()
  if (data.asked.length === 0) return null
  return (
    <Section title={t.asked}>
      <TaskList>
        {data.asked.map((dispatch) => (
          <Task
            key={dispatch.id}
            href={to(urls.dispatch, { dispatchId: dispatch.id })}
            title={titleOf(dispatch)}
            when={<Time at={dispatch.during.start} to={dispatch.during.end} now={now} />}
          >
            {dispatch.venueName}
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}

function PartBadge({ part }: { part: Part }) {
  const t = useWords(words)
  return <Badge tone={tones[part]}>{t.parts[part]}</Badge>
}

function toneOf(session: CalendarSession): Tone {
  if (session.status === 'cancelled') return 'bad'
  return session.part ? tones[session.part] : 'plain'
}

/** What an address says of the calendar; nothing where it is the one that opens by itself. */
function whichOf(open: string, office: boolean) {
  if (open === (office ? 'street' : 'mine')) return {}
  return open === 'mine' || open === 'street' ? { of: open } : { unit: open }
}

/** The calendars the reader can open; nothing where there is only the own one. */
function Choices({ data }: { data: Data }) {
  const t = useWords(words).calendar
  const choices = [
    ...(data.office ? [{ open: 'street', label: t.street }] : []),
    { open: 'mine', label: t.mine },
    ...data.units.map((unit) => ({ open: unit.id, label: unit.name })),
  ]
  if (choices.length === 1) return null
  return (
    <nav class="facets" aria-label={t.title}>
      <ul>
        {choices.map(({ open, label }) => (
          <li key={open}>
            <a
              href={to(urls.calendar, null, whichOf(open, data.office))}
              aria-current={open === data.open ? 'page' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
