import { authorise } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import type { Language } from '#app/platform/language.ts'
import { Tiles } from '#app/ui/charts.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Empty, Stat, Stats } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { AsOf, DataTable } from '#app/ui/tables.tsx'
import { maySeeStreets } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type StreetRow, streetFigures } from '../queries.ts'

const words = { zh, en }

type District = { streets: StreetRow[]; now: Date }

/** The district's streets in the figures of their daily summaries; it opens down to nothing. */
export const districtPage = page<District>({
  title: (_, language) => words[language].title,
  async load(ctx) {
    authorise(maySeeStreets(ctx.actor))
    return { streets: await streetFigures(ctx), now: ctx.now }
  },
  view: ({ data }) => <Streets {...data} />,
})

function Streets({ streets, now }: District) {
  const t = useWords(words)
  const { language } = useSpeech()
  const told = streets.flatMap((street) => (street.summary ? [{ street, ...street.summary }] : []))
  const sum = (of: (row: (typeof told)[number]) => number) =>
    told.reduce((total, row) => total + of(row), 0)
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <p class="quietly">
        <AsOf at={now} />
      </p>
      {streets.length === 0 && <Empty>{t.none}</Empty>}
      {told.length > 0 && (
        <>
          <Stats>
            <Stat
              figure={t.of(told.length, streets.length)}
              label={t.streetsReporting}
              href="#streets"
            />
            <Stat
              figure={t.of(
                sum((row) => row.membersReached),
                sum((row) => row.members),
              )}
              label={t.membersReached}
              href="#streets"
            />
            <Stat
              figure={t.of(
                sum((row) => row.branchesReached),
                sum((row) => row.branches),
              )}
              label={t.branchesReached}
              href="#streets"
            />
          </Stats>
          <Tiles
            caption={t.mapCaption}
            tiles={told.map(({ street, members, membersReached }) => ({
              label: nameOf(street, language),
              members,
              reached: membersReached,
              href: `#street-${street.streetId}`,
            }))}
          />
        </>
      )}
      {streets.length > 0 && <Figures streets={streets} now={now} />}
    </>
  )
}

function nameOf(street: StreetRow, language: Language): string {
  return language === 'en' && street.nameEn ? street.nameEn : street.name
}

function Figures({ streets, now }: District) {
  const t = useWords(words)
  const { language } = useSpeech()
  const amount = (key: string, label: string, of: (row: StreetRow) => string | number) => ({
    key,
    label,
    amount: true,
    cell: (row: StreetRow) => (row.summary ? of(row) : ''),
  })
  return (
    <section id="streets">
      <DataTable
        caption={t.tableCaption}
        rows={streets}
        columns={[
          {
            key: 'street',
            label: t.street,
            names: true,
            cell: (row) => <span id={`street-${row.streetId}`}>{nameOf(row, language)}</span>,
          },
          {
            key: 'day',
            label: t.day,
            cell: ({ summary }) => (summary ? sayDay(summary.day, language, now) : t.notYet),
          },
          {
            key: 'season',
            label: t.season,
            cell: ({ summary }) =>
              summary &&
              (language === 'en' && summary.seasonNameEn
                ? summary.seasonNameEn
                : summary.seasonName),
          },
          amount('branches', t.branches, ({ summary }) =>
            t.of(summary!.branchesReached, summary!.branches),
          ),
          amount('members', t.members, ({ summary }) =>
            t.of(summary!.membersReached, summary!.members),
          ),
          amount('stayed', t.stayed, ({ summary }) => summary!.membersStayed),
          amount('aWeek', t.aWeek, ({ summary, reachedAWeekAgo }) =>
            reachedAWeekAgo === null
              ? ''
              : t.more(Math.max(0, summary!.membersReached - reachedAWeekAgo)),
          ),
          amount('sessions', t.sessions, ({ summary }) => summary!.sessionsHeld),
          amount('hours', t.hours, ({ summary }) => summary!.hours),
        ]}
      />
    </section>
  )
}
