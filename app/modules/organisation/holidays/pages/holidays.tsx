import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { yearOf } from '#app/platform/working-days.ts'
import { Button } from '#app/ui/button.tsx'
import { sayDays, sayWeekdayAndDay } from '#app/ui/dates.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { Badge, Callout, Facets } from '#app/ui/lists.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayEnterHolidays, maySeeHolidays } from '../../access.ts'
import { EnterHolidays, enterHolidays } from '../enter-holidays.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { holidaysOf, knownYears } from '../queries.ts'
import { type Holiday, spansOf, writeHolidays } from '../rules.ts'

const words = { zh, en }
const name = namesOf(EnterHolidays)

type Year = Awaited<ReturnType<typeof knownYears>>[number]
type Data = { years: Year[]; year: number; coming: number; days: Holiday[]; mayEnter: boolean }

export const holidaysPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { query }) {
    authorise(maySeeHolidays(ctx.actor))
    const now = yearOf(dayOf(ctx.now))
    const asked = Number(/^20\d\d$/.exec(query.get('year') ?? '')?.[0] ?? now)
    return {
      years: await knownYears(ctx),
      year: asked,
      coming: now + 1,
      days: await holidaysOf(ctx, asked),
      mayEnter: mayEnterHolidays(ctx.actor),
    }
  },
  actions: {
    enter: action(EnterHolidays, async (ctx, input) => {
      await enterHolidays(ctx, input)
      return { to: to(urls.holidays, null, { year: input.year }), done: 'holidays.entered' }
    }),
  },
  view: (shown) => <Holidays {...shown} />,
})

function Holidays(shown: Shown<Data>) {
  const t = useWords(words)
  const { years, year, coming, days, mayEnter } = shown.data
  const known = new Set(years.map((each) => each.year))
  const unknown = [coming - 1, coming].filter((each) => !known.has(each))
  const choices = [...new Set([...unknown.toReversed(), year, ...known])].toSorted((a, b) => b - a)
  const sizeOf = new Map(years.map((each) => [each.year, each.free]))
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.seasons, label: t.toSeasons }} />
      {unknown.map((each) => (
        <Callout key={each} kind="warning" title={t.unknownYear(each)}>
          <p>{t.unknownYearWhy(each)}</p>
        </Callout>
      ))}
      <Facets
        title={t.year}
        facets={choices.slice(0, 6).map((each) => ({
          label: t.yearName(each),
          href: to(urls.holidays, null, { year: each }),
          count: sizeOf.get(each) ?? 0,
          chosen: each === year,
        }))}
      />
      <Columns beside={mayEnter ? <EnterForm {...shown} /> : <p>{t.onlyAdministrators}</p>}>
        <Section title={t.ofYear(year)}>
          <DaysTable days={days} year={year} now={shown.visit.now} />
        </Section>
        <Section title={t.years}>
          <DataTable
            caption={t.years}
            rows={years}
            columns={[
              {
                key: 'year',
                label: t.year,
                names: true,
                cell: (row) => (
                  <a href={to(urls.holidays, null, { year: row.year })}>{t.yearName(row.year)}</a>
                ),
              },
              { key: 'free', label: t.free, amount: true, cell: ({ free }) => t.days(free) },
              { key: 'worked', label: t.worked, amount: true, cell: (row) => t.days(row.worked) },
              {
                key: 'source',
                label: t.source,
                cell: ({ byHand }) => (byHand ? t.byHand : t.byProgram),
              },
            ]}
          />
        </Section>
      </Columns>
    </>
  )
}

function DaysTable({ days, year, now }: { days: Holiday[]; year: number; now: Date }) {
  const t = useWords(words)
  const { language } = useSpeech()
  return (
    <DataTable
      caption={t.ofYear(year)}
      rows={spansOf(days)}
      empty={<p class="quietly">{t.unknownYear(year)}</p>}
      columns={[
        {
          key: 'when',
          label: t.when,
          names: true,
          cell: ({ day, until }) =>
            day === until
              ? sayWeekdayAndDay(day, language, now)
              : sayDays(day, until, language, now),
        },
        {
          key: 'what',
          label: t.what,
          cell: ({ kind }) => (
            <Badge tone={kind === 'off' ? 'good' : 'waiting'}>{t.kinds[kind]}</Badge>
          ),
        },
        {
          key: 'name',
          label: t.name,
          cell: (row) => (language === 'en' && row.nameEn ? row.nameEn : row.name),
        },
      ]}
    />
  )
}

function EnterForm({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { lines, state } = apart(form('enter'))
  return (
    <Section title={t.enter(data.year)} id="enter">
      {lines.length > 0 && (
        <Callout kind="failed" title={t.refused}>
          <ul>
            {lines.map(({ line, fault }) => (
              <li key={line}>{t.wrong(t.line(line), fault)}</li>
            ))}
          </ul>
        </Callout>
      )}
      <Form
        action={to(urls.holidays, null, { do: 'enter', year: data.year })}
        formKey={formKey}
        state={state}
      >
        <input type="hidden" name={name('year')} value={data.year} />
        <TextArea
          name={name('lines')}
          label={t.lines}
          hint={t.linesHint}
          rows={14}
          maxLength={6000}
          required
          value={writeHolidays(data.days)}
        />
        <Button kind="main">{t.save}</Button>
      </Form>
    </Section>
  )
}

type FaultyLine = { line: number; fault: string }

/** What is wrong with lines, apart from what is wrong with the form itself. */
function apart(state: FormState): { lines: FaultyLine[]; state: FormState } {
  const issues = Object.entries(state.issues)
  const ofLines = issues.filter(([key]) => key.startsWith('row.'))
  return {
    lines: ofLines.map(([key, fault]) => ({ line: Number(key.slice('row.'.length)), fault })),
    state: {
      ...state,
      issues: Object.fromEntries(issues.filter(([key]) => !key.startsWith('row.'))),
    },
  }
}
