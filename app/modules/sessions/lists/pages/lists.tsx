import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { FileField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { findSession, type SessionRow, shownTo } from '../../queries.ts'
import { questionsOf } from '../../questions/queries.ts'
import type { Question } from '../../questions/rules.ts'
import { maySendList } from '../access.ts'
import { keepList } from '../keep-list.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { lateSentLists } from '../queries.ts'

const words = { zh, en }
const Upload = z.strictObject({ file: z.file() })
const name = namesOf(Upload)

type Data = {
  session: SessionRow
  questions: Question[]
  lists: Awaited<ReturnType<typeof lateSentLists>>
}

/** Where staff and organisers send lists of sign-ups for a session, and find those sent today. */
export const signUpListsPage = page<Data>({
  title: (_, language) => words[language].lists.title,
  async load(ctx, { params }) {
    const session = found(shownTo(ctx.actor, await findSession(ctx, params['sessionId']!)))
    authorise(maySendList(ctx.actor, session))
    return {
      session,
      questions: await questionsOf(ctx, session.id),
      lists: await lateSentLists(ctx, session),
    }
  },
  actions: {
    send: action(Upload, async (ctx, { file }, { params }) => {
      const sessionId = params['sessionId']!
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { listId } = await keepList(ctx, {
        sessionId,
        bytes,
        fileName: file.name.slice(0, 200),
      })
      return { to: to(urls.signUpList, { sessionId, listId }), done: 'signUps.listSent' }
    }),
  },
  view: (shown) => <SignUpLists {...shown} />,
})

function SignUpLists({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words).lists
  const { session, lists } = data
  const sessionId = session.id
  const titleOf = useTitle()
  return (
    <>
      <PageHead
        title={t.title}
        over={titleOf(session)}
        lead={t.lead}
        back={{ href: to(urls.session, { sessionId }), label: titleOf(session) }}
      />
      <Section title={t.send}>
        <Form
          upload
          action={to(urls.signUpLists, { sessionId }, { do: 'send' })}
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
        <Example questions={data.questions} />
      </Section>
      {lists.length > 0 && (
        <Section title={t.late}>
          <p class="quietly">{t.lateLead}</p>
          <DataTable
            caption={t.late}
            exports={null}
            rows={lists}
            columns={[
              {
                key: 'file',
                label: t.file,
                names: true,
                cell: ({ id, fileName }) => (
                  <a href={to(urls.signUpList, { sessionId, listId: id })}>
                    {fileName || t.unnamed}
                  </a>
                ),
              },
              {
                key: 'sent',
                label: t.sent,
                cell: ({ madeAt }) => <Time at={madeAt} now={visit.now} />,
              },
              { key: 'people', label: t.people, amount: true, cell: ({ people }) => people },
              { key: 'state', label: t.state, cell: (list) => <State {...list} /> },
            ]}
          />
        </Section>
      )}
    </>
  )
}

function State({ seated, waiting }: Pick<Data['lists'][number], 'seated' | 'waiting'>) {
  const t = useWords(words)
  if (seated === null) return <Badge tone="waiting">{t.lists.notEntered}</Badge>
  return <Badge tone="good">{t.list.entered(seated, waiting ?? 0)}</Badge>
}

/** A list as it should look, with the organiser's own questions, to keep and fill in. */
function Example({ questions }: Pick<Data, 'questions'>) {
  const t = useWords(words)
  const { language } = useSpeech()
  type Row = typeof zh.lists.exampleRow
  const own = questions.map(({ label, labelEn }) => ({
    label: language === 'en' && labelEn ? labelEn : label,
    value: () => '',
  }))
  return (
    <p>
      {t.lists.exampleLead}
      <TableFile
        caption={t.lists.example}
        exports="example"
        rows={[t.lists.exampleRow]}
        columns={[
          { label: t.fields.name, value: (row: Row) => row.name },
          { label: t.fields.phone, value: (row: Row) => row.phone },
          { label: t.fields.unit, value: (row: Row) => row.unit },
          ...own,
        ]}
      />
    </p>
  )
}
