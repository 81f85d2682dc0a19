import { holidaysAround } from '#app/modules/organisation/holidays/queries.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { overlap, type Span } from '#app/platform/database/spans.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf, weekdayOf } from '#app/platform/time.ts'
import { yearOf } from '#app/platform/working-days.ts'
import { Button } from '#app/ui/button.tsx'
import { sayWeekdayAndDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { CheckboxGroup, DateField, RadioField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayScheduleSessions } from '../../access.ts'
import { findSession, type SessionRow, venueTakenBy } from '../../queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { HowOften, PlanSeries, patternOf, planSeries, weekdays } from '../plan-series.ts'
import {
  comes,
  datesOf,
  onHolidays,
  type SeriesDate,
  unknownYears,
  whyNotAgain,
  whyNotPattern,
} from '../rules.ts'

const words = { zh, en }
const name = namesOf(PlanSeries)

type Seen = SeriesDate & { takenBy: { title: string; titleEn: string } | null }
type Data = {
  session: SessionRow
  lastDay: string
  wanted: Parameters<typeof patternOf>[1] | null
  /** Why this can't come again, or not like this. */
  whyNot: string | null
  dates: Seen[]
  unknown: number[]
}

/** How a session comes again: first which days that would be, each with its reason, then all at once. */
export const newSeriesPage = page<Data>({
  title: (_, language) => words[language].newTitle,
  async load(ctx, { params, query }) {
    const session = found(await findSession(ctx, params['sessionId']!))
    authorise(mayScheduleSessions(ctx.actor))
    const season = found(await currentSeason(ctx))
    const wanted =
      HowOften.safeParse({
        weekdays: query.getAll('weekdays'),
        untilOn: query.get('untilOn'),
        onHolidays: query.get('onHolidays'),
      }).data ?? null
    const pattern = wanted && patternOf(session, wanted)
    const whyNot = whyNotAgain(session) ?? (pattern && whyNotPattern(pattern))
    const data = { session, lastDay: season.endsOn, wanted, whyNot, dates: [], unknown: [] }
    if (!pattern || whyNot !== null) return data
    const around = await holidaysAround(ctx, pattern.fromOn, pattern.untilOn)
    const { days: holidays, years } = around
    const dates = datesOf(pattern, { season, holidays, years, now: ctx.now })
    const unknown = pattern.onHolidays === 'skip' ? unknownYears(pattern, years) : []
    return { ...data, dates: await withTakers(ctx, session, dates), unknown }
  },
  actions: {
    plan: action(PlanSeries, async (ctx, input) => {
      const { id: seriesId } = await planSeries(ctx, { ...input, days: input.days ?? [] })
      return { to: to(urls.series, { seriesId }), done: 'series.planned' }
    }),
  },
  view: (shown) => <NewSeries {...shown} />,
})

/** The dates with what has the venue then, in one query. */
async function withTakers(
  ctx: Context,
  { id, venueId }: SessionRow,
  dates: readonly SeriesDate[],
): Promise<Seen[]> {
  const times = dates.filter(comes).map(({ during }) => during)
  const taken = venueId ? await venueTakenBy(ctx, venueId, times, [id]) : []
  const takerOf = (time: Span) => taken.find((each) => overlap(each.during, time)) ?? null
  return dates.map((date) => ({ ...date, takenBy: comes(date) ? takerOf(date.during) : null }))
}

function NewSeries(shown: Shown<Data>) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const { session, wanted, whyNot, dates } = shown.data
  const own = { sessionId: session.id }
  const title = useTitle()(session)
  return (
    <>
      <PageHead
        title={t.newTitle}
        lead={
          <>
            <Time at={session.during.start} to={session.during.end} now={shown.visit.now} />
            {` · ${session.venueName}`}
          </>
        }
        back={{ href: to(urls.sessionPlan, own), label: title }}
      />
      {whyNot !== null && <Callout kind="warning" title={reason(whyNot)} />}
      {whyNotAgain(session) === null && <Wanted {...shown} />}
      {wanted && dates.length > 0 && <Preview {...shown} />}
    </>
  )
}

