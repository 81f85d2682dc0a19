import { z } from 'zod'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { Pager } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { pageOf } from '../../rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { inboxOf, noticesOnPage } from '../queries.ts'
import { ReadNotices, readNotices } from '../read-notices.ts'

const words = { zh, en }

type Data = Awaited<ReturnType<typeof inboxOf>> & { page: number }

/** Everything a person was told of; opening one, or pressing once for all, marks it as read. */
export const inboxPage = page<Data>({
  title: (_, language) => words[language].inbox.title,
  async load(ctx, { query }) {
    const page = pageOf(query.get('page'))
    return { page, ...(await inboxOf(ctx, found(ctx.actor.personId), page)) }
  },
  actions: {
    open: action(ReadNotices.required(), async (ctx, input) => {
      const { link } = await readNotices(ctx, input)
      return { to: found(link) }
    }),
    readAll: action(z.strictObject({}), async (ctx) => {
      await readNotices(ctx, {})
      return { to: urls.inbox, done: 'notices.read' }
    }),
  },
  view: (shown) => <Inbox {...shown} />,
})

function Inbox({ data, visit, formKey }: Shown<Data>) {
  const t = useWords(words).inbox
  const { notice } = useSpeech()
  const pages = Math.max(1, Math.ceil(data.total / noticesOnPage))
  const readAll = visit.reader.unread > 0 && (
    <PostButton action={to(urls.inbox, null, { do: 'readAll' })} formKey={`${formKey}all`}>
      {t.readAll}
    </PostButton>
  )
  return (
    <>
      <PageHead title={t.title} lead={t.lead} actions={readAll || null} />
      {data.rows.length === 0 && (
        <Empty action={<LinkButton href={urls.home}>{t.toHome}</LinkButton>}>{t.none}</Empty>
      )}
      <ul class="cards">
        {data.rows.map((row) => (
          <li key={row.id} class="card">
            <p class="over">
              <Time at={row.madeAt} now={visit.now} />{' '}
              {row.readAt === null && <Badge tone="ember">{t.fresh}</Badge>}
            </p>
            <p>{notice(row.name, row.details)}</p>
            <PostButton
              action={to(urls.inbox, null, { do: 'open' })}
              formKey={`${formKey}${row.id}`}
              values={{ noticeId: row.id }}
            >
              {t.open}
            </PostButton>
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <Pager
          page={data.page}
          pages={pages}
          total={data.total}
          href={(page) => to(urls.inbox, null, { page })}
        />
      )}
    </>
  )
}
