import { authorise, found } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { mayRunSession } from '../../access.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { unnamedSeatsOf } from '../../seats/queries.ts'
import { isChild } from '../../seats/rules.ts'
import { type LineParty, partiesInLine } from '../../waitlist/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Seated, seatedAt } from '../queries.ts'
import { partyLetters } from '../rules.ts'
import { Box, SessionPaper, usePaperNames } from './paper.tsx'

const words = { zh, en }

type Data = {
  session: SessionRow
  seated: Seated[]
  unnamed: Awaited<ReturnType<typeof unnamedSeatsOf>>
  line: LineParty[]
}

/** Who has a seat, which units hold some, and who waits, as a list to tick at the door. */
export const doorListPage = page<Data>({
  title: (_, language) => words[language].sheet.door,
  async load(ctx, visit) {
    const session = found(await findSession(ctx, visit.params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    return {
      session,
      seated: await seatedAt(ctx, session.id),
      unnamed: await unnamedSeatsOf(ctx, session.id),
      line: await partiesInLine(ctx, session.id),
    }
  },
  view: (shown) => <DoorList {...shown} />,
})

function DoorList({ data, visit }: Shown<Data>) {
  const t = useWords(words).sheet
  const nameOf = usePaperNames()
  const letters = partyLetters(data.seated)
  const rows = data.seated.map((person, at) => ({ ...person, number: at + 1 }))
  const seatOf = (person: Seated) =>
    [
      person.seat === 'child' && t.childSeat,
      letters.has(person.id) && t.party(letters.get(person.id)!),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <SessionPaper session={data.session} title={t.door} lead={t.doorLead} now={visit.now}>
      <DataTable
        caption={t.seated(rows.length)}
        rows={rows}
        empty={<p>{t.nobody}</p>}
        columns={[
          { key: 'number', label: t.number, amount: true, cell: ({ number }) => number },
          { key: 'came', label: t.came, cell: () => <Box />, value: () => '' },
          { key: 'name', label: t.name, names: true, cell: nameOf, value: nameOf },
          { key: 'unit', label: t.unit, cell: ({ unitName }) => unitName ?? '' },
          { key: 'seat', label: t.seat, cell: seatOf, value: seatOf },
        ]}
      />
      {data.unnamed.length > 0 && (
        <DataTable
          caption={t.unnamed}
          exports="units"
          rows={data.unnamed}
          columns={[
            { key: 'unit', label: t.unit, names: true, cell: ({ unitName }) => unitName },
            { key: 'seats', label: t.seats, amount: true, cell: ({ seats }) => seats },
            {
              key: 'came',
              label: t.came,
              cell: ({ seats }) => Array.from({ length: Math.min(seats, 30) }, () => <Box />),
              value: () => '',
            },
          ]}
        />
      )}
      {data.line.length > 0 && <Line line={data.line} now={visit.now} />}
    </SessionPaper>
  )
}

/** Who waits, in the order in which free seats go out. */
function Line({ line, now }: { line: readonly LineParty[]; now: Date }) {
  const t = useWords(words).sheet
  const nameOf = usePaperNames()
  const whoOf = ({ people, unitName, unnamed }: LineParty) => {
    if (unnamed > 0) return `${unitName} · ${t.people(unnamed)}`
    const grown = people.find((person) => !isChild(person, now))
    const name = nameOf({ name: grown?.name ?? '', minor: !grown })
    return people.length > 1 ? `${name} · ${t.people(people.length)}` : name
  }
  const rows = line.map((party, at) => ({ ...party, place: at + 1 }))
  return (
    <DataTable
      caption={t.line}
      exports="line"
      rows={rows}
      columns={[
        { key: 'place', label: t.number, amount: true, cell: ({ place }) => place },
        { key: 'came', label: t.came, cell: () => <Box />, value: () => '' },
        { key: 'name', label: t.name, names: true, cell: whoOf, value: whoOf },
        {
          key: 'state',
          label: t.seat,
          cell: ({ status }) => (status === 'offered' ? t.offered : ''),
        },
      ]}
    />
  )
}
