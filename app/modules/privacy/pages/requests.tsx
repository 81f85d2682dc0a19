import { authorise } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { type Column, DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayAnswerRequests } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type RequestRow, requestsOf } from '../queries.ts'

const words = { zh, en }

type Data = Awaited<ReturnType<typeof requestsOf>>

/** What people ask about their own data, for the office. */
export const privacyRequestsPage = page<Data>({
  title: (_, language) => words[language].requests.title,
  async load(ctx) {
    authorise(mayAnswerRequests(ctx.actor))
    return requestsOf(ctx)
  },
  view: (shown) => <Requests {...shown} />,
})

function Requests({ data, visit }: Shown<Data>) {
  const w = useWords(words)
  const t = w.requests
  const columns: Column<RequestRow>[] = [
    {
      key: 'person',
      label: t.person,
      names: true,
      cell: ({ id, person }) => <a href={to(urls.privacyRequest, { requestId: id })}>{person}</a>,
      value: ({ person }) => person,
    },
    { key: 'kind', label: t.kind, cell: ({ kind }) => w.mine.asked[kind] },
    { key: 'at', label: t.at, cell: ({ madeAt }) => <Time at={madeAt} now={visit.now} /> },
    { key: 'status', label: t.status, cell: ({ status }) => t.statuses[status] },
  ]
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <DataTable
        caption={t.caption}
        exports="waiting"
        rows={data.waiting}
        columns={columns}
        empty={<Empty>{t.none}</Empty>}
      />
      {data.answered.length > 0 && (
        <Section title={t.done}>
          <DataTable
            headed
            caption={t.done}
            exports="answered"
            rows={data.answered}
            columns={columns}
          />
        </Section>
      )}
      <LinkButton href={urls.retention}>{t.retention}</LinkButton>
    </>
  )
}
