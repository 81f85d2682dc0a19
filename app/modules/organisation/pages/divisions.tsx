import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { FileField } from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayImportDivisions } from '../access.ts'
import { importDivisions } from '../import-divisions.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type DivisionsImport, divisionCounts, lastImports, topUnit } from '../queries.ts'
import { type Level, levels } from '../rules.ts'

const words = { zh, en }
const Upload = z.strictObject({ file: z.file() })
const name = namesOf(Upload)

type Data = { counts: Map<Level, number>; imports: DivisionsImport[] }

export const divisionsPage = page<Data>({
  title: (_, language) => words[language].divisionsTitle,
  async load(ctx) {
    authorise(mayImportDivisions(ctx.actor))
    const top = found(await topUnit(ctx))
    return { counts: await divisionCounts(ctx), imports: await lastImports(ctx, top.id) }
  },
  actions: {
    import: action(Upload, async (ctx, { file }) => {
      await importDivisions(ctx, { bytes: new Uint8Array(await file.arrayBuffer()) })
      return { to: to(urls.divisions), done: 'divisions.imported' }
    }),
  },
  view: (shown) => <Divisions {...shown} />,
})

function Divisions({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { rows, state } = apart(form('import'))
  return (
    <>
      <PageHead
        title={t.divisionsTitle}
        lead={t.divisionsLead}
        back={{ href: to(urls.units), label: t.title }}
      />
      {rows.length > 0 && <FaultyRows rows={rows} />}
      <Section title={t.bringIn}>
        <Form
          upload
          action={to(urls.divisions, null, { do: 'import' })}
          formKey={formKey}
          state={state}
        >
          <FileField
            name={name('file')}
            label={t.file}
            hint={t.fileHint}
            required
            accept=".csv,text/csv"
          />
          <Button kind="main">{t.import}</Button>
        </Form>
      </Section>
      <Section title={t.known}>
        <DataTable
          caption={t.known}
          asOf={visit.now}
          rows={levels.filter((level) => data.counts.has(level))}
          empty={<p>{t.none}</p>}
          columns={[
            { key: 'level', label: t.level, names: true, cell: (level) => t.levels[level] },
            {
              key: 'count',
              label: t.count,
              amount: true,
              cell: (level) => data.counts.get(level),
            },
          ]}
        />
      </Section>
      {data.imports.length > 0 && (
        <Section title={t.imports}>
          <DataTable
            caption={t.imports}
            rows={data.imports}
            columns={[
              {
                key: 'when',
                label: t.when,
                names: true,
                cell: ({ at }) => <Time at={at} now={visit.now} />,
              },
              {
                key: 'counts',
                label: t.count,
                cell: ({ added, changed, kept }) => t.imported(added, changed, kept),
              },
            ]}
          />
        </Section>
      )}
    </>
  )
}

type FaultyRow = { number: string; reason: string }

/** What is wrong with the file's rows, apart from what is wrong with the form itself. */
function apart(state: FormState): { rows: FaultyRow[]; state: FormState } {
  const issues = Object.entries(state.issues)
  const ofRows = issues.filter(([key]) => key.startsWith('row.'))
  return {
    rows: ofRows.map(([key, reason]) => ({ number: key.slice('row.'.length), reason })),
    state: {
      ...state,
      issues: Object.fromEntries(issues.filter(([key]) => !key.startsWith('row.'))),
    },
  }
}

function FaultyRows({ rows }: { rows: readonly FaultyRow[] }) {
  const t = useWords(words)
  return (
    <Callout kind="failed" title={t.refused}>
      <DataTable
        caption={t.bringIn}
        rows={rows}
        columns={[
          { key: 'row', label: t.row, amount: true, cell: (row) => row.number },
          { key: 'what', label: t.what, names: true, cell: (row) => row.reason },
        ]}
      />
    </Callout>
  )
}
