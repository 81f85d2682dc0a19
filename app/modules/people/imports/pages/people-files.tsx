import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { FileField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunOffice } from '../../access.ts'
import { keepPeopleFile } from '../keep-people-file.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { latePeopleFiles } from '../queries.ts'
import type { ImportField } from '../rules.ts'

const words = { zh, en }
const Upload = z.strictObject({ file: z.file() })
const name = namesOf(Upload)

type Data = { files: Awaited<ReturnType<typeof latePeopleFiles>> }

/** Where the office sends lists of people, and finds those it sent today. */
export const peopleFilesPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx: Context) {
    authorise(mayRunOffice(ctx.actor))
    return { files: await latePeopleFiles(ctx) }
  },
  actions: {
    send: action(Upload, async (ctx, { file }) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { importId } = await keepPeopleFile(ctx, { bytes, fileName: file.name.slice(0, 200) })
      return { to: to(urls.peopleFile, { importId }), done: 'people.listSent' }
    }),
  },
  view: (shown) => <PeopleFiles {...shown} />,
})

function PeopleFiles({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.people, label: t.people }} />
      <Section title={t.send.title}>
        <Form
          upload
          action={to(urls.peopleFiles, null, { do: 'send' })}
          formKey={formKey}
          state={form('send')}
        >
          <FileField
            name={name('file')}
            label={t.send.file}
            hint={t.send.hint}
            required
            accept=".xlsx,.csv,text/csv"
          />
          <Button kind="main">{t.send.button}</Button>
        </Form>
        <Example />
      </Section>
      {data.files.length > 0 && (
        <Section title={t.late.title}>
          <p class="quietly">{t.late.lead}</p>
          <DataTable
            caption={t.late.title}
            exports={null}
            rows={data.files}
            columns={[
              {
                key: 'file',
                label: t.late.file,
                names: true,
                cell: ({ id, fileName }) => (
                  <a href={to(urls.peopleFile, { importId: id })}>{fileName || t.late.unnamed}</a>
                ),
              },
              {
                key: 'sent',
                label: t.late.sent,
                cell: ({ madeAt }) => <Time at={madeAt} now={visit.now} />,
              },
              { key: 'people', label: t.late.people, amount: true, cell: ({ people }) => people },
              {
                key: 'state',
                label: t.late.state,
                cell: ({ added }) =>
                  added === null ? (
                    <Badge tone="waiting">{t.late.waiting}</Badge>
                  ) : (
                    <Badge tone="good">{t.late.added(added)}</Badge>
                  ),
              },
            ]}
          />
        </Section>
      )}
    </>
  )
}

const exampleFields: readonly ImportField[] = [
  'name',
  'role',
  'gender',
  'bornOn',
  'phone',
  'joinedPartyOn',
]

/** A list as it should look, to keep and fill in. */
function Example() {
  const t = useWords(words)
  const columns = exampleFields.map((field, at) => ({
    label: t.fields[field],
    value: (row: readonly string[]) => row[at] ?? '',
  }))
  const unit = { label: t.fields.unit, value: () => t.send.exampleUnit }
  return (
    <p>
      {t.send.exampleLead}
      <TableFile
        caption={t.send.example}
        exports="example"
        rows={t.send.exampleRows}
        columns={[...columns, unit]}
      />
    </p>
  )
}
