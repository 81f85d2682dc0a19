import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { mayRunSession } from '../../access.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { type RollLine, rollOf } from '../../roll/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { seatedAt } from '../queries.ts'
import { Box, SessionPaper, usePaperNames } from './paper.tsx'

const words = { zh, en }
const walkInRows = 10

type Data = { session: SessionRow; lines: (RollLine & { withName: string | null })[] }

/** The names of a roll on paper: a tick for who came and who left early, room for who is not on it. */
export const rollSheetPage = page<Data>({
  title: (_, language) => words[language].sheet.roll,
  load: linesOfSheet,
  view: (shown) => <RollSheet {...shown} />,
})

async function linesOfSheet(ctx: Context, visit: Visit): Promise<Data> {
  const session = found(await findSession(ctx, visit.params['sessionId']!))
  authorise(mayRunSession(ctx.actor, session))
  const seated = await seatedAt(ctx, session.id)
  const withs = new Map(seated.map(({ id, withName }) => [id, withName]))
  const lines = await rollOf(ctx, session, false)
  return {
    session,
    lines: lines.map((line) => ({ ...line, withName: withs.get(line.id) ?? null })),
  }
}

function RollSheet({ data, visit }: Shown<Data>) {
  const t = useWords(words).sheet
  const nameOf = usePaperNames()
  const rows = data.lines.map((line, at) => ({ ...line, number: at + 1 }))
  return (
    <SessionPaper session={data.session} title={t.roll} lead={t.rollLead} now={visit.now}>
      <DataTable
        caption={t.expected}
        rows={rows}
        empty={<p>{t.nobody}</p>}
        columns={[
          { key: 'number', label: t.number, amount: true, cell: ({ number }) => number },
          { key: 'name', label: t.name, names: true, cell: nameOf, value: nameOf },
          { key: 'unit', label: t.unit, cell: ({ unitName }) => unitName ?? '' },
          { key: 'came', label: t.came, cell: () => <Box />, value: () => '' },
          { key: 'early', label: t.early, cell: () => <Box />, value: () => '' },
        ]}
      />
      <section class="write-in">
        <h3>{t.walkIns}</h3>
        <p class="quietly">{t.walkInsHint}</p>
        <ol>
          {Array.from({ length: walkInRows }, (_, at) => (
            <li key={at} />
          ))}
        </ol>
        <p>{t.guests}</p>
        <p>{t.note}</p>
      </section>
    </SessionPaper>
  )
}
