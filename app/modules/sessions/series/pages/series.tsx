import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, LinkButton, PostButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Callout, type Tone } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { en as calendarsEn } from '../../calendars/messages.en.ts'
import { zh as calendarsZh } from '../../calendars/messages.zh.ts'
import { en as sessionsEn } from '../../messages.en.ts'
import { zh as sessionsZh } from '../../messages.zh.ts'
import { asSeenBy, preparedOf, type SessionRow } from '../../queries.ts'
import type { SessionStatus } from '../../rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PublishSeries, publishSeries } from '../publish-series.ts'
import { findSeries, sessionsOfSeries } from '../queries.ts'
import { readyOf } from '../rules.ts'

const words = { zh, en }
const sessionWords = { zh: sessionsZh, en: sessionsEn }
const calendarWords = { zh: calendarsZh, en: calendarsEn }
const tones: Record<SessionStatus, Tone> = {
  draft: 'waiting',
  scheduled: 'good',
  held: 'plain',
  cancelled: 'bad',
}

type Line = SessionRow & { whyNot: string | null }
type Data = {
  series: NonNullable<Awaited<ReturnType<typeof findSeries>>>
  first: SessionRow
  lines: Line[]
  runs: boolean
  ready: number
}

/** A series: its days, and every session of it with how it stands; who runs it announces what is ready. */
export const seriesPage = page<Data>({
  open: true,
  title: ({ first }, language) =>
    language === 'en' && first.titleEn ? first.titleEn : first.title,
  async load(ctx, { params }) {
    const series = found(await findSeries(ctx, params['seriesId']!))
    const all = await sessionsOfSeries(ctx, series.id)
    const runs = all.length > 0 && all.every((session) => mayRunSession(ctx.actor, session))
    const shown = all.filter(({ status }) => runs || status !== 'draft')
    const sessions = shown.map((session) => asSeenBy(ctx.actor, session))
    const first = found(sessions[0])
    if (!runs) return { series, first, runs, ready: 0, lines: sessions.map(withoutReason) }
    const prepared = await preparedOf(
      ctx,
      sessions.map(({ id }) => id),
    )
    const { ready, waiting } = readyOf(sessions, prepared, ctx.now)
    const whys = new Map(waiting.map(({ session, whyNot }) => [session.id, whyNot]))
    const lines = sessions.map((each) => ({ ...each, whyNot: whys.get(each.id) ?? null }))
    return { series, first, runs, ready: ready.length, lines }
  },
  actions: {
    publish: action(PublishSeries, async (ctx, input) => {
      await publishSeries(ctx, input)
      return { to: to(urls.series, input), done: 'series.published' }
    }),
  },
  view: (shown) => <SeriesPage {...shown} />,
})

const withoutReason = (session: SessionRow): Line => ({ ...session, whyNot: null })

function SeriesPage(shown: Shown<Data>) {
  const t = useWords(words)
  const all = useWords(sessionWords)
  const { language } = useSpeech()
  const { series, first, lines, runs, ready } = shown.data
  const { now } = shown.visit
  const drafts = lines.filter(({ status }) => status === 'draft').length
  const refusal = shown.form('publish').refusal
  const every = t.every(series.weekdays)
  const [from, until] = [series.fromOn, series.untilOn].map((day) => sayDay(day, language, now))
  return (
    <>
      <PageHead
        title={useTitle()(first)}
        over={`${t.title} · ${all.formats[first.format]}`}
        lead={`${t.lead(every, series.fromTime, series.untilTime, from!, until!)} · ${t.holidays[series.onHolidays]}`}
        back={{ href: urls.sessions, label: all.session.back }}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {runs && drafts > 0 && (
        <PostButton
          action={to(urls.series, { seriesId: series.id }, { do: 'publish' })}
          formKey={shown.formKey}
          values={{ seriesId: series.id }}
          kind="main"
          icon="bell"
          whyNot={ready > 0 ? null : 'series.noneReady'}
        >
          {t.publish(ready)}
        </PostButton>
      )}
      <Section title={t.sessions}>
        <SessionTable {...shown} />
        {runs && series.exceptOn.length > 0 && (
          <p class="quietly">
            {`${t.exceptions}: ${series.exceptOn.map((day) => sayDay(day, language, now)).join(', ')}`}
          </p>
        )}
      </Section>
      <Poster series={series} lines={lines} />
    </>
  )
}

/** The coming sessions of a series as a sheet to hang up. */
function Poster({ series, lines }: Pick<Data, 'series' | 'lines'>) {
  const t = useWords(calendarWords).calendar
  if (lines.every(({ status }) => status !== 'scheduled')) return null
  return (
    <Actions>
      <LinkButton icon="printer" href={to(urls.whatsOn, null, { of: `series.${series.id}` })}>
        {t.poster}
      </LinkButton>
    </Actions>
  )
}

function SessionTable({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const all = useWords(sessionWords)
  const { reason } = useSpeech()
  const { lines, runs } = data
  const of = (status: SessionStatus) => lines.filter((line) => line.status === status).length
  const coming = of('draft') + of('scheduled')
  return (
    <DataTable
      caption={t.counts(lines.length, coming, of('held'), of('cancelled'))}
      rows={lines}
      asOf={visit.now}
      columns={[
        {
          key: 'when',
          label: t.when,
          names: true,
          cell: (line) => (
            <a href={to(urls.session, { sessionId: line.id })}>
              <Time at={line.during.start} to={line.during.end} now={visit.now} />
            </a>
          ),
          value: (line) => line.during.start,
        },
        {
          key: 'status',
          label: t.status,
          cell: (line) => <Badge tone={tones[line.status]}>{all.statuses[line.status]}</Badge>,
          value: (line) => all.statuses[line.status],
        },
        { key: 'where', label: t.where, cell: (line) => line.venueName },
        {
          key: 'taken',
          label: t.taken,
          amount: true,
          cell: (line) => (line.status === 'draft' ? '' : t.takenOf(line.taken, line.seats)),
          value: (line) => (line.status === 'draft' ? null : line.taken),
        },
        ...(runs && lines.some((line) => lacking(line, reason) !== '')
          ? [
              {
                key: 'lacks',
                label: t.lacks,
                cell: (line: Line) => lacking(line, reason),
                value: (line: Line) => lacking(line, reason),
              },
            ]
          : []),
      ]}
    />
  )
}

/** What a draft still lacks, or why a session was called off. */
function lacking(line: Line, reason: (key: string) => string): string {
  if (line.status === 'cancelled') return line.cancelReason ?? ''
  return line.whyNot === null ? '' : reason(line.whyNot)
}
