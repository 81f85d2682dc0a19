import { useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Unit, Venue } from '../queries.ts'
import type { UnitGroup } from '../rules.ts'

const words = { zh, en }

type Place = { under: string; name: string; kind: string; seats: number | null }

/** The units and venues of the street as a table to keep. */
export function UnitsFile({ groups }: { groups: readonly UnitGroup<Unit, Venue>[] }) {
  const t = useWords(words)
  const rows = groups.flatMap(({ head, units, venues }): Place[] => [
    ...[head, ...units].map(({ name, kind }) => ({
      under: head.name,
      name,
      kind: t.kinds[kind],
      seats: null,
    })),
    ...venues.map(({ name, kind, seats }) => ({
      under: head.name,
      name,
      kind: t.venueKinds[kind],
      seats,
    })),
  ])
  return (
    <TableFile
      caption={t.title}
      rows={rows}
      columns={[
        { label: t.unitName, value: ({ name }: Place) => name },
        { label: t.kind, value: ({ kind }) => kind },
        { label: t.parent, value: ({ under }) => under },
        { label: t.seats, value: ({ seats }) => seats },
      ]}
    />
  )
}
