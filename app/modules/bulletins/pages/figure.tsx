import { authorise, found } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import { sayMoment } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { type Column, DataTable, Pager } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReadBulletins } from '../access.ts'
import { en } from '../figures/messages.en.ts'
import { zh } from '../figures/messages.zh.ts'
import { addsUp, type RecordRow } from '../figures/queries.ts'
import { type Figure, figureOf, writtenAs } from '../figures/rules.ts'
import { evidenceOf, findBulletin } from '../queries.ts'

const words = { zh, en }
const onePage = 100

export const figurePage = page({
  async load(ctx, visit) {
    authorise(mayReadBulletins(ctx.actor))
    const bulletin = found(await findBulletin(ctx, visit.params['bulletinId']!))
    const figure = found(figureOf(visit.params['figure']!))
    const number = pageNumber(visit.query.get('page'))
    const slice = visit.whole
      ? { limit: null, offset: 0 }
      : { limit: onePage, offset: (number - 1) * onePage }
    return {
      bulletin: { id: bulletin.id, title: bulletin.title },
      frozenAt: bulletin.publishedAt,
      figure,
      number,
      ...found(await evidenceOf(ctx, bulletin, figure, slice)),
      now: ctx.now,
    }
  },
  title: ({ figure }, language) => words[language].name(figure),
  view: ({ data }) => <Behind {...data} />,
})

function pageNumber(asked: string | null): number {
  return asked !== null && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
}

type Props = {
  bulletin: { id: string; title: string }
  /** When the figure was frozen with its bulletin; null where it is live. */
  frozenAt: Date | null
  figure: Figure
  number: number
  records: readonly RecordRow[]
  total: number
  value: number
  now: Date
}

function Behind({ bulletin, frozenAt, figure, number, records, total, value, now }: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  const bulletinId = bulletin.id
  const written = writtenAs(figure)
  const pages = Math.max(1, Math.ceil(total / onePage))
  return (
    <>
      <PageHead
        over={t.name(figure)}
        title={String(value)}
        lead={
          frozenAt
            ? `${t.counted(figure)} ${t.frozen(sayMoment(frozenAt, language, now))}`
            : t.counted(figure)
        }
        back={{ href: to(urls.bulletin, { bulletinId }), label: bulletin.title }}
      />
      <DataTable
        caption={t.behind(total)}
        asOf={frozenAt ?? now}
        rows={records}
        empty={<Empty>{t.noRecords}</Empty>}
        columns={useColumns(figure, now)}
      />
      {pages > 1 && (
        <Pager
          page={number}
          pages={pages}
          total={total}
          href={(page) => to(urls.figure, { bulletinId, figure: written }, { page })}
        />
      )}
    </>
  )
}

function useColumns(figure: Figure, now: Date): Column<RecordRow>[] {
  const t = useWords(words)
  const titleOf = useTitle()
  const columns: (Column<RecordRow> | false)[] = [
    {
      key: 'record',
      label: t.record,
      names: true,
      cell: (row) => {
        const label = titleOf({ title: row.label, titleEn: row.labelEn }) || t.aChild
        const href = addressOf(row)
        return href === null ? label : <a href={href}>{label}</a>
      },
    },
    { key: 'place', label: t.place, cell: (row) => row.place },
    { key: 'when', label: t.when, cell: (row) => row.at && <Time at={row.at} now={now} /> },
    addsUp(figure) && { key: 'pieces', label: t.pieces, amount: true, cell: (row) => row.pieces },
  ]
  return columns.filter((column) => column !== false)
}

/** Where a record can be read. People and units have no page for whoever writes. */
function addressOf({ kind, id }: RecordRow): string | null {
  if (kind === 'session') return to(urls.session, { sessionId: id })
  if (kind === 'talk') return to(urls.talk, { talkId: id })
  if (kind === 'matter') return to(urls.matter, { matterId: id })
  if (kind === 'speaker') return to(urls.speaker, { speakerId: id })
  return kind === 'order' ? to(urls.order, { orderId: id }) : null
}
