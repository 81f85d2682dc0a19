import { z } from 'zod'
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
import { mayEnterLists } from '../access.ts'
import { keepSpeakerList } from '../keep-speaker-list.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { lateSpeakerLists } from '../queries.ts'
import { listFields } from '../rules.ts'

const words = { zh, en }
const Upload = z.strictObject({ file: z.file() })
const name = namesOf(Upload)

type Data = Awaited<ReturnType<typeof lateSpeakerLists>>

/** Where the office sends lists of speakers, and finds those it sent today. */
export const speakerListsPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx) {
    authorise(mayEnterLists(ctx.actor))
    return lateSpeakerLists(ctx)
  },
  actions: {
    send: action(Upload, async (ctx, { file }) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { listId } = await keepSpeakerList(ctx, { bytes, fileName: file.name.slice(0, 200) })
      return { to: to(urls.speakerList, { listId }), done: 'speakers.listSent' }
    }),
  },
  view: (shown) => <SpeakerLists {...shown} />,
})

function SpeakerLists({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.speakers, label: t.back }} />
      <Section title={t.send}>
        <Form
          upload
          action={to(urls.speakerLists, null, { do: 'send' })}
          formKey={formKey}
          state={form('send')}
        >
          <FileField
            name={name('file')}
            label={t.file}
            hint={t.fileHint}
            required
            accept=".xlsx,.csv,text/csv"
          />
          <Button kind="main">{t.look}</Button>
        </Form>
        <Example />
      </Section>
      {data.length > 0 && (
        <Section title={t.late}>
          <p class="quietly">{t.lateLead}</p>
          <DataTable
            caption={t.late}
            exports={null}
            rows={data}
            columns={[
              {
                key: 'file',
                label: t.file,
                names: true,
                cell: ({ id, fileName }) => (
                  <a href={to(urls.speakerList, { listId: id })}>{fileName || t.unnamed}</a>
                ),
              },
              {
                key: 'sent',
                label: t.sent,
                cell: ({ madeAt }) => <Time at={madeAt} now={visit.now} />,
              },
              {
                key: 'speakers',
                label: t.speakers,
                amount: true,
                cell: ({ speakers }) => speakers,
              },
              {
                key: 'state',
                label: t.state,
                cell: ({ added }) =>
                  added === null ? (
                    <Badge tone="waiting">{t.waiting}</Badge>
                  ) : (
                    <Badge tone="good">{t.added(added)}</Badge>
                  ),
              },
            ]}
          />
        </Section>
      )}
    </>
  )
}

/** A list as it should look, to keep and fill in. */
function Example() {
  const t = useWords(words)
  return (
    <p>
      {t.exampleLead}
      <TableFile
        caption={t.example}
        exports="example"
        rows={[t.exampleRow]}
        columns={listFields.map((field) => ({
          label: t.fields[field],
          value: (row: typeof t.exampleRow) => row[field],
        }))}
      />
    </p>
  )
}
