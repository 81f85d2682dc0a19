import { z } from 'zod'
import { authorise } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunRetention } from '../access.ts'
import { en as keptEn } from '../kept/messages.en.ts'
import { zh as keptZh } from '../kept/messages.zh.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { register } from '../personal-data.ts'
import { type Due, type Run, retentionRuns, whatIsDue } from '../queries.ts'
import { runRetention } from '../run-retention.ts'

const words = { zh, en }
const kept = { zh: keptZh, en: keptEn }

type Data = { due: Due[]; runs: Run[] }

/** What is kept no longer: what would go now, what went, and how long everything is kept. */
export const retentionPage = page<Data>({
  title: (_, language) => words[language].retention.title,
  async load(ctx) {
    authorise(mayRunRetention(ctx.actor))
    return { due: await whatIsDue(ctx), runs: await retentionRuns(ctx) }
  },
  actions: {
    run: action(z.strictObject({}), async (ctx) => {
      await runRetention(ctx)
      return { to: urls.retention, done: 'retention.run' }
    }),
  },
  view: (shown) => <Retention {...shown} />,
})

const limited = register.flatMap(({ table, keptFor }) =>
  keptFor ? [{ table, days: keptFor.days }] : [],
)

function Retention(shown: Shown<Data>) {
  const w = useWords(words)
  const k = useWords(kept)
  const t = w.retention
  const { data, visit, formKey } = shown
  const named = (table: string) => k.tables[table] ?? table
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        back={{ href: urls.privacyRequests, label: t.back }}
      />
      <DataTable
        caption={t.caption}
        exports="due"
        asOf={visit.now}
        rows={data.due}
        empty={<Empty>{t.nothing}</Empty>}
        columns={[
          { key: 'table', label: t.table, names: true, cell: ({ table }) => named(table) },
          { key: 'kept', label: t.keptFor, cell: ({ days }) => t.days(days) },
          { key: 'rows', label: t.rows, amount: true, cell: ({ rows }) => rows },
          {
            key: 'oldest',
            label: t.oldest,
            cell: ({ oldest }) => <Time at={oldest} now={visit.now} />,
          },
        ]}
      />
      {data.due.length > 0 && (
        <PostButton action={to(urls.retention, null, { do: 'run' })} formKey={formKey} kind="main">
          {t.run}
        </PostButton>
      )}
      <Section title={t.log}>
        <Log {...shown} />
      </Section>
      <Section title={t.all}>
        <DataTable
          caption={t.all}
          headed
          exports="periods"
          rows={limited}
          columns={[
            { key: 'table', label: t.table, names: true, cell: ({ table }) => named(table) },
            { key: 'kept', label: t.keptFor, cell: ({ days }) => t.days(days) },
          ]}
        />
      </Section>
    </>
  )
}

function Log({ data, visit }: Shown<Data>) {
  const w = useWords(words)
  const k = useWords(kept)
  const t = w.retention
  const lines = data.runs.flatMap(({ at, counts }) => counts.map((count) => ({ at, ...count })))
  return (
    <DataTable
      caption={t.log}
      headed
      exports="log"
      rows={lines}
      empty={<p>{t.never}</p>}
      columns={[
        {
          key: 'table',
          label: t.table,
          names: true,
          cell: ({ table }) => k.tables[table] ?? table,
        },
        { key: 'at', label: t.at, cell: ({ at }) => <Time at={at} now={visit.now} /> },
        { key: 'rows', label: t.rows, amount: true, cell: ({ rows }) => rows },
        {
          key: 'oldest',
          label: t.oldest,
          cell: ({ oldest }) => <Time at={oldest} now={visit.now} />,
        },
      ]}
    />
  )
}
