import { holidaysAround } from '#app/modules/organisation/holidays/queries.ts'
import { invitationsOf } from '#app/modules/talks/dispatches/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { dayOf, instantAt } from '#app/platform/time.ts'
import { Actions, LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Facets, Task, TaskList } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { maySubscribe } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { daysShown, readAt, readOf, readView, writeOf } from '../rules.ts'
import { Choices, calendarsToChoose, isUsual } from './calendar-choices.tsx'
import { type CalendarData, chosenCalendar, itemsIn, nameOf } from './calendar-data.tsx'
import { CalendarViews } from './calendar-views.tsx'

const words = { zh, en }

/** A month, a week or a list of sessions: one's own, a child's, a unit's, a venue's, or the whole street's. */
export const calendarPage = page<CalendarData>({
  title: ({ calendar }, language) => {
    const name = nameOf(calendar, language)
    return name ? words[language].calendar.of(name) : words[language].calendar.title
  },
  load: calendarFor,
  view: (shown) => <CalendarPage {...shown} />,
})

async function calendarFor(ctx: Context, { query }: Visit): Promise<CalendarData> {
  const asked = query.get('of')
  const calendar = await chosenCalendar(ctx, asked)
  const view = readView(query.get('view'))
  const at = readAt(query.get('at'), dayOf(ctx.now))
  const { from, until } = daysShown(view, at)
  const span = { start: instantAt(from, '00:00'), end: instantAt(until, '00:00') }
  const { days: holidays } = await holidaysAround(ctx, from, until)
  const of = asked === null ? null : found(readOf(asked))
  return {
    of: of === null || isUsual(ctx.actor, of) ? null : writeOf(of),
    calendar,
    subscribes: calendar.kind !== 'street' && maySubscribe(ctx.actor, calendar),
    choices: await calendarsToChoose(ctx),
    view,
    at,
    strand: query.get('strand'),
    items: await itemsIn(ctx, calendar, span),
    marks: [...holidays.values()]
      .filter(({ day }) => from <= day && day < until)
      .map(({ kind, ...day }) => ({ ...day, works: kind === 'work' })),
    asked: calendar.kind === 'mine' ? await invitationsOf(ctx, found(ctx.actor.personId)) : [],
  }
}

function CalendarPage(shown: Shown<CalendarData>) {
  const t = useWords(words).calendar
  const { language } = useSpeech()
  const { data, visit } = shown
  const { calendar, of } = data
  const name = nameOf(calendar, language)
  const subscribable = data.subscribes && calendar.kind !== 'child' && calendar.kind !== 'series'
  return (
    <>
      <PageHead title={name ? t.of(name) : t.title} />
      <Choices {...shown} />
      <Asked asked={data.asked} now={visit.now} />
      <CalendarViews {...shown} />
      <Strands data={data} />
      <Actions>
        {subscribable && (
          <LinkButton href={to(urls.feed, null, { of })} icon="calendar">
            {t.subscribe}
          </LinkButton>
        )}
        <LinkButton icon="download" download href={to(urls.calendarFile, null, { of })}>
          {t.file}
        </LinkButton>
        {calendar.kind !== 'mine' && calendar.kind !== 'child' && calendar.kind !== 'resource' && (
          <LinkButton icon="printer" href={to(urls.whatsOn, null, { of: of ?? calendar.kind })}>
            {t.poster}
          </LinkButton>
        )}
        <LinkButton href={urls.sessions}>{t.toSessions}</LinkButton>
      </Actions>
      <p class="quietly">{t.fileHint}</p>
    </>
  )
}

/** What waits for a speaker's yes or no; nothing of it is fixed yet. */
function Asked({ asked, now }: { asked: CalendarData['asked']; now: Date }) {
  const t = useWords(words).calendar
  const titleOf = useTitle()
  if (asked.length === 0) return null
  return (
    <Section title={t.asked}>
      <TaskList>
        {asked.map((dispatch) => (
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

/** The strands of what is shown, each with how many; chosen again, it is let go. */
function Strands({ data }: { data: CalendarData }) {
  const t = useWords(words).calendar
  const { language } = useSpeech()
  const { items, of, view, at, strand: chosen } = data
  const strands = Map.groupBy(
    items.filter((item) => item.strand),
    ({ strand }) => strand!.code,
  )
  if (strands.size < 2 && chosen === null) return null
  return (
    <Facets
      title={t.strand}
      facets={[...strands].map(([code, of_]) => {
        const { name, nameEn } = of_[0]!.strand!
        const query = { of, view: view === 'month' ? null : view, at: at.day ?? at.month }
        return {
          label: language === 'en' && nameEn ? nameEn : name,
          href: to(urls.calendar, null, { ...query, strand: code === chosen ? null : code }),
          count: of_.length,
          chosen: code === chosen,
        }
      })}
    />
  )
}