/** On which weekdays, until when, and whether on holidays too. */
function Wanted({ data }: Shown<Data>) {
  const t = useWords(words)
  const { session, lastDay, wanted, dates } = data
  const firstDay = dayOf(session.during.start)
  return (
    <>
      <p>{t.newLead}</p>
      <Form
        method="get"
        action={`${to(urls.newSeries, { sessionId: session.id })}#preview`}
        id="wanted"
      >
        <CheckboxGroup
          name={name('weekdays')}
          label={t.which}
          options={weekdays.map((value, at) => ({ value, label: t.weekdays[at]! }))}
          value={wanted?.weekdays ?? [String(weekdayOf(firstDay))]}
        />
        <DateField
          name={name('untilOn')}
          label={t.untilOn}
          min={firstDay}
          max={lastDay}
          value={wanted?.untilOn ?? lastDay}
          required
        />
        <RadioField
          name={name('onHolidays')}
          label={t.onHolidays}
          value={wanted?.onHolidays ?? 'skip'}
          options={onHolidays.map((value) => ({ value, label: t[value] }))}
        />
        <Button kind={dates.length > 0 ? 'plain' : 'main'}>{t.look}</Button>
      </Form>
    </>
  )
}

/** Every date with its reason; those that come can be unticked, those whose venue is taken can't be ticked. */
function Preview(shown: Shown<Data>) {
  const t = useWords(words)
  const { form, formKey, data } = shown
  const { session, wanted, unknown } = data
  const planned = data.dates.filter((date) => comes(date) && !date.takenBy && date.why !== 'first')
  const query = { weekdays: wanted!.weekdays, untilOn: wanted!.untilOn, do: 'plan' }
  const action = to(
    urls.newSeries,
    { sessionId: session.id },
    { ...query, onHolidays: wanted!.onHolidays },
  )
  return (
    <Section title={t.preview(planned.length + 1)} id="preview">
      {unknown.map((year) => (
        <Callout key={year} kind="warning" title={t.unknownYear(year)}>
          <p>{t.unknownYearText}</p>
        </Callout>
      ))}
      <Form action={action} formKey={formKey} state={form('plan')} id="plan">
        <input type="hidden" name={name('sessionId')} value={session.id} />
        {wanted!.weekdays.map((day) => (
          <input key={day} type="hidden" name={name('weekdays')} value={day} />
        ))}
        <input type="hidden" name={name('untilOn')} value={wanted!.untilOn} />
        <input type="hidden" name={name('onHolidays')} value={wanted!.onHolidays} />
        <Coming visit={shown.visit} planned={planned} />
        {planned.length > 0 ? (
          <Button kind="main">{t.make(planned.length + 1)}</Button>
        ) : (
          <p>{t.makeNone}</p>
        )}
      </Form>
      <NotComing {...shown} />
    </Section>
  )
}

/** Says why a date is in or out. */
function useWhy(): (date: Seen) => string {
  const t = useWords(words)
  const { language } = useSpeech()
  const titleOf = useTitle()
  return (date) => {
    if (date.takenBy) return t.takenBy(titleOf(date.takenBy))
    const holiday = language === 'en' && date.nameEn ? date.nameEn : date.name
    return t.whys[date.why](holiday, yearOf(date.day))
  }
}

/** The days on which there would be a session, each to be left out again. */
function Coming({ visit, planned }: Pick<Shown<Data>, 'visit'> & { planned: readonly Seen[] }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const why = useWhy()
  if (planned.length === 0) return null
  return (
    <CheckboxGroup
      name={name('days')}
      label={t.dates}
      hint={t.previewLead}
      value={planned.map(({ day }) => day)}
      options={planned.map((date) => ({
        value: date.day,
        label: sayWeekdayAndDay(date.day, language, visit.now),
        hint: why(date) || undefined,
      }))}
    />
  )
}

/** The days of the pattern without a session, each with its reason. */
function NotComing({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const why = useWhy()
  const out = data.dates.filter((date) => !comes(date) || date.takenBy)
  if (out.length === 0) return null
  return (
    <DataTable
      caption={t.notThen(out.length)}
      rows={out}
      columns={[
        {
          key: 'day',
          label: t.day,
          names: true,
          cell: (date) => sayWeekdayAndDay(date.day, language, visit.now),
          value: (date) => date.day,
        },
        { key: 'why', label: t.why, cell: why, value: why },
      ]}
    />
  )
}
