import { authorise } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { mayRunOffice } from '../../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { lastMessages } from '../queries.ts'

const words = { zh, en }

type Data = Awaited<ReturnType<typeof lastMessages>>

/** What the demo would send by text message. It holds codes, so it is not there outside the demo. */
export const outboxPage = page<Data>({
  title: (_, language) => words[language].outbox.title,
  async load(ctx) {
    authorise(mayRunOffice(ctx.actor))
    return lastMessages(ctx)
  },
  view: (shown) => <Outbox {...shown} />,
})

function Outbox({ data, visit }: Shown<Data>) {
  const t = useWords(words).outbox
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <DataTable
        caption={t.caption}
        asOf={visit.now}
        rows={data}
        empty={<Empty>{t.none}</Empty>}
        columns={[
          {
            key: 'made',
            label: t.made,
            cell: (message) => <Time at={message.madeAt} now={visit.now} />,
          },
          {
            key: 'to',
            label: t.to,
            names: true,
            cell: (message) => `${message.name ?? ''} ${message.phone}`,
          },
          { key: 'body', label: t.body, cell: (message) => message.body },
          { key: 'state', label: t.state, cell: (message) => <State {...message} /> },
        ]}
      />
    </>
  )
}

function State({ sentAt, lastError }: Data[number]) {
  const t = useWords(words).outbox
  if (sentAt !== null) return <Badge tone="good">{t.sent}</Badge>
  if (lastError !== null) return <Badge tone="bad">{t.failed(lastError)}</Badge>
  return <Badge tone="waiting">{t.waiting}</Badge>
}
